package org.thalweg.results.claim.network;

import java.util.function.ToDoubleFunction;
import org.thalweg.network.Layer;
import org.thalweg.network.Network;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/**
 * How far rounding takes a number that a network computes, whatever cancels on the way: it is computed again with every
 * parameter rounded at random.
 *
 * <p>A sum of n products, rounded after each, is the exact sum of products that are off by some u sqrt(n) of
 * themselves, u = 2^-53: errors of rounding are as good as independent [HM19]. Parameters are therefore changed by
 * normal numbers of that relative size, n being the length of the chains of additions through all layers and over the
 * samples.
 */
final class ParameterRounding {
    private static final double UNIT = 0.5 * Math.ulp(1.0);

    private static final int DRAWS = 3;

    /** The largest of few draws times this is beyond what the one rounding that happens can reach. */
    private static final double SAFETY = 4.0;

    private ParameterRounding() {}

    /** Relative rounding of a chain of additions as long as those of a network, forwards and backwards. */
    static double unit(Network network) {
        double chain = network.samples().count();
        for (Layer layer : network.architecture().layers()) {
            chain += layer.inputs() + layer.outputs();
        }
        return UNIT * Math.sqrt(chain);
    }

    /**
     * A bound.
     *
     * @param difference of the number, or numbers, at other parameters from those at {@code theta}; at least 0
     */
    static double bound(Network network, double[] theta, Seed seed, ToDoubleFunction<double[]> difference) {
        double unit = unit(network);
        RandomStream random = seed.stream(Purpose.OTHER, 0);
        double[] normal = new double[theta.length];
        double largest = unit;
        for (int draw = 0; draw < DRAWS; draw++) {
            random.fillNormal(normal, normal.length);
            for (int i = 0; i < theta.length; i++) {
                normal[i] = theta[i] * (1.0 + unit * normal[i]);
            }
            largest = Math.max(largest, difference.applyAsDouble(normal));
        }
        return SAFETY * largest;
    }
}
