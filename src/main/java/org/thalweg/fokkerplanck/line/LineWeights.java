package org.thalweg.fokkerplanck.line;

import java.util.Arrays;

/**
 * The two weights of the backward equation along a {@link Line} on cells, as logarithms: the density without current
 * m = e^phi / D_xx, and the resistance r = e^-phi, with (u' / r)' / m the operator drift u' + D_xx u''.
 *
 * @param logM {@code [cell][node]}
 * @param logR {@code [cell][node]}
 * @param length what the unit of a weight stands for
 */
record LineWeights(double[][] logM, double[][] logR, double[][] length) {
    /** Enough to see which of two rates is the slower one. */
    private static final double ABOUT = 1e-4;

    /** The weights at the nodes of a quadrature. */
    static LineWeights of(LineQuadrature q) {
        int nodes = LineQuadrature.RULE.size();
        LineWeights weights =
                new LineWeights(new double[q.cells()][nodes], new double[q.cells()][nodes],
                        new double[q.cells()][nodes]);
        for (int i = 0; i < q.cells(); i++) {
            for (int k = 0; k < nodes; k++) {
                weights.logR[i][k] = -q.phi(i, k);
                weights.logM[i][k] = q.phi(i, k) - q.logDiffusion(i, k);
                weights.length[i][k] = q.length(i, k);
            }
        }
        return weights;
    }

    int cells() {
        return length.length;
    }

    /** {@code count} cells from one on, around a ring. */
    LineWeights arc(int from, int count) {
        return new LineWeights(arc(logM, from, count), arc(logR, from, count), arc(length, from, count));
    }

    private static double[][] arc(double[][] values, int from, int count) {
        double[][] arc = new double[count][];
        Arrays.setAll(arc, i -> values[(from + i) % values.length]);
        return arc;
    }

    /**
     * The slowest rate but zero between walls. The equation is that of the current u' / r, which vanishes at both walls
     * and has one sign.
     */
    SlowestMode.Value betweenWalls() {
        return SlowestMode.of(logM, logR, length, SlowestMode.CONVERGED);
    }

    /** ln of the same, roughly. */
    double aboutBetweenWalls() {
        return SlowestMode.of(logM, logR, length, ABOUT).log();
    }

    /** The slowest rate between ends that absorb. */
    SlowestMode.Value betweenAbsorbingEnds() {
        return SlowestMode.of(logR, logM, length, SlowestMode.CONVERGED);
    }
}
