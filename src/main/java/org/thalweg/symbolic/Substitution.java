package org.thalweg.symbolic;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.thalweg.symbolic.Expression.Binary;
import org.thalweg.symbolic.Expression.Reading;
import org.thalweg.symbolic.Expression.Unary;
import org.thalweg.symbolic.Expression.Variable;

/**
 * Puts expressions in the place of variables: f(x) becomes f(g(x)), simplified on the way. Shared nodes stay shared.
 */
public final class Substitution {
    private final List<Expression> replacements;
    private final Map<Expression, Expression> known = new IdentityHashMap<>();

    private Substitution(List<Expression> replacements) {
        this.replacements = replacements;
    }

    /** {@code expression} with variable i replaced by {@code replacements.get(i)}; variables beyond the list stay. */
    public static Expression of(Expression expression, List<Expression> replacements) {
        return new Substitution(replacements).replace(expression);
    }

    /** The indices of the variables that an expression refers to. */
    public static Set<Integer> variables(Expression expression) {
        Set<Integer> found = new TreeSet<>();
        collect(expression, found, new IdentityHashMap<>());
        return found;
    }

    private static void collect(Expression e, Set<Integer> found, Map<Expression, Boolean> seen) {
        if (seen.put(e, true) != null) {
            return;
        }
        if (e instanceof Variable v) {
            found.add(v.index());
        } else if (e instanceof Unary u) {
            collect(u.argument(), found, seen);
        } else if (e instanceof Reading r) {
            collect(r.argument(), found, seen);
        } else if (e instanceof Binary b) {
            collect(b.left(), found, seen);
            collect(b.right(), found, seen);
        }
    }

    private Expression replace(Expression e) {
        Expression replaced = known.get(e);
        if (replaced == null) {
            replaced = fresh(e);
            known.put(e, replaced);
        }
        return replaced;
    }

    private Expression fresh(Expression e) {
        if (e instanceof Variable v) {
            return v.index() < replacements.size() ? replacements.get(v.index()) : v;
        }
        if (e instanceof Unary u) {
            Expression argument = replace(u.argument());
            return u.operation() == Operation.NEGATE
                    ? Algebra.negation(argument)
                    : Algebra.function(u.operation(), argument);
        }
        if (e instanceof Reading r) {
            return Algebra.reading(r.curve(), r.order(), replace(r.argument()));
        }
        return e instanceof Binary b ? combine(b.operation(), replace(b.left()), replace(b.right())) : e;
    }

    private static Expression combine(Operation operation, Expression left, Expression right) {
        return switch (operation) {
            case ADD -> Algebra.sum(left, right);
            case SUBTRACT -> Algebra.difference(left, right);
            case MULTIPLY -> Algebra.product(left, right);
            case DIVIDE -> Algebra.quotient(left, right);
            case POWER -> Algebra.power(left, right);
            default -> throw new AssertionError(operation);
        };
    }
}
