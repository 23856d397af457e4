package org.thalweg.fokkerplanck.line;

import java.util.Arrays;

/**
 * The lowest mode of -(u' / a)' = lambda b u with u = 0 at both ends, a and b positive and given by their logarithms.
 *
 * <p>With A the integral of a, the inverse of the left-hand side is an integral operator with a positive kernel,
 *
 * <pre>
 *   (K u)(x) = [ A_above(x) int_l^x A_below b u + A_below(x) int_x^r A_above b u ] / A,
 * </pre>
 *
 * <p>so that inverse iteration is two quadratures of positive terms: no subtraction takes digits away, and lambda keeps
 * its relative accuracy however small it is. The mode is kept in units of each cell, which a double holds although the
 * whole spans hundreds of decades.
 */
final class SlowestMode {
    private static final int NODES = LineQuadrature.RULE.size();

    /** Relative change of lambda at which the iteration ends. */
    private static final double CONVERGED = 1e-12;

    /** Change of ln of the ratio of the fluxes at both ends at which they are known. */
    private static final double SETTLED = 1e-10;

    /** With modes so close that this is not enough, the lambda found lies between theirs, and the error says so. */
    private static final int MOST_ITERATIONS = 400;

    private final int cells;
    /** b times the integral of a from below or above, times the length of a node, in units of e^scale of its cell. */
    private final double[][] weightBelow;
    private final double[][] weightAbove;
    private final double[] scaleWeightBelow;
    private final double[] scaleWeightAbove;
    /** The integrals of a from below and above, in units of e^scale of their cell. */
    private final double[][] below;
    private final double[][] above;
    private final double[] scaleBelow;
    private final double[] scaleAbove;
    /** b times length, in units of e^scale of its cell. */
    private final double[][] measure;
    private final double[] scaleMeasure;
    private final double all;

    /** The mode, in units of e^scale of its cell. */
    private double[][] mode;
    private double[] scaleMode;

    private SlowestMode(double[][] logA, double[][] logB, double[][] length) {
        this.cells = logA.length;
        LogIntegral fromBelow = LogIntegral.fromBelow(logA, length);
        LogIntegral fromAbove = LogIntegral.fromAbove(logA, length);
        this.all = fromBelow.edge()[cells];
        this.scaleBelow = new double[cells];
        this.scaleAbove = new double[cells];
        this.scaleMeasure = new double[cells];
        this.scaleWeightBelow = new double[cells];
        this.scaleWeightAbove = new double[cells];
        this.below = scaled(fromBelow.node(), scaleBelow);
        this.above = scaled(fromAbove.node(), scaleAbove);
        this.measure = scaled(logB, scaleMeasure);
        multiply(measure, length);
        this.weightBelow = scaled(LinePassage.sum(logB, fromBelow.node()), scaleWeightBelow);
        this.weightAbove = scaled(LinePassage.sum(logB, fromAbove.node()), scaleWeightAbove);
        multiply(weightBelow, length);
        multiply(weightAbove, length);
        this.scaleMode = new double[cells];
        this.mode = scaled(first(logB), scaleMode);
    }

    /**
     * ln of b^(-1/2), which has as much of a mode that lives where b is small as of one that lives where it is large.
     * From a constant, where b spans e^1800, the iteration would first settle at the mode of the largest b, and stay
     * there for long enough to look converged.
     */
    private static double[][] first(double[][] logB) {
        return Arrays.stream(logB).map(of -> Arrays.stream(of).map(log -> -0.5 * log).toArray())
                .toArray(double[][]::new);
    }

    /**
     * An eigenvalue.
     *
     * @param log ln lambda
     * @param error of ln lambda, of the iteration alone
     */
    record Value(double log, double error) {}

    /**
     * ln lambda on given cells.
     *
     * @param logA {@code [cell][node]}, as are logB and the lengths that the unit of a weight stands for
     */
    static Value of(double[][] logA, double[][] logB, double[][] length) {
        return new SlowestMode(logA, logB, length).iterate();
    }

    /**
     * The eigenvalue, and how strongly it depends on where the ends are: with u positive and u' / a its flux inwards,
     * ln lambda falls by a (u' / a)^2 / (lambda int b u^2) for each length that is added at an end (Hadamard).
     *
     * @param logBelow ln of that at the lower end, but for a
     * @param logAbove at the upper end
     */
    record Ends(Value value, double logBelow, double logAbove) {}

    /** As {@link #of}, with what moving the ends would change. */
    static Ends withEnds(double[][] logA, double[][] logB, double[][] length) {
        SlowestMode slowest = new SlowestMode(logA, logB, length);
        Value value = slowest.iterate();
        slowest.settleEnds();
        double[][] u = slowest.mode;
        // u = lambda K u has the fluxes lambda int A_above b u / A at the lower end, and that of A_below at the upper.
        double square = slowest.product(u, slowest.scaleMode, u, slowest.scaleMode);
        double unit = value.log() - square - 2.0 * slowest.all;
        return new Ends(value,
                unit + 2.0 * slowest.sum(slowest.weightAbove, slowest.scaleWeightAbove),
                unit + 2.0 * slowest.sum(slowest.weightBelow, slowest.scaleWeightBelow));
    }

    /** lambda has its digits before the mode has them where it is small: there the iteration goes on. */
    private void settleEnds() {
        double lower = sum(weightAbove, scaleWeightAbove);
        double upper = sum(weightBelow, scaleWeightBelow);
        double change = Double.POSITIVE_INFINITY;
        for (int k = 0; k < MOST_ITERATIONS && !(change <= SETTLED); k++) {
            apply();
            normalise();
            double nextLower = sum(weightAbove, scaleWeightAbove);
            double nextUpper = sum(weightBelow, scaleWeightBelow);
            // Of the ratio alone: the unit of the mode is that of its largest value.
            change = Math.abs(nextLower - lower - nextUpper + upper);
            lower = nextLower;
            upper = nextUpper;
        }
    }

    /** ln of the integral of the mode with a weight. */
    private double sum(double[][] weight, double[] scaleWeight) {
        double sum = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < cells; i++) {
            sum = LogIntegral.add(sum, scaleWeight[i] + scaleMode[i] + Math.log(whole(weight[i], mode[i])));
        }
        return sum;
    }

    /** Inverse iteration; the Rayleigh quotient falls towards lambda, and all of its terms are positive. */
    private Value iterate() {
        double log = Double.POSITIVE_INFINITY;
        double change = Double.POSITIVE_INFINITY;
        int k = 0;
        while (k < MOST_ITERATIONS && !(change <= CONVERGED)) {
            double[][] from = mode;
            double[] scaleFrom = scaleMode;
            apply();
            // <u, K u> / <K u, K u>, closer to lambda by a power of the ratio of modes than <u, u> / <u, K u>.
            double next = product(from, scaleFrom, mode, scaleMode) - product(mode, scaleMode, mode, scaleMode);
            change = Math.abs(next - log);
            log = next;
            normalise();
            k++;
        }
        // Where two modes lie close the change falls like 1 / k^2 at worst, and k changes of now are still to come.
        return new Value(log, k * change);
    }

    /** ln int b u v. */
    private double product(double[][] u, double[] scaleU, double[][] v, double[] scaleV) {
        double highest = Double.NEGATIVE_INFINITY;
        double sum = 0.0;
        for (int i = 0; i < cells; i++) {
            double part = 0.0;
            for (int k = 0; k < NODES; k++) {
                part += LineQuadrature.RULE.weights()[k] * measure[i][k] * u[i][k] * v[i][k];
            }
            double scale = scaleMeasure[i] + scaleU[i] + scaleV[i];
            if (scale > highest) {
                sum *= Math.exp(highest - scale);
                highest = scale;
            }
            sum += part * Math.exp(scale - highest);
        }
        return highest + Math.log(sum);
    }

    /** u becomes K u. */
    private void apply() {
        double[][] next = new double[cells][NODES];
        double[] scaleNext = new double[cells];
        double edge = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < cells; i++) {
            double unit = scaleWeightBelow[i] + scaleMode[i];
            double scale = Math.max(edge, unit);
            double before = Math.exp(edge - scale);
            double own = Math.exp(unit - scale);
            for (int k = 0; k < NODES; k++) {
                next[i][k] = above[i][k] * (before + own * part(weightBelow[i], mode[i], k));
            }
            scaleNext[i] = scale + scaleAbove[i] - all;
            edge = scale + Math.log(before + own * whole(weightBelow[i], mode[i]));
        }
        edge = Double.NEGATIVE_INFINITY;
        for (int i = cells - 1; i >= 0; i--) {
            double unit = scaleWeightAbove[i] + scaleMode[i];
            double scale = Math.max(edge, unit);
            double before = Math.exp(edge - scale);
            double own = Math.exp(unit - scale);
            double scaleOther = scale + scaleBelow[i] - all;
            double common = Math.max(scaleOther, scaleNext[i]);
            double first = Math.exp(scaleNext[i] - common);
            double second = Math.exp(scaleOther - common);
            for (int k = 0; k < NODES; k++) {
                next[i][k] = first * next[i][k]
                        + second * below[i][k] * (before + own * partAbove(weightAbove[i], mode[i], k));
            }
            scaleNext[i] = common;
            edge = scale + Math.log(before + own * whole(weightAbove[i], mode[i]));
        }
        mode = next;
        scaleMode = scaleNext;
    }

    /** The largest value of a cell becomes 1, and the largest scale 0: neither wanders off. */
    private void normalise() {
        for (int i = 0; i < cells; i++) {
            double most = largest(mode[i]);
            for (int k = 0; k < NODES; k++) {
                mode[i][k] /= most;
            }
            scaleMode[i] += Math.log(most);
        }
        double highest = largest(scaleMode);
        for (int i = 0; i < cells; i++) {
            scaleMode[i] -= highest;
        }
    }

    /** A loop: asked for each cell of each iteration, where a stream takes longer than all else. */
    private static double largest(double[] values) {
        double largest = values[0];
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    private static double whole(double[] weight, double[] u) {
        double sum = 0.0;
        for (int j = 0; j < NODES; j++) {
            sum += LineQuadrature.RULE.weights()[j] * weight[j] * u[j];
        }
        return sum;
    }

    private static double part(double[] weight, double[] u, int k) {
        double sum = 0.0;
        for (int j = 0; j < NODES; j++) {
            sum += LineQuadrature.PARTIAL[k][j] * weight[j] * u[j];
        }
        return Math.max(0.0, sum);
    }

    /** Nodes are symmetric: the integral from above is the one from below in the mirror. */
    private static double partAbove(double[] weight, double[] u, int k) {
        double sum = 0.0;
        for (int j = 0; j < NODES; j++) {
            sum += LineQuadrature.PARTIAL[NODES - 1 - k][NODES - 1 - j] * weight[j] * u[j];
        }
        return Math.max(0.0, sum);
    }

    /** Values from their logarithms, in units of e^scale of their cell; {@code scale} is set. */
    private static double[][] scaled(double[][] log, double[] scale) {
        double[][] values = new double[log.length][NODES];
        for (int i = 0; i < log.length; i++) {
            scale[i] = largest(log[i]);
            for (int k = 0; k < NODES; k++) {
                values[i][k] = Math.exp(log[i][k] - scale[i]);
            }
        }
        return values;
    }

    private static void multiply(double[][] values, double[][] by) {
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < NODES; k++) {
                values[i][k] *= by[i][k];
            }
        }
    }
}
