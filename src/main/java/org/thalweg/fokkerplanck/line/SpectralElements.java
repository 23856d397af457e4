package org.thalweg.fokkerplanck.line;

import org.thalweg.fokkerplanck.grid.GaussLegendre;

/**
 * Polynomials on one cell by their values at the points of Gauss and Lobatto, and what they are at the nodes of {@link
 * LineQuadrature#RULE}: degree six, and four to see what six is worth.
 *
 * @param degree of the polynomials
 * @param value {@code [point][node]}
 * @param slope {@code [point][node]}, for a cell of length 1
 */
record SpectralElements(int degree, double[][] value, double[][] slope) {
    /** On [-1, 1]: the ends and the zeros of P_6' and P_4'. */
    private static final double[] SIX = {-1.0, -Math.sqrt(5.0 / 11.0 + 2.0 / 11.0 * Math.sqrt(5.0 / 3.0)),
        -Math.sqrt(5.0 / 11.0 - 2.0 / 11.0 * Math.sqrt(5.0 / 3.0)), 0.0,
        Math.sqrt(5.0 / 11.0 - 2.0 / 11.0 * Math.sqrt(5.0 / 3.0)),
        Math.sqrt(5.0 / 11.0 + 2.0 / 11.0 * Math.sqrt(5.0 / 3.0)), 1.0};
    private static final double[] FOUR = {-1.0, -Math.sqrt(3.0 / 7.0), 0.0, Math.sqrt(3.0 / 7.0), 1.0};

    static SpectralElements fine() {
        return of(SIX);
    }

    static SpectralElements coarse() {
        return of(FOUR);
    }

    private static SpectralElements of(double[] points) {
        GaussLegendre rule = LineQuadrature.RULE;
        int n = points.length;
        double[][] value = new double[n][rule.size()];
        double[][] slope = new double[n][rule.size()];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < rule.size(); k++) {
                double at = 2.0 * rule.nodes()[k] - 1.0;
                value[i][k] = 1.0;
                for (int j = 0; j < n; j++) {
                    if (j != i) {
                        value[i][k] *= (at - points[j]) / (points[i] - points[j]);
                        double product = 2.0 / (points[i] - points[j]);
                        for (int m = 0; m < n; m++) {
                            product *= m == i || m == j ? 1.0 : (at - points[m]) / (points[i] - points[m]);
                        }
                        slope[i][k] += product;
                    }
                }
            }
        }
        return new SpectralElements(n - 1, value, slope);
    }
}
