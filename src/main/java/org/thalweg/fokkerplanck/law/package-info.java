/**
 * What every solver answers with: a density, its moments, and their numerical errors.
 *
 * <p>A {@code Law} is one solve; {@link org.thalweg.fokkerplanck.law.DensitySolution} is several of them at nested
 * resolutions, extrapolated ({@code Richardson}), each number with an error. {@link
 * org.thalweg.fokkerplanck.law.PassageTime} is the same for a mean first-passage time. What keeps flowing in
 * a stationary law is its {@link org.thalweg.fokkerplanck.law.Circulation}: the {@link
 * org.thalweg.fokkerplanck.law.Current} over the plane and the entropy that it produces. A {@link
 * org.thalweg.fokkerplanck.law.RelaxationMode} is how deviations from it decay, a {@link
 * org.thalweg.fokkerplanck.law.ModeField} where, {@link ModeAlong} what is left of it along x. A {@link
 * org.thalweg.fokkerplanck.law.SurvivalFunction} is the share
 * that has not arrived yet, a {@link org.thalweg.fokkerplanck.law.Committor} that which arrives at one set before
 * another, a {@link Transition} how often particles go from one to the other. The exceptions
 * say that there is no answer, or that none was found.
 *
 * <p>{@link DensityMethod} chooses a method, {@link Attempt} is what became of one: a {@link GridLaw} over a
 * {@link Density}, or one of {@link NoStationaryStateException}, {@link RingCurrentException} and
 * {@link NumericsException}. {@link Refinement} solves until an answer stands still. {@link Usefulness} names a number whose error is too large to be of use.
 */
package org.thalweg.fokkerplanck.law;
