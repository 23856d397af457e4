package org.thalweg.model.noise.batch;

import org.thalweg.network.Network;
import org.thalweg.network.Propagation;

/**
 * The spread of the samples' gradients, coordinate by coordinate: no gradient of a sample is ever formed. Bound to one
 * thread.
 */
final class SampleSpread {
    private final Network network;
    private final Propagation propagation;
    private final double[] direction;

    SampleSpread(Network network) {
        this.network = network;
        this.propagation = network.bind();
        this.direction = new double[network.parameters()];
        }

    void covariance(double[] theta, double factor, double[][] covariance) {
        double[][] deviation = new double[direction.length][];
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] = deviations(theta, i);
        }
        for (int i = 0; i < deviation.length; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = factor * meanProduct(deviation[i], deviation[j]);
                covariance[j][i] = covariance[i][j];
            }
        }
    }

    double variance(double[] theta, int i, double factor) {
        double[] deviation = deviations(theta, i);
        return factor * meanProduct(deviation, deviation);
    }

    /** The coordinate i of every sample's gradient, less their mean: two passes lose nothing by cancellation. */
    private double[] deviations(double[] theta, int i) {
        double[] products = new double[network.samples().count()];
        direction[i] = 1.0;
        propagation.sampleProducts(theta, direction, products);
        direction[i] = 0.0;
        double sum = 0.0;
        for (double product : products) {
            sum += product;
        }
        double mean = sum / products.length;
        for (int n = 0; n < products.length; n++) {
            products[n] -= mean;
        }
        return products;
    }

    private static double meanProduct(double[] a, double[] b) {
        double sum = 0.0;
        for (int n = 0; n < a.length; n++) {
            sum += a[n] * b[n];
        }
        return sum / a.length;
    }
}
