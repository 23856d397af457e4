package org.thalweg.fokkerplanck.line;

import java.util.Arrays;

/**
 * Integrals of positive functions along a {@link Line}, all of them logarithms: nothing overflows or underflows, and
 * sums of positive terms keep their relative accuracy.
 *
 * @param node the integral up to each node, [cell][node]
 * @param edge the integral up to each edge; one more than cells
 */
record LogIntegral(double[][] node, double[] edge) {
    private static final int NODES = LineQuadrature.RULE.size();

    /** The integral from the lower end of e^logF, with the lengths that the unit of a weight stands for. */
    static LogIntegral fromBelow(double[][] logF, double[][] length) {
        int cells = logF.length;
        LogIntegral integral = new LogIntegral(new double[cells][NODES], new double[cells + 1]);
        integral.edge[0] = Double.NEGATIVE_INFINITY;
        double[] scaled = new double[NODES];
        for (int i = 0; i < cells; i++) {
            double most = Arrays.stream(logF[i]).max().orElseThrow();
            double whole = 0.0;
            for (int k = 0; k < NODES; k++) {
                scaled[k] = length[i][k] * Math.exp(logF[i][k] - most);
            }
            for (int k = 0; k < NODES; k++) {
                double part = 0.0;
                for (int j = 0; j < NODES; j++) {
                    part += LineQuadrature.PARTIAL[k][j] * scaled[j];
                }
                whole += LineQuadrature.RULE.weights()[k] * scaled[k];
                integral.node[i][k] = add(integral.edge[i], most + Math.log(part));
            }
            integral.edge[i + 1] = add(integral.edge[i], most + Math.log(whole));
        }
        return integral;
    }

    /** The integral up to the upper end: that from below in the mirror, since the nodes are symmetric. */
    static LogIntegral fromAbove(double[][] logF, double[][] length) {
        LogIntegral image = fromBelow(mirrored(logF), mirrored(length));
        double[] edge = new double[image.edge.length];
        Arrays.setAll(edge, i -> image.edge[edge.length - 1 - i]);
        return new LogIntegral(mirrored(image.node), edge);
    }

    private static double[][] mirrored(double[][] values) {
        double[][] image = new double[values.length][NODES];
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < NODES; k++) {
                image[i][k] = values[values.length - 1 - i][NODES - 1 - k];
            }
        }
        return image;
    }

    /** ln(e^a + e^b). */
    static double add(double a, double b) {
        double high = Math.max(a, b);
        return Double.isInfinite(high) ? high : high + Math.log(Math.exp(a - high) + Math.exp(b - high));
    }
}
