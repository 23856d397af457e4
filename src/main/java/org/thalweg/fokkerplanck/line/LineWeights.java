package org.thalweg.fokkerplanck.line;

/**
 * The two weights of the backward equation along a {@link Line} on cells, as logarithms: the density without current
 * m = e^phi / D_xx, and the resistance r = e^-phi, with (u' / r)' / m the operator drift u' + D_xx u''.
 *
 * @param logM {@code [cell][node]}
 * @param logR {@code [cell][node]}
 * @param length what the unit of a weight stands for
 */
record LineWeights(double[][] logM, double[][] logR, double[][] length) {
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

    /**
     * The slowest rate but zero between walls. The equation is that of the current u' / r, which vanishes at both walls
     * and has one sign.
     */
    SlowestMode.Value betweenWalls() {
        return SlowestMode.of(logM, logR, length);
    }

    /** The same, with what moving the walls would change. */
    SlowestMode.Ends betweenWallsThatMove() {
        return SlowestMode.withEnds(logM, logR, length);
    }

    /** The slowest rate between ends that absorb. */
    SlowestMode.Value betweenAbsorbingEnds() {
        return SlowestMode.of(logR, logM, length);
    }
}
