package org.thalweg.fokkerplanck;

/**
 * LU factors of a dense matrix with partial pivoting, P A = L U. Beside Hipparchus' decomposition because the hierarchy
 * divides from the right, and needs loops over contiguous rows to be fast.
 */
final class DenseLu {
    private final int n;
    private final double[] lu;
    private final int[] pivot;

    private DenseLu(int n, double[] lu, int[] pivot) {
        this.n = n;
        this.lu = lu;
        this.pivot = pivot;
    }

    /**
     * Factors a square matrix.
     *
     * @param a by rows, length n squared. Modified: the factors take its place
     * @throws NumericsException where it is singular or not finite
     */
    static DenseLu factor(int n, double[] a) {
        int[] pivot = new int[n];
        for (int k = 0; k < n; k++) {
            int largest = k;
            for (int i = k + 1; i < n; i++) {
                largest = Math.abs(a[i * n + k]) > Math.abs(a[largest * n + k]) ? i : largest;
            }
            double top = a[largest * n + k];
            if (!(Math.abs(top) > 0.0) || Double.isInfinite(top)) {
                throw new NumericsException("the linear system of the hierarchy is singular or overflows;"
                        + " use the method finite-volume");
            }
            pivot[k] = largest;
            swapRows(a, n, n, k, largest);
            for (int i = k + 1; i < n; i++) {
                double factor = a[i * n + k] / top;
                a[i * n + k] = factor;
                subtract(a, i * n + k + 1, a, k * n + k + 1, factor, n - k - 1);
            }
        }
        return new DenseLu(n, a, pivot);
    }

    private static void swapRows(double[] a, int stride, int count, int i, int j) {
        for (int k = 0; i != j && k < count; k++) {
            double kept = a[i * stride + k];
            a[i * stride + k] = a[j * stride + k];
            a[j * stride + k] = kept;
        }
    }

    /** to -= factor * from, over a stretch of two rows. */
    private static void subtract(double[] to, int toStart, double[] from, int fromStart, double factor, int count) {
        for (int k = 0; k < count; k++) {
            to[toStart + k] -= factor * from[fromStart + k];
        }
    }

    /** Solves A x = b. Modified: b becomes x. */
    void solve(double[] b) {
        for (int k = 0; k < n; k++) {
            swapRows(b, 1, 1, k, pivot[k]);
        }
        for (int i = 1; i < n; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= lu[i * n + k] * b[k];
            }
            b[i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int k = i + 1; k < n; k++) {
                sum -= lu[i * n + k] * b[k];
            }
            b[i] = sum / lu[i * n + i];
        }
    }

    /** Solves X A = B, n rows at once. Modified: the rows of b become those of X. */
    void divide(double[] b) {
        for (int row = 0; row < b.length; row += n) {
            for (int k = 0; k < n; k++) {
                double value = b[row + k] / lu[k * n + k];
                b[row + k] = value;
                subtract(b, row + k + 1, lu, k * n + k + 1, value, n - k - 1);
            }
            for (int k = n - 1; k > 0; k--) {
                subtract(b, row, lu, k * n, b[row + k], k);
            }
            for (int k = n - 1; k >= 0; k--) {
                double kept = b[row + k];
                b[row + k] = b[row + pivot[k]];
                b[row + pivot[k]] = kept;
            }
        }
    }
}
