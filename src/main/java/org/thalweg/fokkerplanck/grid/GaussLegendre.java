package org.thalweg.fokkerplanck.grid;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.LegendreRuleFactory;

/**
 * Gauss-Legendre quadrature on [0, 1].
 *
 * @param nodes increasing; not to be modified
 * @param weights sum to 1; not to be modified
 */
public record GaussLegendre(double[] nodes, double[] weights) {
    /** The rule of {@code n} nodes, exact for polynomials of degree 2 n - 1. */
    public static GaussLegendre of(int n) {
        // The factory of all rules would make constants of forty digits first, which takes longer than most solves.
        GaussIntegrator rule = new GaussIntegrator(new LegendreRuleFactory().getRule(n));
        double[] nodes = new double[n];
        double[] weights = new double[n];
        for (int k = 0; k < n; k++) {
            nodes[k] = 0.5 + 0.5 * rule.getPoint(k);
            weights[k] = 0.5 * rule.getWeight(k);
        }
        return new GaussLegendre(nodes, weights);
    }

    /** The number of nodes. */
    public int size() {
        return nodes.length;
    }

    /**
     * The matrix of integrals of the nodal Lagrange polynomials from 0 to each node (the coefficients a_kj of Gauss
     * collocation): with the values g_j of a function, sum_j a_kj g_j is its integral up to node k.
     */
    public double[][] partialIntegrals() {
        int n = size();
        double[][] a = new double[n][n];
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < n; j++) {
                for (int m = 0; m < n; m++) {
                    a[k][j] += nodes[k] * weights[m] * lagrange(j, nodes[k] * nodes[m]);
                }
            }
        }
        return a;
    }

    private double lagrange(int j, double at) {
        double value = 1.0;
        for (int m = 0; m < size(); m++) {
            if (m != j) {
                value *= (at - nodes[m]) / (nodes[j] - nodes[m]);
            }
        }
        return value;
    }
}
