package org.thalweg.probes.face;

import java.util.BitSet;

/**
 * What is kept of a point to compare it with others. Immutable: its arrays are not to be modified.
 *
 * @param theta all parameters
 * @param eigenvectors of the largest eigenvalues, the largest first; of the parameters that are looked at. None where
 *         nobody asks for them
 * @param trainMistakes samples to train on that are in a wrong class
 * @param testMistakes samples to test on that are in a wrong class
 */
public record Portrait(double[] theta, double[][] eigenvectors, BitSet trainMistakes, BitSet testMistakes) {}
