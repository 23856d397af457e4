package org.thalweg.results.claim.network;

import org.thalweg.network.Network;
import org.thalweg.network.ParameterGroup;

/**
 * How long a step is that no layer notices: laws of small steps hold where the weights and the biases of every layer
 * change by a small part of themselves, and layers may differ by many decades.
 */
final class SmallStep {
    private SmallStep() {}

    /**
     * The length along a direction at which the weights or biases that change most, against their own norm, change by a
     * share of it; at most the share. Zeros have no size that a step could be held against.
     *
     * @param direction of any length above 0
     */
    static double length(Network network, double[] theta, double[] direction, double share) {
        double whole = norm(direction, 0, direction.length);
        double length = share;
        for (ParameterGroup group : network.architecture().groups()) {
            double moved = norm(direction, group.from(), group.end()) / whole;
            double size = norm(theta, group.from(), group.end());
            if (size > 0.0 && moved > 0.0) {
                length = Math.min(length, share * size / moved);
            }
        }
        return length;
    }

    private static double norm(double[] vector, int from, int to) {
        double squares = 0.0;
        for (int i = from; i < to; i++) {
            squares += vector[i] * vector[i];
        }
        return Math.sqrt(squares);
    }
}
