package org.thalweg.model.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.thalweg.model.space.Frame;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Expression.Binary;
import org.thalweg.symbolic.Expression.Unary;
import org.thalweg.symbolic.Expression.Variable;
import org.thalweg.symbolic.Operation;
import org.thalweg.symbolic.Tape;

/** Finds where the derivative of an expression jumps: where the argument of an abs changes its sign. */
final class Kinks {
    /**
     * Kinks are looked for in -64 &lt; u &lt; 64 at a spacing of 1/32, u in the units that the argument is written in;
     * both are exact in binary, so 0 is met exactly.
     */
    private static final double RANGE = 64.0;

    private static final double SPACING = 1.0 / 32.0;

    /** Beyond, and next to 0, places are looked at that grow by a factor of 2, to 2^900 units. */
    private static final int DOUBLINGS = 900;

    /** Relative to the place; the value of a function, which has a unit, is never small in itself. */
    private static final double EPSILON = Math.ulp(1.0);

    private static final double[] PLACES = places();

    private Kinks() {}

    /**
     * The kinks in x (variable 0), in increasing order. Two that lie closer than the spacing of the search are missed,
     * 1/32 of a unit, farther out half their distance.
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
        for (Frame frame : AffineParts.of(argument, 0)) {
            addSignChanges(tape, frame, kinks);
        }
        // What is linear in x has units of its own: it vanishes at 0 of them.
        AffineParts.straight(argument, 0).ifPresent(frame -> addSignChanges(tape, frame, kinks));
    }

    private static void addSignChanges(Tape tape, Frame frame, Set<Double> kinks) {
        double lastSign = 0.0;
        double last = Double.NaN;
        for (double u : PLACES) {
            double x = frame.at(u);
            double sign = Double.isFinite(x) ? Math.signum(at(tape, x)) : Double.NaN;
            if (sign * lastSign < 0.0) {
                double accuracy = Math.ulp(Math.max(RANGE, Math.abs(u))) * frame.unit();
                double kink = signChange(tape, last, x, accuracy);
                // Looked for in several units it is found several times.
                if (kinks.stream().noneMatch(known -> Math.abs(known - kink) <= 4.0 * (accuracy + Math.ulp(kink)))) {
                    kinks.add(kink);
                }
            }
            if (sign != 0.0 && !Double.isNaN(sign)) {
                lastSign = sign;
                last = x;
            }
        }
    }

    /**
     * Where the sign changes between two places. The solver multiplies the values there with each other, so where the
     * product underflows, or both places are the same double, the interval is halved by signs alone.
     */
    private static double signChange(Tape tape, double from, double to, double accuracy) {
        double first = finite(at(tape, from));
        double last = finite(at(tape, to));
        double start = 0.5 * (from + to);
        double there = finite(at(tape, start));
        boolean products = first * last < 0.0 && (there == 0.0 || first * there < 0.0 || there * last < 0.0);
        if (from < start && start < to && products) {
            return new BrentSolver(EPSILON, accuracy, Double.MIN_NORMAL).solve(
                    200, at -> finite(at(tape, at)), from, to);
        }
        double low = from;
        double high = to;
        double middle = 0.5 * (low + high);
        while (high - low > accuracy && middle > low && middle < high) {
            if (Math.signum(at(tape, middle)) == Math.signum(first)) {
                low = middle;
            } else {
                high = middle;
            }
            middle = 0.5 * (low + high);
        }
        return middle;
    }

    /** Between the signs there may be a pole, or a place outside the domain: that is where the sign changes. */
    private static double finite(double value) {
        return Double.isNaN(value) ? 0.0 : Math.max(-Double.MAX_VALUE, Math.min(value, Double.MAX_VALUE));
    }

    private static double[] places() {
        List<Double> places = new ArrayList<>();
        for (double u = 0.0; u <= RANGE; u += SPACING) {
            places.add(u);
        }
        for (int k = 1; k <= DOUBLINGS; k++) {
            places.add(Math.scalb(RANGE, k));
            places.add(Math.scalb(SPACING, -k));
        }
        return places.stream().flatMap(u -> Stream.of(u, -u)).mapToDouble(u -> 0.0 + u).sorted().distinct().toArray();
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
