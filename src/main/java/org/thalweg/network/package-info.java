/**
 * Networks as loss surfaces: the mean loss of a fully connected network over samples, as a function of its parameters.
 *
 * <p>{@link org.thalweg.network.Architecture} says which layers there are, where their parameters lie and what they are
 * called, {@link org.thalweg.network.Samples} what they are to fit, {@link org.thalweg.network.Network} puts both
 * together. All three are immutable and shared. {@link org.thalweg.network.Network#bind} gives a {@link
 * org.thalweg.network.Propagation}, the worker of one thread with its scratch memory: losses; gradients of all samples,
 * a list of them, or one; products with the Hessian by the R-operator; products and weighted sums of all samples'
 * gradients, none of which is formed. {@link org.thalweg.network.InPlaceDescent} is plain SGD by batches, which forms
 * no gradient at all.
 *
 * <p>Under batch normalisation samples see each other: all that are asked for go through at once, a {@code
 * Normalisation} behind each hidden affine map, and no sample has a gradient of its own. It has no memory: statistics
 * are those of the batch at hand, in evaluations those of all samples, and {@link org.thalweg.network.Network#testedOn}
 * takes those of the samples to train on. {@link org.thalweg.network.FactorStart} says where its factors begin.
 *
 * <p>Within a worker a {@code Batch} holds samples side by side, a {@code LayerWork} for each layer their values and
 * derivatives, a row for each unit and a column for each sample, and {@code OutputUnits} the losses. All that takes
 * time is products of matrices and elementary functions of {@link org.thalweg.compute.BlockMath}, which have equal bits
 * on every machine; sums over samples run in their order. So does everything here.
 *
 * <p>Derivations: {@code docs/theory/networks.md}; why it is cut like this: {@code
 * docs/adr/0035-networks-and-spectra.md}.
 *
 * <p>A network is one {@link Layer} after another, with an {@link Activation} between them and an {@link Output} at
 * the end, by real {@link Weights} or by their signs alone; a {@link ParameterGroup} is a part of its parameters,
 * {@link StartLaw} where they begin, an {@link Evaluation} how good they are.
 */
package org.thalweg.network;
