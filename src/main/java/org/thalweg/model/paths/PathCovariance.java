package org.thalweg.model.paths;

import java.util.Arrays;

/**
 * Mean and covariance of the points of each path of a block, step by step. Sums are of differences from the first
 * point, so that a cloud far from the origin keeps its digits. Bound to one thread.
 */
public final class PathCovariance {
    private final int dimension;
    private final long[] points;
    /** [coordinate][particle] */
    private final double[][] first;
    private final double[][] sums;
    /** [pair i >= j][particle] */
    private final double[][] products;

    public PathCovariance(int dimension, int capacity) {
        this.dimension = dimension;
        this.points = new long[capacity];
        this.first = new double[dimension][capacity];
        this.sums = new double[dimension][capacity];
        this.products = new double[dimension * (dimension + 1) / 2][capacity];
    }

    public void reset(int particles) {
        Arrays.fill(points, 0, particles, 0);
        for (double[] row : sums) {
            Arrays.fill(row, 0, particles, 0.0);
        }
        for (double[] row : products) {
            Arrays.fill(row, 0, particles, 0.0);
        }
    }

    /** Arguments as {@link PathTally#add}. */
    public void add(double[][] theta, int[] particle, int count) {
        for (int slot = 0; slot < count; slot++) {
            int p = particle[slot];
            if (points[p]++ == 0) {
                for (int i = 0; i < dimension; i++) {
                    first[i][p] = theta[i][slot];
                }
            }
        }
        int pair = 0;
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j <= i; j++) {
                double[] product = products[pair++];
                for (int slot = 0; slot < count; slot++) {
                    int p = particle[slot];
                    product[p] += (theta[i][slot] - first[i][p]) * (theta[j][slot] - first[j][p]);
                }
            }
            for (int slot = 0; slot < count; slot++) {
                sums[i][particle[slot]] += theta[i][slot] - first[i][particle[slot]];
            }
        }
    }

    /** Of the points of one path, with their number as divisor. */
    public PrincipalComponents components(int particle) {
        double n = points[particle];
        double[] mean = new double[dimension];
        double[][] covariance = new double[dimension][dimension];
        int pair = 0;
        for (int i = 0; i < dimension; i++) {
            mean[i] = sums[i][particle] / n;
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = products[pair++][particle] / n - mean[i] * mean[j];
                covariance[j][i] = covariance[i][j];
            }
        }
        for (int i = 0; i < dimension; i++) {
            mean[i] += first[i][particle];
        }
        return PrincipalComponents.of(mean, covariance);
    }
}
