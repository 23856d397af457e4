/**
 * Where parameters live: intervals and their ends, domains, frames of units, landmarks, flat sets.
 *
 * <p>A {@link Domain} is one {@link Interval} a coordinate, with a {@link Boundary} at its ends. A {@link FlatSet}
 * counts as converged, a {@link Region} is a part of the plane, a {@link Frame} is a unit, {@link Landmarks} are known
 * minima and kinks. A {@link Range} is a list of numbers as a user writes it, a {@link NearestName} the name that was
 * meant.
 *
 * <p>Definitions are what they are made of: {@link ByValue} makes them equal.
 */
package org.thalweg.model.space;
