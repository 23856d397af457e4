package org.thalweg.symbolic;

import static org.thalweg.symbolic.Algebra.ONE;
import static org.thalweg.symbolic.Algebra.ZERO;
import static org.thalweg.symbolic.Algebra.difference;
import static org.thalweg.symbolic.Algebra.function;
import static org.thalweg.symbolic.Algebra.negation;
import static org.thalweg.symbolic.Algebra.power;
import static org.thalweg.symbolic.Algebra.product;
import static org.thalweg.symbolic.Algebra.quotient;
import static org.thalweg.symbolic.Algebra.sum;

import java.util.IdentityHashMap;
import java.util.Map;
import org.thalweg.symbolic.Expression.Binary;
import org.thalweg.symbolic.Expression.Constant;
import org.thalweg.symbolic.Expression.Unary;
import org.thalweg.symbolic.Expression.Variable;

/**
 * The exact derivative of an expression by the rules of calculus. Results are reused where a node is shared, and refer
 * to the nodes of the function itself (the derivative of exp u holds exp u), so that both are cheap to evaluate
 * together.
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
        return e instanceof Binary b ? combine(b, b.left(), b.right(), derive(b.left()), derive(b.right())) : ZERO;
    }

    /** The derivative of f(u), where {@code du} is that of u. */
    private static Expression chain(Unary f, Expression u, Expression du) {
        return switch (f.operation()) {
            case NEGATE -> negation(du);
            case EXP -> product(f, du);
            case LOG -> quotient(du, u);
            case SQRT -> quotient(du, product(new Constant(2.0), f));
            case SIN -> product(function(Operation.COS, u), du);
            case COS -> negation(product(function(Operation.SIN, u), du));
            case TANH -> product(difference(ONE, power(f, new Constant(2.0))), du);
            case ABS -> product(function(Operation.SIGN, u), du);
            case SIGN -> ZERO;
            default -> throw new AssertionError(f.operation());
        };
    }

    private static Expression combine(Binary f, Expression u, Expression v, Expression du, Expression dv) {
        return switch (f.operation()) {
            case ADD -> sum(du, dv);
            case SUBTRACT -> difference(du, dv);
            case MULTIPLY -> sum(product(du, v), product(u, dv));
            case DIVIDE -> quotient(difference(du, product(f, dv)), v);
            case POWER -> powerRule(f, u, v, du, dv);
            default -> throw new AssertionError(f.operation());
        };
    }

    private static Expression powerRule(Binary f, Expression u, Expression v, Expression du, Expression dv) {
        Expression byBase = product(product(v, power(u, difference(v, ONE))), du);
        return Algebra.isConstant(dv, 0.0) ? byBase : sum(byBase, product(product(f, function(Operation.LOG, u)), dv));
    }
}
