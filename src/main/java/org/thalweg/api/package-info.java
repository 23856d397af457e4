/**
 * Thalweg as a library: the one package whose names and meanings stay. Everything else may change.
 *
 * <p>A {@link org.thalweg.api.Model} is read from a model file or its text and changed by names, as {@code --set} does.
 * It answers with an {@link org.thalweg.api.Answer}: the stationary {@linkplain org.thalweg.api.Model#density()
 * density} of its Fokker-Planck equation, or what an ensemble of literal {@linkplain org.thalweg.api.Model#sgd SGD} or
 * of the {@linkplain org.thalweg.api.Model#sde SDE} came to, as a {@link org.thalweg.api.Simulation} says. An answer
 * holds quantities by the names of {@code summary.csv}, each an {@link org.thalweg.api.Estimate} with its error, and
 * the density along the valley as a {@link org.thalweg.api.Curve}.
 *
 * <p>What a model cannot do is a {@link org.thalweg.refusal.Refusal}, whose message says what, where and a remedy.
 * Times are learning times eta k. All types are immutable, and answers do not depend on the number of threads. Which
 * options the virtual machine wants for speed, and a whole program: docs/api.md.
 */
package org.thalweg.api;
