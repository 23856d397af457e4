package org.thalweg.fokkerplanck.hierarchy;

import java.util.Arrays;
import java.util.Optional;
import org.thalweg.fokkerplanck.linear.DenseLu;

/**
 * The hierarchy solved for the logarithm of the marginal (docs/theory/hierarchy.md): with E = D_xx P mode 0 is 1
 * everywhere, the higher modes are ratios to it that stay small where P underflows, and the balance of mode 0 says
 *
 * <pre>
 *   (ln E)' = (-L0' + sum D_yiyi F_i'/F_i) / D_xx + sqrt(2) sum_i a_i q_{2 e_i}.
 * </pre>
 *
 * <p>The ratios depend on E through its slope alone, and Newton's method finds the slope that answers to itself. Not
 * where a current flows
 * around a ring, which in the tails is all of the balance.
 */
final class HierarchyTails {
    /** Change of ln P at which the iteration ends; the rounding of a few hundred terms of ln P is about that. */
    private static final double CONVERGED = 1e-10;

    /**
     * What rounding leaves of a change may be more than that: derivatives on n points lose n^2 times the last digit. A
     * change below this that is no less than half of the one before is such a rest.
     */
    private static final double ROUNDING = 1e-8;

    /**
     * Some eight are enough where it converges. Where layers at the walls are thinner than the points are apart, it
     * wanders for thirty, and ends at a law of the points and not of the valley.
     */
    private static final int MOST_ITERATIONS = 14;

    private HierarchyTails() {}

    /**
     * The weight E = D_xx P, as a logarithm at the points, and the amplitudes beside it.
     *
     * @param logE ln (D_xx P), 0 at its maximum
     * @param q as {@link HierarchySystem#solve} gives them, of mode 0 all 1
     */
    record Solved(double[] logE, double[][] q) {}

    /** Empty where the iteration does not converge. */
    static Optional<Solved> solve(Collocation grid, ValleyCoefficients first, HierarchyModes modes) {
        double[] drift = new double[first.c().length];
        Arrays.setAll(drift, k -> first.rest()[k] + first.c()[k]);
        double[] slope = first.wholeSlope();
        double[] logE = logarithm(grid, slope);
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            ValleyCoefficients valley = first.weightedBy(drift, slope);
            HierarchySystem.Ratios ratios = new HierarchySystem(grid, valley).ratios(modes);
            double[] answer = slope(drift, valley, ratios.amplitudes()[1]);
            double[] next = logarithm(grid, answer);
            double change = largestDifference(next, logE);
            if (Double.isNaN(change)) {
                return Optional.empty();
            }
            double size = Math.max(1.0, -Arrays.stream(next).min().orElseThrow());
            if (change <= CONVERGED * size || change <= ROUNDING * size && change > 0.5 * before) {
                return Optional.of(new Solved(next, ratios.amplitudes()));
            }
            before = change;
            slope = newton(slope, answer, valley, ratios.responses());
            logE = logarithm(grid, slope);
        }
        return Optional.empty();
    }

    /** (1 - d answer / d slope) change = answer - slope. */
    private static double[] newton(double[] slope, double[] answer, ValleyCoefficients valley, double[][] responses) {
        int n = slope.length;
        double[] matrix = new double[n * n];
        double[] change = new double[n];
        for (int i = 0; i < n; i++) {
            change[i] = answer[i] - slope[i];
            for (int j = 0; j < n; j++) {
                double response = 0.0;
                for (int d = 0; d < valley.a().length; d++) {
                    response += Math.sqrt(2.0) * valley.a()[d][i] * responses[j][d * n + i];
                }
                matrix[i * n + j] = (i == j ? 1.0 : 0.0) - response;
            }
        }
        DenseLu.factor(n, matrix).solve(change);
        double[] better = new double[n];
        Arrays.setAll(better, k -> slope[k] + change[k]);
        return better;
    }

    private static double[] logarithm(Collocation grid, double[] slope) {
        double[] logE = grid.integral(slope);
        double highest = Arrays.stream(logE).max().orElseThrow();
        Arrays.setAll(logE, k -> logE[k] - highest);
        return logE;
    }

    private static double[] slope(double[] drift, ValleyCoefficients valley, double[] second) {
        double[] slope = drift.clone();
        for (int d = 0; d < valley.a().length; d++) {
            for (int k = 0; k < slope.length; k++) {
                slope[k] += Math.sqrt(2.0) * valley.a()[d][k] * second[d * slope.length + k];
            }
        }
        return slope;
    }

    private static double largestDifference(double[] a, double[] b) {
        double largest = 0.0;
        for (int k = 0; k < a.length; k++) {
            double d = Math.abs(a[k] - b[k]);
            largest = Double.isNaN(d) ? Double.NaN : Math.max(largest, d);
        }
        return largest;
    }
}
