package org.thalweg.spectra;

import java.util.Arrays;
import org.thalweg.compute.Backend;
import org.thalweg.compute.BlockMath;
import org.thalweg.refusal.Refusal;

/**
 * A symmetric matrix, number by number.
 *
 * @param rows not to be modified
 */
public record DenseMatrix(double[][] rows) implements SymmetricOperator {
    /** Rows that are still formed: 72 MB, and minutes for a large data set. */
    public static final int LARGEST = 3000;

    private static final int ROWS = 64;
    private static final int INNER = 32;

    /** Forms a matrix from its products with unit vectors, and makes it symmetric to the last bit. */
    public static DenseMatrix of(SymmetricOperator operator) {
        int n = operator.dimension();
        if (n > LARGEST) {
            throw new Refusal("matrix of " + n + " parameters: more than " + LARGEST
                    + " are not formed; restrict it to a layer, or ask for the largest eigenvalues only");
        }
        double[][] rows = new double[n][n];
        double[] unit = new double[n];
        for (int i = 0; i < n; i++) {
            unit[i] = 1.0;
            operator.apply(unit, rows[i]);
            unit[i] = 0.0;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (rows[i][j] + rows[j][i]);
                rows[i][j] = mean;
                rows[j][i] = mean;
            }
        }
        return new DenseMatrix(rows);
    }

    @Override
    public int dimension() {
        return rows.length;
    }

    @Override
    public void apply(double[] v, double[] product) {
        for (int i = 0; i < rows.length; i++) {
            double sum = 0.0;
            for (int j = 0; j < rows.length; j++) {
                sum = Math.fma(rows[i][j], v[j], sum);
            }
            product[i] = sum;
        }
    }

    /** The product with another matrix, which stands on the right. */
    public DenseMatrix times(DenseMatrix other) {
        int n = rows.length;
        int stride = (n + BlockMath.LINE - 1) / BlockMath.LINE * BlockMath.LINE;
        double[] right = new double[n * stride];
        for (int k = 0; k < n; k++) {
            System.arraycopy(other.rows[k], 0, right, k * stride, n);
        }
        BlockMath math = Backend.current();
        double[] some = new double[ROWS * n];
        double[] sums = new double[ROWS * stride];
        double[][] product = new double[n][n];
        for (int first = 0; first < n; first += ROWS) {
            int count = Math.min(ROWS, n - first);
            Arrays.fill(sums, 0.0);
            for (int i = 0; i < count; i++) {
                System.arraycopy(rows[first + i], 0, some, i * n, n);
            }
            // Rows of the other one at a time that stay in the second-level cache.
            for (int k = 0; k < n; k += INNER) {
                math.product(count, Math.min(INNER, n - k), stride, some, k, n, 1, right, k * stride, stride,
                        sums, 0, stride, sums, 0, stride);
            }
            for (int i = 0; i < count; i++) {
                System.arraycopy(sums, i * stride, product[first + i], 0, n);
            }
        }
        return new DenseMatrix(product);
    }
}
