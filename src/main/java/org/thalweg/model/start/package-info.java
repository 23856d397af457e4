/**
 * Where particles start: one law for each coordinate, or several places in turn.
 *
 * <p>A {@link StartDistribution} is either {@link IndependentStarts}, one {@link StartLaw} a coordinate, or
 * {@link StartsInTurn}.
 */
package org.thalweg.model.start;
