package org.thalweg.fokkerplanck.line;

/**
 * A symmetric matrix with few diagonals, for chains and rings of unknowns: those of a ring are numbered from both ends
 * in turn, so that neighbours stay near.
 */
final class BandMatrix {
    private final int width;
    /** {@code [row][row - column]}, of the lower half. */
    private final double[][] band;

    BandMatrix(int size, int width) {
        this.width = width;
        this.band = new double[size][width + 1];
    }

    int size() {
        return band.length;
    }

    double diagonal(int i) {
        return band[i][0];
    }

    void add(int row, int column, double value) {
        if (row >= column) {
            band[row][row - column] += value;
        }
    }

    /** The sum of the matrix and a multiple of another. */
    BandMatrix plus(double factor, BandMatrix other) {
        BandMatrix sum = new BandMatrix(size(), width);
        for (int i = 0; i < size(); i++) {
            for (int d = 0; d <= width; d++) {
                sum.band[i][d] = band[i][d] + factor * other.band[i][d];
            }
        }
        return sum;
    }

    double[] times(double[] x) {
        double[] product = new double[size()];
        for (int i = 0; i < size(); i++) {
            product[i] += band[i][0] * x[i];
            for (int d = 1; d <= Math.min(width, i); d++) {
                product[i] += band[i][d] * x[i - d];
                product[i - d] += band[i][d] * x[i];
            }
        }
        return product;
    }

    /** The factor L of L L^T [GVL13, 4.3]; this matrix must be positive definite. */
    BandMatrix factor() {
        BandMatrix l = new BandMatrix(size(), width);
        for (int i = 0; i < size(); i++) {
            for (int j = Math.max(0, i - width); j <= i; j++) {
                double sum = band[i][i - j];
                for (int k = Math.max(0, i - width); k < j; k++) {
                    sum -= j - k <= width ? l.band[i][i - k] * l.band[j][j - k] : 0.0;
                }
                l.band[i][i - j] = i == j ? Math.sqrt(sum) : sum / l.band[j][0];
            }
        }
        return l;
    }

    /** Solves L L^T x = rhs where this is L. Modified: the right-hand side, then the solution. */
    void solve(double[] x) {
        for (int i = 0; i < size(); i++) {
            for (int d = 1; d <= Math.min(width, i); d++) {
                x[i] -= band[i][d] * x[i - d];
            }
            x[i] /= band[i][0];
        }
        for (int i = size() - 1; i >= 0; i--) {
            x[i] /= band[i][0];
            for (int d = 1; d <= Math.min(width, i); d++) {
                x[i - d] -= band[i][d] * x[i];
            }
        }
    }
}
