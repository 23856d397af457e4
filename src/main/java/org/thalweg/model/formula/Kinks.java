package org.thalweg.model.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.thalweg.symbolic.Expression.Binary;
import org.thalweg.symbolic.Expression.Unary;
import org.thalweg.symbolic.Expression.Variable;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Operation;
import org.thalweg.symbolic.Tape;

/** Finds where the derivative of an expression jumps: where the argument of an abs changes its sign. */
final class Kinks {
    /**
     * Kinks are looked for in -64 &lt; x &lt; 64 at a spacing of 1/32; both are exact in binary, so 0 is met exactly.
     */
    private static final double RANGE = 64.0;

    private static final double SPACING = 1.0 / 32.0;

    /** Kinks are located to about the spacing of doubles near {@link #RANGE}. */
    private static final double ROUNDING = Math.ulp(RANGE);

    private Kinks() {}

    /**
     * The kinks in x (variable 0), in increasing order. Two that lie closer than the spacing of the search are missed.
     * An abs whose argument depends on another variable than x contributes a single NaN: a kink that is not at one x.
     */
    static List<Double> of(Expression expression) {
        Set<Expression> visited = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Double> kinks = new TreeSet<>();
        for (Expression argument : argumentsOfAbs(expression, visited)) {
            addSignChanges(argument, kinks);
        }
        return List.copyOf(kinks);
    }

    private static List<Expression> argumentsOfAbs(Expression e, Set<Expression> visited) {
        List<Expression> found = new ArrayList<>();
        if (visited.add(e)) {
            if (e instanceof Unary u) {
                if (u.operation() == Operation.ABS) {
                    found.add(u.argument());
                }
                found.addAll(argumentsOfAbs(u.argument(), visited));
            } else if (e instanceof Binary b) {
                found.addAll(argumentsOfAbs(b.left(), visited));
                found.addAll(argumentsOfAbs(b.right(), visited));
            }
        }
        return found;
    }

    private static void addSignChanges(Expression argument, Set<Double> kinks) {
        if (dependsOnOthers(argument)) {
            kinks.add(Double.NaN);
            return;
        }
        Tape tape = Tape.of(1, List.of(argument));
        double lastSign = 0.0;
        double last = -RANGE;
        for (double x = -RANGE; x <= RANGE; x += SPACING) {
            double sign = Math.signum(at(tape, x));
            if (sign * lastSign < 0.0) {
                kinks.add(new BrentSolver(ROUNDING).solve(200, u -> finite(at(tape, u)), last, x));
            }
            if (sign != 0.0 && !Double.isNaN(sign)) {
                lastSign = sign;
                last = x;
            }
        }
    }

    /** Between the signs there may be a pole, or a place outside the domain: that is where the sign changes. */
    private static double finite(double value) {
        return Double.isNaN(value) ? 0.0 : Math.max(-Double.MAX_VALUE, Math.min(value, Double.MAX_VALUE));
    }

    private static boolean dependsOnOthers(Expression e) {
        if (e instanceof Unary u) {
            return dependsOnOthers(u.argument());
        }
        if (e instanceof Binary b) {
            return dependsOnOthers(b.left()) || dependsOnOthers(b.right());
        }
        return e instanceof Variable v && v.index() != 0;
    }

    private static double at(Tape tape, double x) {
        double[] result = new double[1];
        tape.evaluate(new double[] {x}, result);
        return result[0];
    }
}
