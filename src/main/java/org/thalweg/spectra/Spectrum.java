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
        Tridiagonal reduced = Tridiagonal.of(matrix, false);
        return ImplicitQl.of(reduced.diagonal(), reduced.beside(), false);
    }

    /** Of a whole matrix, with all eigenvectors. */
    public static Spectrum of(DenseMatrix matrix) {
        Tridiagonal reduced = Tridiagonal.of(matrix, true);
        Spectrum spectrum = ImplicitQl.of(reduced.diagonal(), reduced.beside(), true);
        reduced.turnBack(spectrum.vectors());
        return spectrum;
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
