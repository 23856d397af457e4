package org.thalweg.spectra;

import java.util.Arrays;
import org.thalweg.compute.Backend;
import org.thalweg.compute.BlockMath;

/**
 * A symmetric matrix reduced to three diagonals by Householder's reflections 1 - beta v v^T, one for each column
 * ([GVL13], section 8.3).
 *
 * <p>A matrix of thousands of rows does not fit into caches, so that time is that of reading it. Each reflection reads
 * it once: while its part of the matrix is there, the product with the next reflection's vector is taken as well.
 */
public final class Tridiagonal {
    private static final BlockMath MATH = Backend.current();
    private static final int LINE = BlockMath.LINE;
    /** Rows at a time, which stay in the second-level cache. */
    private static final int ROWS = 20;

    private final int n;
    private final int stride;
    /** The matrix, row after row with room for whole lines; gone after the reduction. */
    private double[] a;
    private final double[] diagonal;
    /** Entry i is beside diagonal entries i and i + 1; the last is 0. */
    private final double[] beside;
    private final double[] beta;
    private final double[][] reflections;

    private Tridiagonal(DenseMatrix matrix, boolean keep) {
        n = matrix.dimension();
        stride = (n + 2 * LINE - 1) / LINE * LINE;
        a = new double[n * stride];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix.rows()[i], 0, a, i * stride, n);
        }
        diagonal = new double[n];
        beside = new double[n];
        beta = new double[n];
        reflections = keep ? new double[n][] : null;
    }

    /**
     * The reduction.
     *
     * @param matrix not modified
     * @param keep the reflections, for {@link #spectrum()}
     */
    public static Tridiagonal of(DenseMatrix matrix, boolean keep) {
        Tridiagonal reduced = new Tridiagonal(matrix, keep);
        reduced.reduce();
        reduced.a = null;
        return reduced;
    }

    /** All eigenvalues of the matrix, without eigenvectors, in a time that grows like the square of the rows. */
    public Spectrum values() {
        return ImplicitQl.of(diagonal, beside, false);
    }

    /** All eigenvalues and eigenvectors of the matrix; of a reduction that keeps its reflections. */
    public Spectrum spectrum() {
        Spectrum spectrum = ImplicitQl.of(diagonal, beside, true);
        turnBack(spectrum.vectors());
        return spectrum;
    }

    private void reduce() {
        double[] v = new double[stride];
        double[] w = new double[stride];
        double[] next = new double[stride];
        double[] sums = new double[stride];
        double[] left = new double[2 * stride];
        double[] right = new double[2 * stride];
        for (int k = 0; k < n; k++) {
            // Row k is up to date; the rows below still lack the reflection before, v and w.
            diagonal[k] = a[k * stride + k];
            int size = n - k - 1;
            if (size == 0) {
                break;
            }
            reflect(k, next);
            Arrays.fill(sums, 0, stride, 0.0);
            int columns = (size + LINE - 1) / LINE * LINE;
            for (int first = k + 1; first < n; first += ROWS) {
                int rows = Math.min(ROWS, n - first);
                int at = first * stride + k + 1;
                if (k > 0) {
                    MATH.product(rows, 2, columns, left, 2 * first, 2, 1, right, k + 1, stride, a, at, stride, a, at,
                            stride);
                }
                MATH.product(1, rows, columns, next, first, 0, 1, a, at, stride, sums, k + 1, 0, sums, k + 1, 0);
            }
            double along = 0.0;
            for (int i = k + 1; i < n; i++) {
                along = Math.fma(next[i], sums[i], along);
            }
            for (int i = k + 1; i < n; i++) {
                v[i] = next[i];
                w[i] = beta[k] * (sums[i] - 0.5 * beta[k] * along * next[i]);
                left[2 * i] = -v[i];
                left[2 * i + 1] = -w[i];
                right[i] = w[i];
                right[stride + i] = v[i];
            }
            int row = (k + 1) * stride + k + 1;
            MATH.product(1, 2, columns, left, 2 * (k + 1), 2, 1, right, k + 1, stride, a, row, stride, a, row,
                    stride);
        }
    }

    /** The reflection that leaves of row k only the diagonal and the number beside it. */
    private void reflect(int k, double[] v) {
        int row = k * stride;
        double scale = 0.0;
        for (int i = k + 1; i < n; i++) {
            scale = Math.max(scale, Math.abs(a[row + i]));
        }
        Arrays.fill(v, 0.0);
        beta[k] = 0.0;
        beside[k] = a[row + k + 1];
        boolean nothing = true;
        for (int i = k + 2; i < n; i++) {
            nothing &= a[row + i] == 0.0;
        }
        if (!nothing) {
            double squares = 0.0;
            for (int i = k + 1; i < n; i++) {
                v[i] = a[row + i] / scale;
                squares = Math.fma(v[i], v[i], squares);
            }
            double length = Math.sqrt(squares);
            double head = v[k + 1];
            beside[k] = head > 0.0 ? -scale * length : scale * length;
            v[k + 1] += head > 0.0 ? length : -length;
            beta[k] = 1.0 / (squares + Math.abs(head) * length);
        }
        if (reflections != null) {
            reflections[k] = v.clone();
        }
    }

    /**
     * Eigenvectors of the reduced matrix made into those of the matrix.
     *
     * @param vectors rows, modified: replaced
     */
    private void turnBack(double[][] vectors) {
        double[][] some = new double[Math.min(2 * LINE, n)][stride];
        double[] sums = new double[LINE];
        for (int first = 0; first < n; first += some.length) {
            int rows = Math.min(some.length, n - first);
            for (int r = 0; r < rows; r++) {
                System.arraycopy(vectors[first + r], 0, some[r], 0, n);
            }
            for (int k = n - 2; k >= 0; k--) {
                for (int r = 0; r < rows && beta[k] != 0.0; r++) {
                    reflect(reflections[k], beta[k], (k + 1) / LINE * LINE, some[r], sums);
                }
            }
            for (int r = 0; r < rows; r++) {
                System.arraycopy(some[r], 0, vectors[first + r], 0, n);
            }
        }
    }

    private void reflect(double[] v, double factor, int from, double[] x, double[] sums) {
        Arrays.fill(sums, 0.0);
        MATH.addProducts(v, x, from, (n - from + LINE - 1) / LINE, sums, 0);
        double sum = 0.0;
        for (double part : sums) {
            sum += part;
        }
        sum *= factor;
        for (int i = from; i < n; i++) {
            x[i] -= sum * v[i];
        }
    }
}
