package org.thalweg.results.plan;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How long ensembles run where the user says.
 *
 * @param passageTime learning time until which first passages are watched; 25 predicted means where empty
 * @param iterations of surfaces whose paths are followed, being no valleys; by their own time scales where empty
 */
public record Limits(OptionalDouble passageTime, OptionalInt iterations) {
    /** All by the prediction of each setting. */
    public static final Limits NONE = new Limits(OptionalDouble.empty(), OptionalInt.empty());
}
