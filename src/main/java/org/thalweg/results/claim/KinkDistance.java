package org.thalweg.results.claim;

import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.network.Activation;
import org.thalweg.network.Layer;
import org.thalweg.network.Network;

/**
 * How near a rectified unit is to its kink: the least |u| over sum |w h| + |b|, of all hidden units and samples. Within
 * rounding of it a unit is on at one of two points and off at the other, which are the same but for rounding, and
 * derivatives jump.
 */
final class KinkDistance {
    /** Far beyond the rounding of a sum, and nearer than any unit of a generic network is. */
    private static final double NEAR = 1e-13;

    private KinkDistance() {}

    /** Derivatives do not jump within rounding. */
    static Hypothesis apart(Network network, double[] theta) {
        double least = network.architecture().activation() == Activation.IDENTITY ? Double.POSITIVE_INFINITY
                : least(network, theta);
        return new Hypothesis("no rectified unit within rounding of its kink, |u| > 1e-13 sum |w h|", !(least <= NEAR),
                "least " + least);
    }

    private static double least(Network network, double[] theta) {
        List<Layer> layers = network.architecture().layers();
        double least = Double.POSITIVE_INFINITY;
        for (int n = 0; n < network.samples().count(); n++) {
            double[] h = new double[network.samples().features()];
            for (int j = 0; j < h.length; j++) {
                h[j] = network.samples().input(n, j);
            }
            for (Layer layer : layers.subList(0, layers.size() - 1)) {
                double[] next = new double[layer.outputs()];
                for (int o = 0; o < next.length; o++) {
                    double bias = layer.end() > layer.biasesFrom() ? theta[layer.biasesFrom() + o] : 0.0;
                    double sum = bias;
                    double size = Math.abs(bias);
                    for (int j = 0; j < h.length; j++) {
                        double term = theta[layer.weightsFrom() + o * h.length + j] * h[j];
                        sum += term;
                        size += Math.abs(term);
                    }
                    // Where every term is 0 it stays so, whatever is rounded.
                    least = size > 0.0 ? Math.min(least, Math.abs(sum) / size) : least;
                    next[o] = Math.max(sum, 0.0);
                }
                h = next;
            }
        }
        return least;
    }
}
