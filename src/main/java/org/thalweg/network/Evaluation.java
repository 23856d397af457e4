package org.thalweg.network;

/**
 * How good a network is over its samples.
 *
 * @param loss mean over samples
 * @param errorRate share of samples in a wrong class; NaN where samples have no classes
 */
public record Evaluation(double loss, double errorRate) {}
