package org.thalweg.symbolic;

import static org.thalweg.symbolic.Algebra.ONE;
import static org.thalweg.symbolic.Algebra.ZERO;
import static org.thalweg.symbolic.Algebra.difference;
import static org.thalweg.symbolic.Algebra.function;
import static org.thalweg.symbolic.Algebra.negation;
import static org.thalweg.symbolic.Algebra.power;
import static org.thalweg.symbolic.Algebra.sum;

import java.util.IdentityHashMap;
import java.util.Map;
import org.thalweg.symbolic.Expression.Binary;
import org.thalweg.symbolic.Expression.Constant;
import org.thalweg.symbolic.Expression.Reading;
import org.thalweg.symbolic.Expression.Unary;
import org.thalweg.symbolic.Expression.Variable;

/**
 * The exact derivative of an expression by the rules of calculus. Results are reused where a node is shared, and refer
 * to the nodes of the function itself (the derivative of exp u holds exp u), so that both are cheap to evaluate
 * together. The factors 2 and 1/2 that squares and roots leave behind move outwards, where they meet: that changes no
 * bit.
 */
public final class Derivative {
    private final int variable;
    private final Map<Expression, Expression> known = new IdentityHashMap<>();

    private Derivative(int variable) {
        this.variable = variable;
    }

    /** The derivative by the variable with the given index. */
    public static Expression of(Expression expression, int variable) {
        return new Derivative(variable).derive(expression);
    }

    private Expression derive(Expression e) {
        Expression derivative = known.get(e);
        if (derivative == null) {
            derivative = fresh(e);
            known.put(e, derivative);
        }
        return derivative;
    }

    private Expression fresh(Expression e) {
        if (e instanceof Variable v) {
            return v.index() == variable ? ONE : ZERO;
        }
        if (e instanceof Unary u) {
            Expression inner = derive(u.argument());
            return Algebra.isConstant(inner, 0.0) ? ZERO : chain(u, u.argument(), inner);
        }
        if (e instanceof Reading r) {
            return product(Algebra.reading(r.curve(), r.order() + 1, r.argument()), derive(r.argument()));
        }
        return e instanceof Binary b ? combine(b, b.left(), b.right(), derive(b.left()), derive(b.right())) : ZERO;
    }

    /** The derivative of f(u), where {@code du} is that of u. */
    private static Expression chain(Unary f, Expression u, Expression du) {
        return switch (f.operation()) {
            case NEGATE -> negation(du);
            case EXP -> product(f, du);
            case LOG -> quotient(du, u);
            case SQRT -> quotient(product(new Constant(0.5), du), f);
            case SIN -> product(function(Operation.COS, u), du);
            case COS -> negation(product(function(Operation.SIN, u), du));
            case TANH -> product(difference(ONE, power(f, new Constant(2.0))), du);
            case ABS -> product(function(Operation.SIGN, u), du);
            case SIGN -> ZERO;
            default -> throw new AssertionError(f.operation());
        };
    }

    private Expression combine(Binary f, Expression u, Expression v, Expression du, Expression dv) {
        return switch (f.operation()) {
            case ADD -> sum(du, dv);
            case SUBTRACT -> difference(du, dv);
            case MULTIPLY -> sum(product(du, v), product(u, dv));
            case DIVIDE -> Algebra.isConstant(du, 0.0) ? negation(product(f, logarithmic(v, dv)))
                    : quotient(difference(du, product(f, dv)), v);
            case POWER -> powerRule(f, u, v, du, dv);
            default -> throw new AssertionError(f.operation());
        };
    }

    /** v' / v: for powers, exponentials, roots and multiples of them without v. */
    private Expression logarithmic(Expression v, Expression dv) {
        if (v instanceof Binary b && b.operation() == Operation.MULTIPLY && b.left() instanceof Constant) {
            return logarithmic(b.right(), derive(b.right()));
        }
        if (v instanceof Binary b && b.operation() == Operation.POWER && b.right() instanceof Constant) {
            return product(b.right(), logarithmic(b.left(), derive(b.left())));
        }
        if (v instanceof Unary u && u.operation() == Operation.EXP) {
            return derive(u.argument());
        }
        return v instanceof Unary u && u.operation() == Operation.SQRT
                ? quotient(product(new Constant(0.5), derive(u.argument())), u.argument()) : quotient(dv, v);
    }

    private static Expression powerRule(Binary f, Expression u, Expression v, Expression du, Expression dv) {
        Expression byBase = product(product(v, power(u, difference(v, ONE))), du);
        return Algebra.isConstant(dv, 0.0) ? byBase : sum(byBase, product(product(f, function(Operation.LOG, u)), dv));
    }

    private static Expression product(Expression a, Expression b) {
        if (a instanceof Constant || b instanceof Constant) {
            return Algebra.product(a, b);
        }
        if (isDoubledOrHalved(a)) {
            return Algebra.product(((Binary) a).left(), product(((Binary) a).right(), b));
        }
        return isDoubledOrHalved(b)
                ? Algebra.product(((Binary) b).left(), product(a, ((Binary) b).right())) : Algebra.product(a, b);
    }

    private static Expression quotient(Expression a, Expression b) {
        if (Algebra.isNegation(a)) {
            return negation(quotient(negation(a), b));
        }
        return isDoubledOrHalved(a) && !(b instanceof Constant)
                ? Algebra.product(((Binary) a).left(), quotient(((Binary) a).right(), b)) : Algebra.quotient(a, b);
    }

    private static boolean isDoubledOrHalved(Expression e) {
        return e instanceof Binary b && b.operation() == Operation.MULTIPLY
                && (Algebra.isConstant(b.left(), 2.0) || Algebra.isConstant(b.left(), 0.5));
    }
}
