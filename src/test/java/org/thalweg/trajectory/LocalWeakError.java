package org.thalweg.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.util.Pair;
import org.thalweg.model.formula.Formula;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Tape;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.SdeExpressions;
import org.thalweg.trajectory.scheme.StepMap;

/**
 * How far the mean of a function is off after one step: quadrature over the random numbers of the step against the
 * Taylor series sum_k h^k/k! L^k f of the exact mean, with L^k f derived symbolically.
 */
final class LocalWeakError {
    /** The series is broken off here: with steps below 1e-2 what is left out is a hundredth of an error of order 3. */
    private static final int TERMS = 3;
    /** Functions of which the largest error counts: all moments up to the third, weighted. */
    private static final List<String> FUNCTIONS =
            List.of("x", "y", "x^2", "x*y", "y^2", "x^3", "x^2*y", "x*y^2", "y^3");
    /** Points of Gauss-Hermite quadrature for each normal number: exact to degree 13. */
    private static final int NODES = 7;

    private LocalWeakError() {}

    /** The largest error over the functions, from the given point. */
    static double of(SdeExpressions sde, StepMap map, double step, double[] point) {
        List<Expression> functions = FUNCTIONS.stream()
                .map(text -> Formula.parse(text, List.of("x", "y"), Map.of()).expression()).toList();
        double[] exact = exact(sde, functions, step, point);
        double[] found = new double[functions.size()];
        average(Tape.of(map.variables(), map.next()), Tape.of(2, functions), map, new double[map.variables()],
                point, 0, 1.0, found);
        double largest = 0.0;
        for (int i = 0; i < found.length; i++) {
            largest = Math.max(largest, Math.abs(found[i] - exact[i]));
        }
        return largest;
    }

    private static double[] exact(SdeExpressions sde, List<Expression> functions, double step, double[] point) {
        List<Expression> terms = new ArrayList<>(functions);
        List<Expression> last = functions;
        for (int k = 1; k <= TERMS; k++) {
            last = last.stream().map(sde::generator).toList();
            terms.addAll(last);
        }
        double[] values = new double[terms.size()];
        Tape.of(2, terms).evaluate(point, values);
        double[] sums = new double[functions.size()];
        double factor = 1.0;
        for (int k = 0; k <= TERMS; k++) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += factor * values[k * sums.length + i];
            }
            factor *= step / (k + 1);
        }
        return sums;
    }

    private static void average(Tape map, Tape functions, StepMap shape, double[] variables, double[] point, int white,
            double weight, double[] sums) {
        if (white == shape.white().size()) {
            System.arraycopy(point, 0, variables, 0, 2);
            double[] next = new double[2];
            map.evaluate(variables, next);
            double[] values = new double[sums.length];
            functions.evaluate(next, values);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * values[i];
            }
            return;
        }
        double[][] law = law(shape.white().get(white));
        for (int k = 0; k < law[0].length; k++) {
            variables[2 + white] = law[0][k];
            average(map, functions, shape, variables, point, white + 1, weight * law[1][k], sums);
        }
    }

    /** Points and weights. */
    static double[][] law(Increments increments) {
        double root = Math.sqrt(3.0);
        switch (increments) {
            case TWO_POINT:
                return new double[][] {{-1.0, 1.0}, {0.5, 0.5}};
            case THREE_POINT:
                return new double[][] {{-root, 0.0, root}, {1.0 / 6.0, 2.0 / 3.0, 1.0 / 6.0}};
            default:
                // Hermite's weight is exp(-t^2): a standard normal number is t sqrt(2).
                Pair<double[], double[]> rule = rule();
                double[][] law = new double[2][NODES];
                for (int k = 0; k < NODES; k++) {
                    law[0][k] = Math.sqrt(2.0) * rule.getFirst()[k];
                    law[1][k] = rule.getSecond()[k] / Math.sqrt(Math.PI);
                }
                return law;
        }
    }

    private static Pair<double[], double[]> rule() {
        var integrator = new GaussIntegratorFactory().hermite(NODES);
        double[] points = new double[NODES];
        double[] weights = new double[NODES];
        for (int k = 0; k < NODES; k++) {
            points[k] = integrator.getPoint(k);
            weights[k] = integrator.getWeight(k);
        }
        return new Pair<>(points, weights);
    }
}
