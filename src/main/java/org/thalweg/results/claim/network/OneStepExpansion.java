package org.thalweg.results.claim.network;

import org.thalweg.compute.ScalarProduct;
import org.thalweg.measure.Measurement;
import org.thalweg.model.noise.batch.BatchSampling;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.network.Network;
import org.thalweg.network.Propagation;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/**
 * Mean and variance of the change of a loss by one step of SGD, with the loss at second order along the step and the
 * exact law of the batches: its covariance C, and the third moment of xi, the deviation of a batch's gradient.
 *
 * <pre>
 *   E dL   = -eta |g|^2 + (eta^2 / 2) (g H g + tr H C)
 *   Var dL = eta^2 w C w - eta^3 E (w.xi)(xi H xi) + (eta^4 / 4) Var(xi H xi),      w = g - eta H g
 * </pre>
 *
 * <p>Derived in {@code docs/theory/networks.md}. The last term is exact for batches with replacement; without, it is
 * that of batches with replacement and of the same covariance, and its size a bound of what that leaves.
 */
final class OneStepExpansion {
    /** Numbers in the vectors of samples whose products with each other give the last term, whose share is small. */
    private static final double PAIRED = 1e6;
    private static final int FEWEST_PAIRED = 16;

    private final double factor;
    private final double thirdFactor;
    private final double squaredGradient;
    private final double curvature;
    /** Of every sample's deviation x_n with g, and with H g. */
    private final double[] along;
    private final double[] curved;
    /** x_n H x_n of the samples {@link #chosen}. */
    private final double[] quadratic;
    private final int[] chosen;
    private final double last;
    private final boolean lastExact;

    private OneStepExpansion(SampleNoise noise, double[] theta, int samples, Seed seed) {
        Network network = noise.task().train();
        int count = network.samples().count();
        Propagation worker = network.bind();
        factor = noise.sampling().variance(noise.batch(), count);
        thirdFactor = third(noise.sampling(), noise.batch(), count);
        double[] g = new double[theta.length];
        double[] hg = new double[theta.length];
        worker.lossAndGradient(theta, g);
        worker.hessianTimes(theta, g, hg);
        squaredGradient = ScalarProduct.of(g, g);
        curvature = ScalarProduct.of(g, hg);
        along = deviations(worker, theta, g);
        curved = deviations(worker, theta, hg);
        chosen = choice(count, Math.min(samples, count), seed);
        quadratic = new double[chosen.length];
        int paired = (int) Math.max(FEWEST_PAIRED, PAIRED / theta.length);
        double[][] x = new double[Math.min(paired, chosen.length)][theta.length];
        double[][] hx = new double[x.length][theta.length];
        double[] deviation = new double[theta.length];
        double[] product = new double[theta.length];
        for (int k = 0; k < chosen.length; k++) {
            worker.sampleGradient(theta, chosen[k], deviation);
            for (int i = 0; i < g.length; i++) {
                deviation[i] -= g[i];
            }
            worker.hessianTimes(theta, deviation, product);
            quadratic[k] = ScalarProduct.of(deviation, product);
            if (k < x.length) {
                x[k] = deviation.clone();
                hx[k] = product.clone();
            }
        }
        last = ofLastTerm(noise.batch(), x, hx);
        lastExact = x.length == count && noise.sampling() == BatchSampling.WITH_REPLACEMENT;
    }

    /** Var(xi H xi) = (Var x H x + 2 (B - 1) E (x H x')^2) / B^3, x and x' independent. */
    private double ofLastTerm(double batch, double[][] x, double[][] hx) {
        double squares = 0.0;
        for (double[] one : x) {
            for (double[] other : hx) {
                squares += ScalarProduct.of(one, other) * ScalarProduct.of(one, other) / x.length / x.length;
            }
        }
        double mean = 0.0;
        double square = 0.0;
        for (double value : quadratic) {
            mean += value / quadratic.length;
            square += value * value / quadratic.length;
        }
        double drawn = factor * batch;
        return drawn * drawn * (square - mean * mean + 2.0 * (batch - 1.0) * squares) / (batch * batch * batch);
    }

    /**
     * The expansion at a point.
     *
     * @param samples from which tr H C is taken: all where there are no more, a random choice of them otherwise
     */
    static OneStepExpansion of(SampleNoise noise, double[] theta, int samples, Seed seed) {
        return new OneStepExpansion(noise, theta, samples, seed);
    }

    /** The factor of the third moment of a batch's mean over that of a single sample. */
    private static double third(BatchSampling sampling, double b, double n) {
        return sampling == BatchSampling.WITH_REPLACEMENT ? 1.0 / (b * b)
                : n <= 2.0 ? 0.0 : (n - b) * (n - 2.0 * b) / (b * b * (n - 1.0) * (n - 2.0));
    }

    /**
     * The mean change at second order alone, (eta^2 / 2) (g H g + tr H C); its error is that of the choice of samples.
     */
    Measurement curvaturePart(double learningRate) {
        double mean = 0.0;
        for (double value : quadratic) {
            mean += value / quadratic.length;
        }
        double squares = 0.0;
        for (double value : quadratic) {
            squares += (value - mean) * (value - mean);
        }
        int m = quadratic.length;
        double left = 1.0 - (double) m / along.length;
        double error = left > 0.0 ? factor * Math.sqrt(left * squares / (m * (m - 1.0))) : 0.0;
        double half = 0.5 * learningRate * learningRate;
        return new Measurement(half * (curvature + factor * mean), half * error, m);
    }

    /** The sizes of the two terms of the mean, which may cancel. */
    double sizeOfMean(double learningRate) {
        return learningRate * squaredGradient + Math.abs(curvaturePart(learningRate).value());
    }

    /** The mean change. */
    Measurement mean(double learningRate) {
        return curvaturePart(learningRate).plus(-learningRate * squaredGradient);
    }

    /** The variance of the change; its error is a bound of what the last two terms leave. */
    Measurement variance(double learningRate) {
        double second = 0.0;
        for (int n = 0; n < along.length; n++) {
            double w = along[n] - learningRate * curved[n];
            second += w * w / along.length;
        }
        double third = 0.0;
        double squares = 0.0;
        for (int k = 0; k < chosen.length; k++) {
            double term = (along[chosen[k]] - learningRate * curved[chosen[k]]) * quadratic[k];
            third += term / chosen.length;
            squares += term * term / chosen.length;
        }
        double square = learningRate * learningRate;
        double cube = square * learningRate;
        double fourth = 0.25 * square * square * last;
        double left = 1.0 - (double) chosen.length / along.length;
        double open = left > 0.0 ? 3.0 * cube * Math.abs(thirdFactor) * Math.sqrt(left * squares / chosen.length) : 0.0;
        return Measurement.computed(square * factor * second - cube * thirdFactor * third + fourth,
                (lastExact ? 0.0 : fourth) + open);
    }

    /** The products of all samples' gradients with a vector, less their mean. */
    private static double[] deviations(Propagation worker, double[] theta, double[] v) {
        double[] products = new double[worker.network().samples().count()];
        worker.sampleProducts(theta, v, products);
        double mean = 0.0;
        for (double product : products) {
            mean += product / products.length;
        }
        for (int n = 0; n < products.length; n++) {
            products[n] -= mean;
        }
        return products;
    }

    /** Different ones, each as likely. */
    private static int[] choice(int of, int size, Seed seed) {
        RandomStream random = seed.stream(Purpose.OTHER, 2);
        int[] all = new int[of];
        for (int n = 0; n < of; n++) {
            all[n] = n;
        }
        int[] chosen = new int[size];
        for (int k = 0; k < size; k++) {
            int there = k + (int) (random.nextDouble() * (of - k));
            chosen[k] = all[there];
            all[there] = all[k];
        }
        return chosen;
    }
}
