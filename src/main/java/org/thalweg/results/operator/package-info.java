/**
 * What is asked of the Fokker-Planck operator beside a stationary density.
 *
 * <p>{@link EnsemblesInTime} are histograms beside a density at a time, {@link EscapeRates} what the density, a path
 * of least action and Kramers say of an escape, {@link MethodsCompared} hierarchy and finite volumes
 * side by side, {@link OperatorQuestions} what else a sweep asks in each cell.
 */
package org.thalweg.results.operator;
