package org.thalweg.spectra;

/**
 * Eigenvalues and unit eigenvectors of a symmetric matrix.
 *
 * @param values the largest first
 * @param vectors as rows, in the order of the values; each times an unknown sign. Empty where none were asked for
 */
public record Spectrum(double[] values, double[][] vectors) {
    /** Of a whole matrix, without eigenvectors. */
    public static Spectrum values(DenseMatrix matrix) {
        return Tridiagonal.of(matrix, false).values();
    }

    /** Of a whole matrix, with all eigenvectors. */
    public static Spectrum of(DenseMatrix matrix) {
        return Tridiagonal.of(matrix, true).spectrum();
    }

    /** The largest eigenvalue. */
    public double largest() {
        return values[0];
    }

    /** The smallest eigenvalue. */
    public double smallest() {
        return values[values.length - 1];
    }
}
