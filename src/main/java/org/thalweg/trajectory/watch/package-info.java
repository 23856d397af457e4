/**
 * What is watched while particles move: walls, flat regions, first passages between steps, recorded paths, losses.
 *
 * <p>{@link Walls} act after each step. A {@link PassageWatch} is a {@link FlatSetWatch} of walks or a {@link
 * BridgeWatch}, by the law of a {@link Bridge}; the {@link Census} counts. A {@link PathWatch} follows what surfaces
 * ask for, a {@link PathRecorder} a {@link Path}; {@link AveragedIterates} are what a mean of iterates is worth.
 * {@link HeatAlongPath} is the entropy that a path produces. {@link BlockResult} is all of that.
 */
package org.thalweg.trajectory.watch;
