package org.thalweg.network;

/**
 * One affine map of a network and where its parameters lie: weights row by row ([output][input]), then biases.
 *
 * @param number from 1
 * @param weightsFrom where its weights begin in the vector of all parameters
 */
public record Layer(int number, int inputs, int outputs, int weightsFrom, boolean biases) {
    /** Where its biases begin; where there are none, where the next layer begins. */
    public int biasesFrom() {
        return weightsFrom + inputs * outputs;
    }

    /** Behind its last parameter. */
    public int end() {
        return biasesFrom() + (biases ? outputs : 0);
    }
}
