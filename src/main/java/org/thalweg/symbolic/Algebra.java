package org.thalweg.symbolic;

import org.thalweg.symbolic.Expression.Binary;
import org.thalweg.symbolic.Expression.Constant;
import org.thalweg.symbolic.Expression.Reading;
import org.thalweg.symbolic.Expression.Unary;

/**
 * Builds expressions in simplified form: constants are folded, neutral and absorbing elements disappear, signs and
 * constant factors move outwards. Like all symbolic algebra it takes 0 * u for 0 wherever u is finite.
 */
public final class Algebra {
    /** 0. */
    public static final Constant ZERO = new Constant(0.0);
    /** 1. */
    public static final Constant ONE = new Constant(1.0);

    private Algebra() {}

    /** a + b. */
    public static Expression sum(Expression a, Expression b) {
        if (isConstant(a, 0.0)) {
            return b;
        }
        if (isConstant(b, 0.0)) {
            return a;
        }
        if (isNegative(b)) {
            return difference(a, negation(b));
        }
        return folded(Operation.ADD, a, b);
    }

    /** a - b. */
    public static Expression difference(Expression a, Expression b) {
        if (isConstant(b, 0.0)) {
            return a;
        }
        if (isConstant(a, 0.0)) {
            return negation(b);
        }
        if (isNegation(b)) {
            return sum(a, negation(b));
        }
        return folded(Operation.SUBTRACT, a, b);
    }

    /** a b. */
    public static Expression product(Expression a, Expression b) {
        if (isConstant(a, 0.0) || isConstant(b, 0.0)) {
            return ZERO;
        }
        if (isConstant(a, 1.0)) {
            return b;
        }
        if (isConstant(b, 1.0)) {
            return a;
        }
        if (isConstant(a, -1.0)) {
            return negation(b);
        }
        if (b instanceof Constant && !(a instanceof Constant)) {
            return product(b, a);
        }
        if (isNegation(a)) {
            return negation(product(negation(a), b));
        }
        if (isNegation(b)) {
            return negation(product(a, negation(b)));
        }
        if (a instanceof Constant && b instanceof Binary inner
                && inner.operation() == Operation.MULTIPLY && inner.left() instanceof Constant) {
            return product(folded(Operation.MULTIPLY, a, inner.left()), inner.right());
        }
        return folded(Operation.MULTIPLY, a, b);
    }

    /** a / b. */
    public static Expression quotient(Expression a, Expression b) {
        if (isConstant(b, 1.0)) {
            return a;
        }
        if (isConstant(a, 0.0) && !(b instanceof Constant)) {
            return ZERO;
        }
        if (isNegation(a)) {
            return negation(quotient(negation(a), b));
        }
        if (b instanceof Constant && a instanceof Binary inner
                && inner.operation() == Operation.MULTIPLY && inner.left() instanceof Constant) {
            return product(folded(Operation.DIVIDE, inner.left(), b), inner.right());
        }
        return folded(Operation.DIVIDE, a, b);
    }

    /** base to the exponent. */
    public static Expression power(Expression base, Expression exponent) {
        if (isConstant(exponent, 0.0)) {
            return ONE;
        }
        return isConstant(exponent, 1.0) ? base : folded(Operation.POWER, base, exponent);
    }

    /** -a. */
    public static Expression negation(Expression a) {
        return isNegation(a) ? ((Unary) a).argument() : function(Operation.NEGATE, a);
    }

    /** An operation of one argument. */
    public static Expression function(Operation operation, Expression argument) {
        return argument instanceof Constant c
                ? new Constant(operation.at(c.value(), 0.0))
                : new Unary(operation, argument);
    }

    /** A derivative of a curve at a place. */
    public static Expression reading(Curve curve, int order, Expression argument) {
        return argument instanceof Constant c
                ? new Constant(curve.at(order, c.value()))
                : new Reading(curve, order, argument);
    }

    private static Expression folded(Operation operation, Expression a, Expression b) {
        return a instanceof Constant left && b instanceof Constant right
                ? new Constant(operation.at(left.value(), right.value()))
                : new Binary(operation, a, b);
    }

    /** True for that number. */
    public static boolean isConstant(Expression e, double value) {
        return e instanceof Constant c && c.value() == value;
    }

    static boolean isNegation(Expression e) {
        return e instanceof Unary u && u.operation() == Operation.NEGATE;
    }

    private static boolean isNegative(Expression e) {
        return isNegation(e) || e instanceof Constant c && c.value() < 0.0;
    }
}
