package org.thalweg.results.claim;

import org.thalweg.measure.Measurement;
import org.thalweg.model.noise.BatchSampling;
import org.thalweg.model.noise.SampleNoise;
import org.thalweg.network.Network;
import org.thalweg.network.Propagation;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/**
 * Mean and variance of the change of a loss by one step of SGD, with the loss at second order along the step and the exact
 * law of the batches: its covariance C, and the third moment of xi, the deviation of a batch's gradient.
 *
 * <pre>
 *   E dL   = -eta |g|^2 + (eta^2 / 2) (g H g + tr H C)
 *   Var dL = eta^2 w C w - eta^3 E (w.xi)(xi H xi) + (eta^4 / 4) Var(xi H xi),      w = g - eta H g
 * </pre>
 *
 * <p>Derived in {@code docs/theory/networks.md}. The last term is that of a normal xi, (eta^4 / 2) tr H C H C: the only
 * one that is not exact.
 */
final class LossExpansion {
    /** Samples whose products with each other give tr H C H C, whose share is small. */
    private static final int PAIRED = 32;

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
    private final double pairs;

    private LossExpansion(SampleNoise noise, double[] theta, int samples, Seed seed) {
        Network network = noise.task().train();
        int count = network.samples().count();
        Propagation worker = network.bind();
        factor = noise.sampling().variance(noise.batch(), count);
        thirdFactor = third(noise.sampling(), noise.batch(), count);
        double[] g = new double[theta.length];
        double[] hg = new double[theta.length];
        worker.lossAndGradient(theta, g);
        worker.hessianTimes(theta, g, hg);
        squaredGradient = dot(g, g);
        curvature = dot(g, hg);
        along = deviations(worker, theta, g);
        curved = deviations(worker, theta, hg);
        chosen = choice(count, Math.min(samples, count), seed);
        quadratic = new double[chosen.length];
        double[][] x = new double[Math.min(PAIRED, chosen.length)][theta.length];
        double[][] hx = new double[x.length][theta.length];
        double[] deviation = new double[theta.length];
        double[] product = new double[theta.length];
        for (int k = 0; k < chosen.length; k++) {
            worker.sampleGradient(theta, chosen[k], deviation);
            for (int i = 0; i < g.length; i++) {
                deviation[i] -= g[i];
            }
            worker.hessianTimes(theta, deviation, product);
            quadratic[k] = dot(deviation, product);
            if (k < x.length) {
                x[k] = deviation.clone();
                hx[k] = product.clone();
            }
        }
        double squares = 0.0;
        for (double[] one : x) {
            for (double[] other : hx) {
                squares += dot(one, other) * dot(one, other);
            }
        }
        pairs = squares / ((double) x.length * x.length);
    }

    /**
     * The expansion at a point.
     *
     * @param samples from which tr H C is taken: all where there are no more, a random choice of them otherwise
     */
    static LossExpansion of(SampleNoise noise, double[] theta, int samples, Seed seed) {
        return new LossExpansion(noise, theta, samples, seed);
    }

    /** The factor of the third moment of a batch's mean over that of a single sample. */
    private static double third(BatchSampling sampling, double b, double n) {
        return sampling == BatchSampling.WITH_REPLACEMENT ? 1.0 / (b * b)
                : n <= 2.0 ? 0.0 : (n - b) * (n - 2.0 * b) / (b * b * (n - 1.0) * (n - 2.0));
    }

    /** The mean change at second order alone, (eta^2 / 2) (g H g + tr H C); its error is that of the choice of samples. */
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

    /** The mean change. */
    Measurement mean(double learningRate) {
        return curvaturePart(learningRate).plus(-learningRate * squaredGradient);
    }

    /** The variance of the change; its error is a bound, the size of the last term and what the third one leaves. */
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
        double last = 0.5 * square * square * factor * factor * pairs;
        double left = 1.0 - (double) chosen.length / along.length;
        double open = left > 0.0 ? 3.0 * cube * Math.abs(thirdFactor) * Math.sqrt(left * squares / chosen.length) : 0.0;
        return Measurement.computed(square * factor * second - cube * thirdFactor * third + last, last + open);
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

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
