/**
 * From a network to a valley: the floor along which a trained network drifts, as a function of one coordinate.
 *
 * <p>A {@link org.thalweg.reduction.ValleyPlan} says how; {@link org.thalweg.reduction.ValleyRunner} takes the
 * checkpoints of a run that lie on the floor, in the windows of a {@code FloorStretch}, and their mean points; the
 * {@link org.thalweg.reduction.SlowDirection} (of {@code FallingCurvature}, where asked for) makes a {@link
 * org.thalweg.reduction.FloorPath} of them. At each point and in each repeat a {@code FloorWorker} descends across to
 * the floor and measures a {@code FloorPoint}: curvatures, loss, and the covariance of the samples' gradients. Means
 * over repeats are the {@link org.thalweg.reduction.ProfilePoint}s of a {@link org.thalweg.reduction.ValleyProfile},
 * and {@link org.thalweg.reduction.ValleyModel} says them as a model file (docs/theory/measured-valley.md). A {@link
 * org.thalweg.reduction.MeasuredValley} keeps where it lies, so that a {@link org.thalweg.reduction.FloorWalk} of the
 * network can be held against what the model predicts.
 */
package org.thalweg.reduction;
