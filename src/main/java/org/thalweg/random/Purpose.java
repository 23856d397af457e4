package org.thalweg.random;

/** What a stream of random numbers is for. Streams of different purposes never share numbers. */
public enum Purpose {
    /** Gradient noise of literal stochastic gradient descent. */
    GRADIENT_NOISE,
    /** Increments of the Brownian motion that drives the SDE. */
    BROWNIAN_INCREMENT,
    /** Random starting points. */
    START,
    /** Anything else, such as the draws of a test. */
    OTHER,
    /** What a continuous process does between the steps of its discretisation. */
    BRIDGE,
    /** Data sets, which belong to a model and not to a run. */
    DATA
}
