package org.thalweg.spectra;

/**
 * The traces of a symmetric matrix and of its square: sum and sum of squares of its eigenvalues.
 *
 * @param dimension how many eigenvalues there are
 */
public record Traces(int dimension, double trace, double squareTrace) {
    /** Exactly, by a product with each unit vector; the matrix is never stored. */
    public static Traces of(SymmetricOperator operator) {
        int n = operator.dimension();
        double[] unit = new double[n];
        double[] column = new double[n];
        double trace = 0.0;
        double squares = 0.0;
        for (int i = 0; i < n; i++) {
            unit[i] = 1.0;
            operator.apply(unit, column);
            unit[i] = 0.0;
            trace += column[i];
            for (double value : column) {
                squares += value * value;
            }
        }
        return new Traces(n, trace, squares);
    }

    /** The mean of the eigenvalues. */
    public double mean() {
        return trace / dimension;
    }

    /** Their standard deviation. */
    public double deviation() {
        return Math.sqrt(Math.max(0.0, squareTrace / dimension - mean() * mean()));
    }

    /** Intervals that hold the largest and the smallest eigenvalue. */
    public WolkowiczStyan bounds() {
        return WolkowiczStyan.of(this);
    }
}
