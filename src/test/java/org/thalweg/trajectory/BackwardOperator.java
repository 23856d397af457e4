package org.thalweg.trajectory;

import java.util.List;
import org.thalweg.symbolic.Tape;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.StepMap;

/**
 * One random step in two coordinates as an operator on functions, (M f)(z) = E f(step from z): quadrature over the
 * random numbers of the step, f known at Chebyshev points of a square and interpolated between them. No sampling
 * anywhere.
 *
 * <p>Good for steps that lead inwards from the edges of the square; what little leads outwards is put on the edge.
 */
final class BackwardOperator {
    private final double[] nodes;
    private final double[][] rows;

    private BackwardOperator(double[] nodes, double[][] rows) {
        this.nodes = nodes;
        this.rows = rows;
    }

    /**
     * The operator of a step.
     *
     * @param reach half a side of the square, whose middle is 0
     * @param points Chebyshev points along a side
     */
    static BackwardOperator of(StepMap map, double reach, int points) {
        double[] nodes = new double[points];
        for (int i = 0; i < points; i++) {
            nodes[i] = reach * Math.cos(Math.PI * i / (points - 1));
        }
        Tape tape = Tape.of(map.variables(), map.next());
        double[][] rows = new double[points * points][points * points];
        double[] variables = new double[map.variables()];
        for (int i = 0; i < points; i++) {
            for (int j = 0; j < points; j++) {
                variables[0] = nodes[i];
                variables[1] = nodes[j];
                average(tape, map.white(), variables, 0, 1.0, nodes, rows[i * points + j]);
            }
        }
        return new BackwardOperator(nodes, rows);
    }

    private static void average(
            Tape tape, List<Increments> laws, double[] variables, int white, double weight, double[] nodes,
            double[] row) {
        if (white == laws.size()) {
            double[] next = new double[2];
            tape.evaluate(variables, next);
            double[] alongX = weights(nodes, next[0]);
            double[] alongY = weights(nodes, next[1]);
            for (int i = 0; i < nodes.length; i++) {
                for (int j = 0; j < nodes.length; j++) {
                    row[i * nodes.length + j] += weight * alongX[i] * alongY[j];
                }
            }
            return;
        }
        double[][] law = LocalWeakError.law(laws.get(white));
        for (int k = 0; k < law[0].length; k++) {
            variables[2 + white] = law[0][k];
            average(tape, laws, variables, white + 1, weight * law[1][k], nodes, row);
        }
    }

    /** The values at {@code z} of the polynomials that are 1 at one node and 0 at the others (barycentric formula). */
    private static double[] weights(double[] nodes, double z) {
        double at = Math.max(-nodes[0], Math.min(nodes[0], z));
        double[] weights = new double[nodes.length];
        double sum = 0.0;
        for (int i = 0; i < nodes.length; i++) {
            if (at == nodes[i]) {
                double[] unit = new double[nodes.length];
                unit[i] = 1.0;
                return unit;
            }
            double end = i == 0 || i == nodes.length - 1 ? 0.5 : 1.0;
            weights[i] = (i % 2 == 0 ? end : -end) / (at - nodes[i]);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** E f after a number of steps from a point. */
    double mean(Tape function, int steps, double[] start) {
        int points = nodes.length;
        double[] value = new double[1];
        double[] u = new double[rows.length];
        for (int i = 0; i < u.length; i++) {
            function.evaluate(new double[] {nodes[i / points], nodes[i % points]}, value);
            u[i] = value[0];
        }
        for (int step = 0; step < steps; step++) {
            double[] before = u;
            u = new double[rows.length];
            for (int i = 0; i < u.length; i++) {
                for (int j = 0; j < u.length; j++) {
                    u[i] += rows[i][j] * before[j];
                }
            }
        }
        double[] alongX = weights(nodes, start[0]);
        double[] alongY = weights(nodes, start[1]);
        double mean = 0.0;
        for (int i = 0; i < u.length; i++) {
            mean += alongX[i / points] * alongY[i % points] * u[i];
        }
        return mean;
    }
}
