package org.thalweg.reduction;

import java.util.Arrays;
import java.util.List;
import org.thalweg.compute.ScalarProduct;
import org.thalweg.network.Network;
import org.thalweg.network.Propagation;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.spectra.Lanczos;
import org.thalweg.spectra.NetworkMatrix;

/** Measures a valley at points of its floor. Bound to one thread. */
final class FloorWorker {
    /** Steps of Newton's method across, with the curvatures of where it began; a bent floor needs a few. */
    private static final int STEPS = 8;

    /** Residuals of eigenvalues, whose errors are their squares or so: far less than repeats differ by. */
    private static final double TOLERANCE = 1e-5;

    private static final int MOST_PRODUCTS = 400;

    /** Of the distance to the next points: so far ahead and back curvatures are compared. */
    private static final double SHARE = 0.25;

    private final Propagation network;
    private final int sharp;
    private final double learningRate;
    private final double batch;
    private final double[] gradient;
    private final double[] product;

    /**
     * A worker.
     *
     * @param learningRate of the run
     * @param batch the variance of its batches, in units of that of a sample
     */
    FloorWorker(Network network, int sharp, double learningRate, double batch) {
        this.network = network.bind();
        this.sharp = sharp;
        this.learningRate = learningRate;
        this.batch = batch;
        this.gradient = new double[network.parameters()];
        this.product = new double[network.parameters()];
    }

    /** The sharp directions at a point. */
    Lanczos.Pairs sharp(double[] theta, Seed seed) {
        Lanczos.Pairs pairs = new Lanczos(sharp, 0, TOLERANCE, MOST_PRODUCTS)
                .of(NetworkMatrix.HESSIAN.at(network, theta), seed);
        if (!(pairs.values()[sharp - 1] > 0.0)) {
            throw new Refusal("curvature " + sharp + " of the loss is " + pairs.values()[sharp - 1] + ", and a sharp"
                    + " direction curves upwards; give fewer --sharp");
        }
        return pairs;
    }

    /**
     * The valley where SGD wandered.
     *
     * @param mean the mean point of a window; not modified
     * @param visited points of SGD in that window; not modified
     * @param tangent of the way there; not modified
     * @param spacing between points of the way
     */
    FloorPoint measure(double[] mean, List<double[]> visited, double[] tangent, double spacing, Seed seed) {
        double[] theta = mean.clone();
        descend(theta, sharp(theta, seed.child(0)));
        Lanczos.Pairs pairs = sharp(theta, seed.child(1));
        descend(theta, pairs);
        double[][] v = pairs.vectors();
        double[] way = tangent.clone();
        for (double[] across : v) {
            add(-ScalarProduct.of(across, way), across, way);
        }
        double rest = Math.sqrt(ScalarProduct.of(way, way));
        if (!(rest > 0.0)) {
            throw new Refusal("the slow direction lies within the " + sharp + " sharp ones; give fewer --sharp");
        }
        for (int i = 0; i < way.length; i++) {
            way[i] /= rest;
        }
        double floor = network.lossAndGradient(theta, gradient);
        double slope = ScalarProduct.of(gradient, way);
        double[] left = gradient.clone();
        add(-slope, way, left);
        for (double[] across : v) {
            add(-ScalarProduct.of(across, left), across, left);
        }
        double residual = Math.sqrt(ScalarProduct.of(left, left)) / Math.abs(slope);
        double[] s = products(theta, way);
        double along = variance(s);
        double[] across = new double[sharp];
        double coupling = 0.0;
        double[] bends = new double[sharp];
        double[] fickle = new double[sharp];
        for (int k = 0; k < sharp; k++) {
            double[] t = products(theta, v[k]);
            across[k] = variance(t);
            coupling = Math.max(coupling, Math.abs(correlation(s, t)));
            double change = (curvature(theta, way, SHARE * spacing, v[k])
                    - curvature(theta, way, -SHARE * spacing, v[k])) / (2.0 * SHARE * spacing);
            fickle[k] = variance(curvatures(theta, v[k], wander(across[k],
                    pairs.values()[k]))) / Math.pow(pairs.values()[k], 2.0);
            bends[k] = change / pairs.values()[k];
        }
        return new FloorPoint(theta, floor, slope, residual, Arrays.copyOf(pairs.values(), sharp), bends, along, across,
                coupling, fickle, unrest(visited, v) / Arrays.stream(across).sum(), FloorPath.distance(mean, theta));
    }

    /** The variance in the sharp directions of the floor, at points about it. */
    private double unrest(List<double[]> visited, double[][] v) {
        double sum = 0.0;
        for (double[] theta : visited) {
            for (double[] across : v) {
                sum += variance(products(theta, across));
            }
        }
        return sum / visited.size();
    }

    /** The geometric mean of the flatness of the sharp directions, on the floor below a point; not modified. */
    double flatness(double[] mean, Seed seed) {
        double[] theta = mean.clone();
        descend(theta, sharp(theta, seed.child(0)));
        return flatness(sharp(theta, seed.child(1)).values());
    }

    /** The geometric mean of flatness, as lambda^(-1/2). */
    static double flatness(double[] curvatures) {
        return Math.exp(-0.5 * Arrays.stream(curvatures).map(Math::log).average().orElseThrow());
    }

    /** To the floor, along the sharp directions alone. */
    private void descend(double[] theta, Lanczos.Pairs pairs) {
        for (int step = 0; step < STEPS; step++) {
            network.lossAndGradient(theta, gradient);
            for (int k = 0; k < sharp; k++) {
                add(-ScalarProduct.of(pairs.vectors()[k], gradient) / pairs.values()[k], pairs.vectors()[k], theta);
            }
        }
    }

    private double curvature(double[] theta, double[] way, double ahead, double[] v) {
        double[] there = theta.clone();
        add(ahead, way, there);
        network.hessianTimes(there, v, product);
        return ScalarProduct.of(v, product);
    }

    /** How far SGD is from the floor in a sharp direction, one standard deviation. */
    private double wander(double variance, double curvature) {
        double room = curvature * Math.max(0.1, 2.0 - learningRate * curvature);
        return Math.sqrt(learningRate * batch * variance / room);
    }

    /** Of each sample's loss, by differences of its slope between points that SGD visits. */
    private double[] curvatures(double[] theta, double[] v, double h) {
        double[] there = theta.clone();
        add(h, v, there);
        double[] ahead = products(there, v);
        add(-2.0 * h, v, there);
        double[] back = products(there, v);
        for (int n = 0; n < ahead.length; n++) {
            ahead[n] = (ahead[n] - back[n]) / (2.0 * h);
        }
        return ahead;
    }

    private double[] products(double[] theta, double[] direction) {
        double[] products = new double[network.network().samples().count()];
        network.sampleProducts(theta, direction, products);
        return products;
    }

    private static double variance(double[] values) {
        return covariance(values, values);
    }

    private static double correlation(double[] a, double[] b) {
        double variances = variance(a) * variance(b);
        return variances > 0.0 ? covariance(a, b) / Math.sqrt(variances) : 0.0;
    }

    /** With divisor N, as covariances of a whole data set have it. */
    private static double covariance(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double sum = 0.0;
        for (int n = 0; n < a.length; n++) {
            sum += (a[n] - meanA) * (b[n] - meanB);
        }
        return sum / a.length;
    }

    private static void add(double factor, double[] v, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.fma(factor, v[i], sum[i]);
        }
    }
}
