package org.thalweg.network;

/**
 * Neighbouring parameters that are one thing, such as the weights of a layer.
 *
 * @param name as "W2"
 * @param from position of the first one
 * @param end behind the last one
 */
public record ParameterGroup(String name, int from, int end) {
    /** How many there are. */
    public int size() {
        return end - from;
    }
}
