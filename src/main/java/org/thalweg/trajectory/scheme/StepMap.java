package org.thalweg.trajectory.scheme;

import java.util.List;
import org.thalweg.symbolic.Expression;

/**
 * One time step written down: the new coordinates as expressions of the old ones, variables 0, 1, ..., and of white
 * numbers, the variables after them.
 *
 * @param next one expression for each coordinate
 * @param white the law of each white number, all independent, of mean zero and variance one
 */
public record StepMap(List<Expression> next, List<Increments> white) {
    /** An immutable copy. */
    public StepMap {
        next = List.copyOf(next);
        white = List.copyOf(white);
    }

    /** The number of coordinates. */
    int dimension() {
        return next.size();
    }

    /** The number of variables: coordinates and white numbers. */
    public int variables() {
        return next.size() + white.size();
    }
}
