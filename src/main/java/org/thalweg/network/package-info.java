/**
 * Networks as loss surfaces: the mean loss of a fully connected network over samples, as a function of its parameters.
 *
 * <p>{@link org.thalweg.network.Architecture} says which layers there are and where their parameters lie, {@link
 * org.thalweg.network.Samples} what they are to fit, {@link org.thalweg.network.Network} puts both together. All three
 * are immutable and shared. {@link org.thalweg.network.Network#bind} gives a {@link org.thalweg.network.Propagation}, the
 * worker of one thread: losses, gradients over all samples, a list of them or one, and products with the Hessian.
 */
package org.thalweg.network;
