package org.thalweg.model.noise.batch;

/** The root R of Cholesky of a matrix that may be singular: R lower triangular, R R^T = C. */
final class SemidefiniteRoot {
    /**
     * What is left of a diagonal entry, relative to it, is rounding below this: a column of R is 0 then. The errors of
     * a few hundred subtractions are some 1e-14 of the entry.
     */
    private static final double ROUNDING = 1e-13;

    private SemidefiniteRoot() {}

    /**
     * Replaces the lower triangle of a matrix by its root.
     *
     * @param matrix modified: symmetric and positive semi-definite; what is above the diagonal is not looked at
     */
    static void replace(double[][] matrix) {
        for (int j = 0; j < matrix.length; j++) {
            double left = matrix[j][j];
            for (int k = 0; k < j; k++) {
                left -= matrix[j][k] * matrix[j][k];
            }
            double pivot = left > ROUNDING * matrix[j][j] ? Math.sqrt(left) : 0.0;
            for (int i = j + 1; i < matrix.length; i++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                matrix[i][j] = pivot > 0.0 ? sum / pivot : 0.0;
            }
            matrix[j][j] = pivot;
        }
    }
}
