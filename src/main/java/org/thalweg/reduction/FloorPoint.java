package org.thalweg.reduction;

/**
 * A valley at one point of its floor, in one repeat.
 *
 * @param theta the point
 * @param floor the loss there, L0
 * @param slope the slope of the loss along the way
 * @param residual the norm of the gradient that is left at right angles to the way and to the sharp directions, over
 *     that along the way: 0 where the floor is one line
 * @param curvatures of the sharp directions, the largest first
 * @param force -(1/4) sum_k S_kk d ln lambda_k / dx: times the learning rate and the variance of a batch in units of
 *     that of a sample, the drift that the noise across makes
 * @param along S_xx, the variance of the samples' gradients along the way, at right angles to the sharp directions
 * @param across S_kk, in each sharp direction
 * @param coupling the largest correlation between the gradient along the way and one across
 * @param moved how far the mean point of the window was from the floor, across
 */
record FloorPoint(double[] theta, double floor, double slope, double residual, double[] curvatures, double force,
        double along, double[] across, double coupling, double moved) {}
