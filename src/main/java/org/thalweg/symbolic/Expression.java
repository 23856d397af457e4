package org.thalweg.symbolic;

/**
 * A formula as a graph: immutable nodes that may be shared between several parents.
 *
 * <p>Derivatives share most of their nodes with the function, so whoever walks a graph remembers visited nodes by
 * identity; comparing records by value would walk shared parts again and again.
 */
public sealed interface Expression {
    /** A number. */
    record Constant(double value) implements Expression {}

    /**
     * A variable.
     *
     * @param index its place in the list of variables
     */
    record Variable(int index) implements Expression {}

    /** An operation of one argument. */
    record Unary(Operation operation, Expression argument) implements Expression {}

    /**
     * A curve, or a derivative of it, at a place.
     *
     * @param order of the derivative; 0 is the curve itself
     */
    record Reading(Curve curve, int order, Expression argument) implements Expression {}

    /** An operation of two arguments. */
    record Binary(Operation operation, Expression left, Expression right) implements Expression {}
}
