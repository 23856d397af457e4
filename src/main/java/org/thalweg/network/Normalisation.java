package org.thalweg.network;

import java.util.Arrays;

/**
 * Batch normalisation of the inputs u of a layer's units [IS15]: y = gamma h + beta with h = (u - m) s, s = 1 / sqrt(v
 * + {@link #EPSILON}), m and v mean and variance (the mean square, not the unbiased one) of u over the batch. There is
 * no running state: m and v are those of the samples at hand, or those of another normalisation, {@link #borrow}.
 *
 * <p>Scratch memory of one thread; rows are samples, columns units, and sums run over samples in their order. With q =
 * dL/dy and g = gamma q the derivative by u is s (g - E g - h E g h): m and v move with u. The R-operator is that of
 * these formulas. Biases before it move u and m alike: their derivatives are exactly 0. Derived in {@code
 * docs/theory/networks.md}.
 */
final class Normalisation {
    /** What keeps the root from 0 where a unit has the same input from all samples. */
    static final double EPSILON = 1e-5;

    static final String ONE_SAMPLE = "the variance over a single sample is 0; take batches of at least two";

    private final Layer layer;
    private final int units;
    private final double[] mean;
    /** s. */
    private final double[] inverse;
    /** h. */
    private final double[] normal;
    /** Means over samples, such as E g and E g h, and their tangents. */
    private final double[][] means;
    /** Tangents of s and h; made where they are asked for. */
    private double[] inverseTangent;
    private double[] normalTangent;
    private boolean borrowed;

    Normalisation(Layer layer, int capacity) {
        this.layer = layer;
        units = layer.outputs();
        mean = new double[units];
        inverse = new double[units];
        normal = new double[units * capacity];
        means = new double[4][units];
    }

    /** Takes means and variances of another worker, once and for all that follows. */
    void borrow(Normalisation other) {
        System.arraycopy(other.mean, 0, mean, 0, units);
        System.arraycopy(other.inverse, 0, inverse, 0, units);
        borrowed = true;
    }

    /** Replaces u by y. */
    void forward(double[] theta, double[] u, Batch batch) {
        if (!borrowed) {
            statistics(u, batch.count);
        }
        int gamma = layer.gammaFrom();
        int beta = layer.betaFrom();
        for (int n = 0; n < batch.count; n++) {
            int row = n * units;
            for (int j = 0; j < units; j++) {
                double h = (u[row + j] - mean[j]) * inverse[j];
                normal[row + j] = h;
                u[row + j] = theta[gamma + j] * h + theta[beta + j];
            }
        }
    }

    /** Two passes: nothing is lost by cancellation. */
    private void statistics(double[] u, int count) {
        Arrays.fill(mean, 0.0);
        Arrays.fill(inverse, 0.0);
        for (int n = 0; n < count; n++) {
            for (int j = 0; j < units; j++) {
                mean[j] += u[n * units + j];
            }
        }
        divide(mean, count);
        for (int n = 0; n < count; n++) {
            for (int j = 0; j < units; j++) {
                double deviation = u[n * units + j] - mean[j];
                inverse[j] += deviation * deviation;
            }
        }
        for (int j = 0; j < units; j++) {
            inverse[j] = 1.0 / Math.sqrt(inverse[j] / count + EPSILON);
        }
    }

    /** Replaces the tangent of u by that of y: h' = s (u' - E u' - h E h u'), s' = - s s E h u'. */
    void tangentForward(double[] theta, double[] direction, double[] tangent, Batch batch) {
        requireOwn();
        if (normalTangent == null) {
            normalTangent = new double[normal.length];
            inverseTangent = new double[units];
        }
        double[] ofTangent = means[0];
        double[] along = means[1];
        average(tangent, null, ofTangent, batch.count);
        Arrays.fill(along, 0.0);
        for (int n = 0; n < batch.count; n++) {
            for (int j = 0; j < units; j++) {
                along[j] += normal[n * units + j] * (tangent[n * units + j] - ofTangent[j]);
            }
        }
        divide(along, batch.count);
        for (int j = 0; j < units; j++) {
            inverseTangent[j] = -inverse[j] * inverse[j] * along[j];
        }
        int gamma = layer.gammaFrom();
        int beta = layer.betaFrom();
        for (int n = 0; n < batch.count; n++) {
            int row = n * units;
            for (int j = 0; j < units; j++) {
                double h = normal[row + j];
                double moved = inverse[j] * (tangent[row + j] - ofTangent[j] - h * along[j]);
                normalTangent[row + j] = moved;
                tangent[row + j] = direction[gamma + j] * h + theta[gamma + j] * moved + direction[beta + j];
            }
        }
    }

    /**
     * Replaces derivatives by y with those by u.
     *
     * @param gradient modified: those by gamma, beta, and by the biases
     */
    void backward(double[] theta, double[] delta, Batch batch, double[] gradient) {
        requireOwn();
        byShiftAndFactor(delta, batch.count, gradient);
        int gamma = layer.gammaFrom();
        double[] ofDelta = means[0];
        double[] along = means[1];
        average(delta, null, ofDelta, batch.count);
        average(delta, normal, along, batch.count);
        for (int n = 0; n < batch.count; n++) {
            int row = n * units;
            for (int j = 0; j < units; j++) {
                delta[row + j] = inverse[j] * theta[gamma + j]
                        * (delta[row + j] - ofDelta[j] - normal[row + j] * along[j]);
            }
        }
    }

    /**
     * As {@link #backward}, with tangents.
     *
     * @param delta modified: derivatives by y become those by u
     * @param tangent modified: so do their tangents
     * @param product modified: tangents of the derivatives by gamma, beta, and the biases
     */
    void tangentBackward(double[] theta, double[] direction, double[] delta, double[] tangent, Batch batch,
            double[] product) {
        requireOwn();
        int count = batch.count;
        int gamma = layer.gammaFrom();
        byShiftAndFactor(tangent, count, product);
        double[] ofDelta = means[0];
        double[] along = means[1];
        double[] ofTangent = means[2];
        double[] alongTangent = means[3];
        average(delta, null, ofDelta, count);
        average(delta, normal, along, count);
        average(tangent, null, ofTangent, count);
        average(tangent, normal, alongTangent, count);
        double[] turned = new double[units];
        average(delta, normalTangent, turned, count);
        for (int j = 0; j < units; j++) {
            product[gamma + j] += turned[j] * count;
            alongTangent[j] += turned[j];
        }
        for (int n = 0; n < count; n++) {
            int row = n * units;
            for (int j = 0; j < units; j++) {
                double h = normal[row + j];
                double part = delta[row + j] - ofDelta[j] - h * along[j];
                double moved = tangent[row + j] - ofTangent[j] - normalTangent[row + j] * along[j]
                        - h * alongTangent[j];
                double factor = inverse[j] * theta[gamma + j];
                double factorTangent = inverseTangent[j] * theta[gamma + j] + inverse[j] * direction[gamma + j];
                delta[row + j] = factor * part;
                tangent[row + j] = factorTangent * part + factor * moved;
            }
        }
    }

    /** The sums of q h and of q, and 0 for the biases. */
    private void byShiftAndFactor(double[] delta, int count, double[] gradient) {
        Arrays.fill(gradient, layer.biasesFrom(), layer.end(), 0.0);
        int gamma = layer.gammaFrom();
        int beta = layer.betaFrom();
        for (int n = 0; n < count; n++) {
            int row = n * units;
            for (int j = 0; j < units; j++) {
                gradient[gamma + j] += delta[row + j] * normal[row + j];
                gradient[beta + j] += delta[row + j];
            }
        }
    }

    /** The mean over samples of numbers, or of their products with others. */
    private void average(double[] numbers, double[] others, double[] result, int count) {
        Arrays.fill(result, 0.0);
        for (int n = 0; n < count; n++) {
            int row = n * units;
            for (int j = 0; j < units; j++) {
                result[j] += others == null ? numbers[row + j] : numbers[row + j] * others[row + j];
            }
        }
        divide(result, count);
    }

    private static void divide(double[] sums, int count) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] /= count;
        }
    }

    /** Under the statistics of other samples derivatives would lack what these samples add to them. */
    private void requireOwn() {
        if (borrowed) {
            throw new IllegalStateException("derivatives by the statistics of other samples");
        }
    }
}
