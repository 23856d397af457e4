package org.thalweg.trajectory.watch;

/**
 * The recorded path of one particle.
 *
 * @param particle the number of the particle in the ensemble
 * @param steps the recorded steps; shorter than asked for where the particle was lost
 * @param theta shape [dimension][steps.length]
 */
public record Path(long particle, long[] steps, double[][] theta) {}
