package org.thalweg.results.claim.network;

import java.util.BitSet;
import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.network.Activation;
import org.thalweg.network.Layer;
import org.thalweg.network.Network;

/** The kinks of the hidden units of a network, where derivatives jump: which side every unit is on for every sample. */
final class Kinks {
    /** Far beyond the rounding of a sum, and nearer than any unit of a generic network is. */
    private static final double NEAR = 1e-13;

    /** A unit and a sample, in their order: the input less that of the kink, and the sum of sizes of its terms. */
    @FunctionalInterface
    private interface Visitor {
        /** False where no more are wanted. */
        boolean visit(int position, double height, double size);
    }

    private final Network network;
    private final BitSet on = new BitSet();

    /** The sides at a point. */
    Kinks(Network network, double[] theta) {
        this.network = network;
        visit(network, theta, (position, height, size) -> {
            on.set(position, height > 0.0);
            return true;
        });
    }

    /** True where some unit has another side there. */
    boolean passed(double[] there) {
        boolean[] other = new boolean[1];
        visit(network, there, (position, height, size) -> {
            other[0] = height > 0.0 != on.get(position);
            return !other[0];
        });
        return other[0];
    }

    /**
     * Derivatives do not jump within rounding: a unit so near is on at one of two points and off at the other, which
     * are the same but for rounding.
     */
    static Hypothesis apart(Network network, double[] theta) {
        double[] least = {Double.POSITIVE_INFINITY};
        visit(network, theta, (position, height, size) -> {
            // Where every term is 0 it stays so, whatever is rounded.
            least[0] = size > 0.0 ? Math.min(least[0], Math.abs(height) / size) : least[0];
            return true;
        });
        return new Hypothesis("no rectified unit within rounding of its kink, |u| > 1e-13 sum |w h|",
                !(least[0] <= NEAR), "least " + least[0]);
    }

    private static void visit(Network network, double[] theta, Visitor visitor) {
        Activation activation = network.architecture().activation();
        if (activation.smooth() || activation == Activation.IDENTITY) {
            return;
        }
        double kink = activation == Activation.SHIFTED_RELU ? -1.0 : 0.0;
        List<Layer> layers = network.architecture().layers();
        int position = 0;
        for (int n = 0; n < network.samples().count(); n++) {
            double[] h = new double[network.samples().features()];
            for (int j = 0; j < h.length; j++) {
                h[j] = network.samples().input(n, j);
            }
            for (Layer layer : layers.subList(0, layers.size() - 1)) {
                double[] next = new double[layer.outputs()];
                for (int o = 0; o < next.length; o++) {
                    double sum = layer.biases() ? theta[layer.biasesFrom() + o] : 0.0;
                    double size = Math.abs(sum) + Math.abs(kink);
                    int row = layer.weightsFrom() + o * h.length;
                    for (int j = 0; j < h.length; j++) {
                        double term = theta[row + j] * h[j];
                        sum += term;
                        size += Math.abs(term);
                    }
                    if (!visitor.visit(position++, sum - kink, size)) {
                        return;
                    }
                    next[o] = Math.max(sum, kink);
                }
                h = next;
            }
        }
    }
}
