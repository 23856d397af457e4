package org.thalweg.symbolic;

import org.thalweg.symbolic.Expression.Binary;
import org.thalweg.symbolic.Expression.Constant;
import org.thalweg.symbolic.Expression.Unary;

/**
 * Calculus of functions that are positive: square and logarithmic derivative, without the roots and exponentials that
 * cancel. The flatness sqrt(1 + x^2) of a valley enters its gradient as 1 + x^2 and x / (1 + x^2).
 */
public final class Positive {
    private Positive() {}

    /** The square of a positive function. */
    public static Expression square(Expression f) {
        if (f instanceof Unary u) {
            switch (u.operation()) {
                case SQRT:
                    return u.argument();
                case EXP:
                    return Algebra.function(Operation.EXP, Algebra.product(new Constant(2.0), u.argument()));
                case NEGATE:
                    return square(u.argument());
                default:
                    break;
            }
        }
        if (f instanceof Binary b && b.left() instanceof Constant c && b.operation() == Operation.MULTIPLY) {
            return Algebra.product(new Constant(c.value() * c.value()), square(b.right()));
        }
        if (f instanceof Binary b && b.operation() == Operation.DIVIDE) {
            return Algebra.quotient(square(b.left()), square(b.right()));
        }
        return Algebra.power(f, new Constant(2.0));
    }

    /** The square root of a positive function, or of a square. */
    public static Expression root(Expression f) {
        if (f instanceof Unary u && u.operation() == Operation.EXP) {
            return Algebra.function(Operation.EXP, Algebra.product(new Constant(0.5), u.argument()));
        }
        if (f instanceof Binary b) {
            if (b.operation() == Operation.MULTIPLY && b.left() instanceof Constant) {
                return Algebra.product(root(b.left()), root(b.right()));
            }
            if (b.operation() == Operation.DIVIDE) {
                return Algebra.quotient(root(b.left()), root(b.right()));
            }
            if (b.operation() == Operation.POWER && b.right() instanceof Constant exponent) {
                return exponent.value() == 1.0 ? Algebra.function(Operation.SQRT, b.left())
                        : Algebra.power(b.left(), new Constant(0.5 * exponent.value()));
            }
        }
        return Algebra.function(Operation.SQRT, f);
    }

    /** f' / f by the variable with the given index, for a positive function f. */
    public static Expression logarithmicDerivative(Expression f, int variable) {
        if (f instanceof Unary u) {
            switch (u.operation()) {
                case SQRT:
                    return Algebra.quotient(
                            Algebra.product(new Constant(0.5), Derivative.of(u.argument(), variable)), u.argument());
                case EXP:
                    return Derivative.of(u.argument(), variable);
                case NEGATE:
                    return logarithmicDerivative(u.argument(), variable);
                default:
                    break;
            }
        }
        if (f instanceof Binary b && b.left() instanceof Constant && b.operation() == Operation.MULTIPLY) {
            return logarithmicDerivative(b.right(), variable);
        }
        return Algebra.quotient(Derivative.of(f, variable), f);
    }
}
