/**
 * Claims about the loss of a network, which owe the diffusion nothing: invariances, bounds of eigenvalues, one step.
 *
 * <p>{@link RescalingInvariance}, {@link RescaledCurvature} and {@link SharpMinima} move size between layers; {@link
 * EigenvalueBounds} and {@link SecondMomentIdentity} are about the Hessian, {@link OneStepMoments} about what a step
 * does to the loss.
 *
 * <p>{@link NetworkVarianceFlatness} and {@link NetworkNoiseCurvature} are about trained networks, {@link
 * NormalisationAsymmetry} about the sides of batch normalisation, {@link ShiftedTestLoss} and {@link AveragedWeights}
 * about the flat sides of valleys and the test loss there.
 */
package org.thalweg.results.claim.network;
