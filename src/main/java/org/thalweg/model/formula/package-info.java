/**
 * Functions that users write down: read, differentiated exactly, and evaluated over blocks.
 *
 * <p>A {@link org.thalweg.model.formula.Formula} is a text and its {@link org.thalweg.model.formula.Expression}, a
 * graph of immutable nodes. Derivatives are taken on the graph and share nodes with the function. For evaluation one or
 * several expressions become a {@link org.thalweg.model.formula.Tape}: a list of register instructions in which nothing
 * is computed twice, so the value, gradient and Hessian of a surface cost little more than their longest member. A tape
 * is evaluated at a point, or bound to a thread and evaluated over blocks, one plain loop an instruction; both give the
 * same bits. Whoever wants a faster back-end implements {@code Tape} and leaves the rest alone.
 *
 * <p>The grammar is closed: a formula can do arithmetic and nothing else, so model files from strangers are safe to
 * read.
 *
 * <p>{@link org.thalweg.model.formula.Fields} and {@link org.thalweg.model.formula.Key} are what surfaces and noises
 * say about their keys in a model file, and how they read them, without knowing the file's format.
 */
package org.thalweg.model.formula;
