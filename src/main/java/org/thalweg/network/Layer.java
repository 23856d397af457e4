package org.thalweg.network;

/**
 * One affine map of a network and where its parameters lie: weights row by row ([output][input]), then biases, then,
 * where its outputs are normalised over the batch, the factors gamma and the shifts beta.
 *
 * @param number from 1
 * @param weightsFrom where its weights begin in the vector of all parameters
 * @param normalised whether batch normalisation follows
 */
public record Layer(int number, int inputs, int outputs, int weightsFrom, boolean biases, boolean normalised) {
    /** How many weights it has. */
    public int weights() {
        return inputs * outputs;
    }

    /** Where its biases begin; where there are none, what follows. */
    public int biasesFrom() {
        return weightsFrom + weights();
    }

    /** Where the factors of its normalisation begin; where there are none, where the next layer begins. */
    public int gammaFrom() {
        return biasesFrom() + (biases ? outputs : 0);
    }

    /** Where the shifts behind its normalisation begin; where there are none, where the next layer begins. */
    public int betaFrom() {
        return gammaFrom() + (normalised ? outputs : 0);
    }

    /** Behind its last parameter. */
    public int end() {
        return betaFrom() + (normalised ? outputs : 0);
    }
}
