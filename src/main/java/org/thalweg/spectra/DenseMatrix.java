package org.thalweg.spectra;

import org.thalweg.refusal.Refusal;

/**
 * A symmetric matrix, number by number.
 *
 * @param rows not to be modified
 */
public record DenseMatrix(double[][] rows) implements SymmetricOperator {
    /** Rows that are still formed: 72 MB, and minutes for a large data set. */
    public static final int LARGEST = 3000;

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

    /** Trace, and trace of the square. */
    public Traces traces() {
        return Traces.of(this);
    }
}
