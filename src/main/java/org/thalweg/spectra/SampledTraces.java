package org.thalweg.spectra;

import java.util.function.ToDoubleFunction;
import org.thalweg.compute.ScalarProduct;
import org.thalweg.measure.Measurement;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/**
 * Traces of a symmetric matrix and of its square from a few products, with standard errors: for matrices that have more
 * rows than products can be afforded.
 *
 * <p>With V some orthonormal directions and P = 1 - V V^T the trace is sum v^T H v + tr P H P, whatever V. The first
 * part is exact; the second is the mean of (P z)^T H (P z) over vectors z of independent signs [H90], and that of |H P
 * z|^2 goes with sum |H v|^2 to the trace of the square. Where V are the leading eigenvectors, what is left to chance
 * is small [MMMW21].
 *
 * <p>Errors of whatever is made of both traces are by the jackknife over the vectors.
 */
public final class SampledTraces {
    private final int dimension;
    private final double trace;
    private final double squareTrace;
    private final double[] rest;
    private final double[] restOfSquare;

    private SampledTraces(int dimension, double trace, double squareTrace, double[] rest, double[] restOfSquare) {
        this.dimension = dimension;
        this.trace = trace;
        this.squareTrace = squareTrace;
        this.rest = rest;
        this.restOfSquare = restOfSquare;
    }

    /**
     * Samples.
     *
     * @param directions orthonormal, such as leading eigenvectors; not modified
     * @param vectors how many vectors of signs, at least 2; as many products, and one for each direction
     */
    public static SampledTraces of(SymmetricOperator operator, double[][] directions, int vectors, Seed seed) {
        if (vectors < 2) {
            throw new IllegalArgumentException(vectors + " vectors have no standard error; take two or more");
        }
        int n = operator.dimension();
        double[] product = new double[n];
        double trace = 0.0;
        double squareTrace = 0.0;
        for (double[] v : directions) {
            operator.apply(v, product);
            trace += ScalarProduct.of(v, product);
            squareTrace += ScalarProduct.of(product, product);
        }
        RandomStream stream = seed.stream(Purpose.OTHER, 1);
        double[] rest = new double[vectors];
        double[] restOfSquare = new double[vectors];
        double[] z = new double[n];
        for (int m = 0; m < vectors; m++) {
            stream.fillTwoPoint(z, n);
            for (double[] v : directions) {
                double along = ScalarProduct.of(v, z);
                for (int i = 0; i < n; i++) {
                    z[i] -= along * v[i];
                }
            }
            operator.apply(z, product);
            rest[m] = ScalarProduct.of(z, product);
            restOfSquare[m] = ScalarProduct.of(product, product);
        }
        return new SampledTraces(n, trace, squareTrace, rest, restOfSquare);
    }

    /** What is made of the traces, and its standard error. */
    public Measurement of(ToDoubleFunction<Traces> quantity) {
        int m = rest.length;
        double[] without = new double[m];
        double mean = 0.0;
        for (int k = 0; k < m; k++) {
            without[k] = quantity.applyAsDouble(traces(k));
            mean += without[k] / m;
        }
        double squares = 0.0;
        for (double value : without) {
            squares += (value - mean) * (value - mean);
        }
        return new Measurement(quantity.applyAsDouble(traces(-1)), Math.sqrt(squares * (m - 1) / m), m);
    }

    /** By all vectors but one. */
    private Traces traces(int without) {
        double sum = 0.0;
        double sumOfSquare = 0.0;
        for (int k = 0; k < rest.length; k++) {
            sum += k == without ? 0.0 : rest[k];
            sumOfSquare += k == without ? 0.0 : restOfSquare[k];
        }
        int count = without < 0 ? rest.length : rest.length - 1;
        return new Traces(dimension, trace + sum / count, squareTrace + sumOfSquare / count);
    }
}
