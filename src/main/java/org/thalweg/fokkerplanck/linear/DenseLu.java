package org.thalweg.fokkerplanck.linear;

import org.thalweg.fokkerplanck.law.NumericsException;

/**
 * LU factors of a dense matrix with partial pivoting, P A = L U. Beside Hipparchus' decomposition because the hierarchy
 * divides from the right, and needs loops over contiguous rows to be fast.
 */
public final class DenseLu {
    /**
     * Columns or rows that are made at a time, by a product with all that are made already, whose sums are long, and a
     * triangle of their own: those of a tile of the product.
     */
    private static final int PANEL = 4;

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
            int corner = from * n + from;
            DenseProduct.subtract(a, from * n, n, a, from, n, a, corner, n, n - from, from, to - from);
            for (int k = from; k < to; k++) {
                column(n, a, pivot, k, to);
            }
            DenseProduct.subtract(a, from * n, n, a, to, n, a, from * n + to, n, to - from, from, n - to);
            for (int k = from + 1; k < to; k++) {
                for (int m = from; m < k; m++) {
                    subtract(a, k * n + to, a, m * n + to, a[k * n + m], n - to);
                }
            }
        }
        return new DenseLu(n, a, pivot);
    }

    /** Eliminates below the diagonal of column {@code k}, as far as the columns before {@code to} go. */
    private static void column(int n, double[] a, int[] pivot, int k, int to) {
        int largest = k;
        double size = Math.abs(a[k * n + k]);
        for (int i = k + 1; i < n; i++) {
            double other = Math.abs(a[i * n + k]);
            if (other > size) {
                largest = i;
                size = other;
            }
        }
        double top = a[largest * n + k];
        if (!(size > 0.0) || Double.isInfinite(top)) {
            throw new NumericsException("the linear system of the hierarchy is singular or overflows;"
                    + " use the method finite-volume");
        }
        pivot[k] = largest;
        swapRows(a, n, n, k, largest);
        int beside = to - k - 1;
        int corner = k * n + k;
        double u1 = beside > 0 ? a[corner + 1] : 0.0;
        double u2 = beside > 1 ? a[corner + 2] : 0.0;
        double u3 = beside > 2 ? a[corner + 3] : 0.0;
        for (int at = corner + n; at < n * n; at += n) {
            double factor = a[at] / top;
            a[at] = factor;
            if (beside > 0) {
                a[at + 1] = Math.fma(-factor, u1, a[at + 1]);
            }
            if (beside > 1) {
                a[at + 2] = Math.fma(-factor, u2, a[at + 2]);
            }
            if (beside > 2) {
                a[at + 3] = Math.fma(-factor, u3, a[at + 3]);
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
            DenseProduct.subtract(lu, from * n, n, b, 0, columns, b, from * columns, columns, to - from, from, columns);
            for (int i = from + 1; i < to; i++) {
                for (int k = from; k < i; k++) {
                    subtract(b, i * columns, b, k * columns, lu[i * n + k], columns);
                }
            }
        }
        for (int from = (n - 1) / PANEL * PANEL; from >= 0; from -= PANEL) {
            int to = Math.min(n, from + PANEL);
            DenseProduct.subtract(lu, from * n + to, n, b, to * columns, columns, b, from * columns, columns, to - from,
                    n - to, columns);
            for (int i = to - 1; i >= from; i--) {
                for (int k = i + 1; k < to; k++) {
                    subtract(b, i * columns, b, k * columns, lu[i * n + k], columns);
                }
                for (int j = 0; j < columns; j++) {
                    b[i * columns + j] /= lu[i * n + i];
                }
            }
        }
    }

    /** Solves X A = B, n rows at once. Modified: the rows of b become those of X. */
    public void divide(double[] b) {
        int rows = b.length / n;
        int whole = n / PANEL * PANEL;
        for (int from = 0; from < n; from += PANEL) {
            int to = Math.min(n, from + PANEL);
            DenseProduct.subtract(b, 0, n, lu, from, n, b, from, n, rows, from, to - from);
            if (from < whole) {
                divideByUpper(b, from);
            } else {
                divideByLastUpper(b, from);
            }
        }
        if (whole < n) {
            divideByLastLower(b, whole);
        }
        for (int from = whole - PANEL; from >= 0; from -= PANEL) {
            int to = from + PANEL;
            DenseProduct.subtract(b, to, n, lu, to * n + from, n, b, from, n, rows, n - to, PANEL);
            divideByLower(b, from);
        }
        for (int row = 0; row < b.length; row += n) {
            for (int k = n - 1; k >= 0; k--) {
                double kept = b[row + k];
                b[row + k] = b[row + pivot[k]];
                b[row + pivot[k]] = kept;
            }
        }
    }

    /** Four columns by the triangle of U that is theirs; rows wait for each other only at the divider. */
    private void divideByUpper(double[] b, int from) {
        int first = from * n + from;
        int second = first + n;
        int third = second + n;
        double u00 = lu[first];
        double u01 = lu[first + 1];
        double u02 = lu[first + 2];
        double u03 = lu[first + 3];
        double u11 = lu[second + 1];
        double u12 = lu[second + 2];
        double u13 = lu[second + 3];
        double u22 = lu[third + 2];
        double u23 = lu[third + 3];
        double u33 = lu[third + n + 3];
        for (int at = from; at < b.length; at += n) {
            double x0 = b[at] / u00;
            double x1 = Math.fma(-x0, u01, b[at + 1]) / u11;
            double x2 = Math.fma(-x1, u12, Math.fma(-x0, u02, b[at + 2])) / u22;
            double x3 = Math.fma(-x2, u23, Math.fma(-x1, u13, Math.fma(-x0, u03, b[at + 3]))) / u33;
            b[at] = x0;
            b[at + 1] = x1;
            b[at + 2] = x2;
            b[at + 3] = x3;
        }
    }

    /** Four columns by the triangle of L that is theirs. */
    private void divideByLower(double[] b, int from) {
        int second = (from + 1) * n + from;
        int third = second + n;
        int fourth = third + n;
        double l10 = lu[second];
        double l20 = lu[third];
        double l21 = lu[third + 1];
        double l30 = lu[fourth];
        double l31 = lu[fourth + 1];
        double l32 = lu[fourth + 2];
        for (int at = from; at < b.length; at += n) {
            double x3 = b[at + 3];
            double x2 = Math.fma(-x3, l32, b[at + 2]);
            double x1 = Math.fma(-x2, l21, Math.fma(-x3, l31, b[at + 1]));
            b[at] = Math.fma(-x1, l10, Math.fma(-x2, l20, Math.fma(-x3, l30, b[at])));
            b[at + 1] = x1;
            b[at + 2] = x2;
        }
    }

    /** The columns left over, fewer than four. */
    private void divideByLastUpper(double[] b, int from) {
        for (int row = 0; row < b.length; row += n) {
            for (int k = from; k < n; k++) {
                double value = b[row + k] / lu[k * n + k];
                b[row + k] = value;
                for (int j = k + 1; j < n; j++) {
                    b[row + j] -= value * lu[k * n + j];
                }
            }
        }
    }

    private void divideByLastLower(double[] b, int from) {
        for (int row = 0; row < b.length; row += n) {
            for (int k = n - 1; k > from; k--) {
                for (int j = from; j < k; j++) {
                    b[row + j] -= b[row + k] * lu[k * n + j];
                }
            }
        }
    }
}
