package org.thalweg.fokkerplanck.linear;

import org.thalweg.fokkerplanck.law.NumericsException;

/**
 * LU factors of a dense matrix with partial pivoting, P A = L U. Beside Hipparchus' decomposition because the hierarchy
 * divides from the right, and needs loops over contiguous rows to be fast.
 */
public final class DenseLu {
    /** Columns eliminated before the rest of the matrix is touched: a few tiles of the product. */
    private static final int PANEL = 8;

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
    public static DenseLu factor(int n, double[] a) {
        int[] pivot = new int[n];
        for (int from = 0; from < n; from += PANEL) {
            int to = Math.min(n, from + PANEL);
            for (int k = from; k < to; k++) {
                column(n, a, pivot, k, to);
            }
            for (int k = from + 1; k < to; k++) {
                for (int m = from; m < k; m++) {
                    subtract(a, k * n + to, a, m * n + to, a[k * n + m], n - to);
                }
            }
            DenseProduct.subtract(a, to * n + from, n, a, from * n + to, n, a, to * n + to, n, n - to, to - from,
                    n - to);
        }
        return new DenseLu(n, a, pivot);
    }

    /** Eliminates below the diagonal of column {@code k}, as far as the columns before {@code to} go. */
    private static void column(int n, double[] a, int[] pivot, int k, int to) {
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
            for (int j = k + 1; j < to; j++) {
                a[i * n + j] -= factor * a[k * n + j];
            }
        }
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
    public void solve(double[] b) {
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

    /** Solves A^T x = b. Modified: b becomes x. */
    public void solveTransposed(double[] b) {
        for (int k = 0; k < n; k++) {
            double value = b[k] / lu[k * n + k];
            b[k] = value;
            for (int j = k + 1; j < n; j++) {
                b[j] -= value * lu[k * n + j];
            }
        }
        for (int k = n - 1; k > 0; k--) {
            for (int j = 0; j < k; j++) {
                b[j] -= b[k] * lu[k * n + j];
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            swapRows(b, 1, 1, k, pivot[k]);
        }
    }

    /** Solves A X = B for {@code columns} columns, by rows. Modified: b becomes X. */
    public void solve(double[] b, int columns) {
        for (int k = 0; k < n; k++) {
            swapRows(b, columns, columns, k, pivot[k]);
        }
        for (int from = 0; from < n; from += PANEL) {
            int to = Math.min(n, from + PANEL);
            for (int i = from + 1; i < to; i++) {
                for (int k = from; k < i; k++) {
                    subtract(b, i * columns, b, k * columns, lu[i * n + k], columns);
                }
            }
            DenseProduct.subtract(lu, to * n + from, n, b, from * columns, columns, b, to * columns, columns, n - to,
                    to - from, columns);
        }
        for (int from = (n - 1) / PANEL * PANEL; from >= 0; from -= PANEL) {
            int to = Math.min(n, from + PANEL);
            for (int i = to - 1; i >= from; i--) {
                for (int k = i + 1; k < to; k++) {
                    subtract(b, i * columns, b, k * columns, lu[i * n + k], columns);
                }
                for (int j = 0; j < columns; j++) {
                    b[i * columns + j] /= lu[i * n + i];
                }
            }
            DenseProduct.subtract(lu, from, n, b, from * columns, columns, b, 0, columns, from, to - from, columns);
        }
    }

    /** Solves X A = B, n rows at once. Modified: the rows of b become those of X. */
    public void divide(double[] b) {
        int rows = b.length / n;
        for (int from = 0; from < n; from += PANEL) {
            int to = Math.min(n, from + PANEL);
            DenseProduct.subtract(b, 0, n, lu, from, n, b, from, n, rows, from, to - from);
            for (int row = 0; row < b.length; row += n) {
                for (int k = from; k < to; k++) {
                    double value = b[row + k] / lu[k * n + k];
                    b[row + k] = value;
                    for (int j = k + 1; j < to; j++) {
                        b[row + j] -= value * lu[k * n + j];
                    }
                }
            }
        }
        for (int from = (n - 1) / PANEL * PANEL; from >= 0; from -= PANEL) {
            int to = Math.min(n, from + PANEL);
            DenseProduct.subtract(b, to, n, lu, to * n + from, n, b, from, n, rows, n - to, to - from);
            for (int row = 0; row < b.length; row += n) {
                for (int k = to - 1; k > from; k--) {
                    for (int j = from; j < k; j++) {
                        b[row + j] -= b[row + k] * lu[k * n + j];
                    }
                }
            }
        }
        for (int row = 0; row < b.length; row += n) {
            for (int k = n - 1; k >= 0; k--) {
                double kept = b[row + k];
                b[row + k] = b[row + pivot[k]];
                b[row + pivot[k]] = kept;
            }
        }
    }
}
