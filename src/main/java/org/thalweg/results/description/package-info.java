/**
 * What is said of a setting before anything is simulated.
 *
 * <p>{@link Facts} are its numbers, {@link NetworkFacts} those of a network before it is trained, {@link
 * TrainingForecast} how long that takes, {@link TheoryHypotheses} whether the theories speak of it.
 */
package org.thalweg.results.description;
