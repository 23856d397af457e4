package org.thalweg.results.claim.learned;

import java.util.Arrays;
import java.util.List;
import org.thalweg.network.Propagation;

/**
 * The way of a training, asked for the point where its loss first falls to a level, so that optimisers are compared at
 * equal loss and not at equal time. Between two checkpoints it is the point of that loss on the segment.
 */
final class LossPath {
    private final Propagation network;
    private final List<double[]> path;
    private final double[] losses;

    /** The points are not modified. */
    LossPath(Propagation network, List<double[]> path) {
        this.network = network;
        this.path = path;
        this.losses = path.stream().mapToDouble(network::loss).toArray();
    }

    /** Whose loss it is. */
    Propagation network() {
        return network;
    }

    /** The loss at the start. */
    double first() {
        return losses[0];
    }

    /** The lowest loss of all checkpoints. */
    double lowest() {
        return Arrays.stream(losses).min().orElseThrow();
    }

    /**
     * Where it first comes to a level.
     *
     * @param level from {@link #lowest} to {@link #first}
     */
    double[] at(double level) {
        int k = 0;
        while (losses[k] > level) {
            k++;
        }
        if (k == 0) {
            return path.get(0).clone();
        }
        double[] before = path.get(k - 1);
        double[] behind = path.get(k);
        double[] point = behind.clone();
        double low = 0.0;
        double high = 1.0;
        for (int halving = 0; halving < 40; halving++) {
            double t = 0.5 * (low + high);
            Arrays.setAll(point, i -> before[i] + t * (behind[i] - before[i]));
            if (network.loss(point) > level) {
                low = t;
            } else {
                high = t;
            }
        }
        double last = high;
        Arrays.setAll(point, i -> before[i] + last * (behind[i] - before[i]));
        return point;
    }
}
