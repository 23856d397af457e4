/**
 * The Fokker-Planck equation in one dimension, by quadrature and in logarithms.
 *
 * <p>A {@code Line} is drift and diffusion along x; {@link org.thalweg.fokkerplanck.line.ValleyFloor} makes one of a
 * valley whose sharp directions relax at once. Densities are one quadrature, passage times a double one, relaxation
 * times an inverse iteration with positive kernels ({@link org.thalweg.fokkerplanck.line.RelaxationRate}): any
 * temperature will do, since nothing is exponentiated before it is compared. Rings with a current have their own.
 *
 * <p>{@link FloorLaw} is the law along the floor of a valley, with the diagnostics of {@link Relaxed} sharp
 * directions, over a {@link LineRange}; {@link FloorPassage} and {@link LinePassage} are first passages, {@link
 * FloorArrival} those to where the law is, over the
 * stretch of an {@link Approach}, and {@link CutTail} is what they lack where it was cut. {@link FloorSpectrum} has the
 * slowest rates and their modes, {@link FloorCommittor} which end of the floor is met first.
 */
package org.thalweg.fokkerplanck.line;
