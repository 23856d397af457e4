package org.thalweg.training;

/**
 * What a network is worth at one checkpoint.
 *
 * @param step iterations before it
 * @param time learning time, eta times the iterations
 * @param trainLoss over all samples to train on
 * @param trainError share of them that are put into a wrong class; NaN where samples have no classes
 * @param testLoss NaN where there are no samples to test on
 * @param testError likewise
 * @param gradientNorm Euclidean norm of the gradient of the loss over all samples to train on
 */
public record TrainingRow(long step, double time, double trainLoss, double trainError, double testLoss,
        double testError, double gradientNorm) {}
