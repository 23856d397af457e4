package org.thalweg.symbolic;

/**
 * A function of one number that is known other than by a formula, by a table for instance, with its exact derivatives:
 * a leaf of expressions. Immutable and shared between threads.
 */
@FunctionalInterface
public interface Curve {
    /**
     * A derivative.
     *
     * @param order of the derivative; 0 is the function itself
     */
    double at(int order, double x);
}
