/**
 * Functions that users write down: read here; differentiated and evaluated by {@code symbolic}.
 *
 * <p>A {@link org.thalweg.model.formula.Formula} is a text and its {@link org.thalweg.symbolic.Expression}.
 *
 * <p>The grammar is closed: a formula can do arithmetic and nothing else, so model files from strangers are safe to
 * read.
 *
 * <p>{@link org.thalweg.model.formula.Fields} and {@link org.thalweg.model.formula.Key} are what surfaces and noises
 * say about their keys in a model file, and how they read them, without knowing the file's format.
 *
 * <p>{@link FormulaProfile} makes a profile of a formula; {@link FormulaException} is what is wrong with one.
 */
package org.thalweg.model.formula;
