package org.thalweg.model.start;

import java.util.Arrays;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.special.Erf;
import org.thalweg.random.RandomStream;
import org.thalweg.refusal.Refusal;

/** Where particles start in one coordinate. */
public sealed interface StartLaw {
    /** The mean. */
    double mean();

    /** The standard deviation. */
    double deviation();

    /** The probability to start from {@code a} to {@code b}; 0 or 1 for a point. */
    double probability(double a, double b);

    /**
     * Independent starts.
     *
     * @param start modified: the first {@code count} entries
     */
    void draw(RandomStream random, double[] start, int count);

    /**
     * The rule of Gauss for means over this law.
     *
     * @param points of the rule; a point needs one
     */
    Nodes nodes(int points);

    /**
     * Points and their weights, which sum to 1.
     *
     * @param at not to be modified
     * @param weight as many; not to be modified
     */
    record Nodes(double[] at, double[] weight) {}

    /** Everybody at one place. */
    record Point(double value) implements StartLaw {
        @Override
        public double mean() {
            return value;
        }

        @Override
        public double deviation() {
            return 0.0;
        }

        @Override
        public double probability(double a, double b) {
            return a <= value && value < b ? 1.0 : 0.0;
        }

        /** Draws nothing. */
        @Override
        public void draw(RandomStream random, double[] start, int count) {
            Arrays.fill(start, 0, count, value);
        }

        @Override
        public Nodes nodes(int points) {
            return new Nodes(new double[] {value}, new double[] {1.0});
        }

        /** The number. */
        @Override
        public String toString() {
            return Double.toString(value);
        }
    }

    /** Uniform between two ends. */
    record Uniform(double from, double to) implements StartLaw {
        /** Refuses ends that are not finite, or in the wrong order. */
        public Uniform {
            if (!(from < to) || Double.isInfinite(to - from)) {
                throw new Refusal("uniform(" + from + ", " + to + "): must run from less to more");
            }
        }

        @Override
        public double mean() {
            return from + 0.5 * (to - from);
        }

        @Override
        public double deviation() {
            return (to - from) / Math.sqrt(12.0);
        }

        @Override
        public double probability(double a, double b) {
            return Math.max(0.0, Math.min(b, to) - Math.max(a, from)) / (to - from);
        }

        @Override
        public void draw(RandomStream random, double[] start, int count) {
            for (int k = 0; k < count; k++) {
                start[k] = from + (to - from) * random.nextDouble();
            }
        }

        @Override
        public Nodes nodes(int points) {
            GaussIntegrator rule = new GaussIntegratorFactory().legendre(points, from, to);
            return rule(rule, 1.0, 0.0, 1.0 / (to - from));
        }

        /** As it is written in a model file. */
        @Override
        public String toString() {
            return "uniform(" + from + ", " + to + ")";
        }
    }

    /** Normal. */
    record Normal(double mean, double deviation) implements StartLaw {
        /** Refuses deviations that are not positive and finite. */
        public Normal {
            if (!(deviation > 0.0) || Double.isInfinite(deviation)) {
                throw new Refusal("normal(" + mean + ", " + deviation
                        + "): the standard deviation must be positive and finite");
            }
        }

        @Override
        public double probability(double a, double b) {
            double scale = 1.0 / (Math.sqrt(2.0) * deviation);
            return 0.5 * Erf.erf((a - mean) * scale, (b - mean) * scale);
        }

        @Override
        public void draw(RandomStream random, double[] start, int count) {
            random.fillNormal(start, count);
            for (int k = 0; k < count; k++) {
                start[k] = mean + deviation * start[k];
            }
        }

        /** Gauss-Hermite, whose weight is exp(-x^2). */
        @Override
        public Nodes nodes(int points) {
            GaussIntegrator rule = new GaussIntegratorFactory().hermite(points);
            return rule(rule, Math.sqrt(2.0) * deviation, mean, 1.0 / Math.sqrt(Math.PI));
        }

        /** As it is written in a model file. */
        @Override
        public String toString() {
            return "normal(" + mean + ", " + deviation + ")";
        }
    }

    private static Nodes rule(GaussIntegrator rule, double scale, double shift, double share) {
        double[] at = new double[rule.getNumberOfPoints()];
        double[] weight = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = shift + scale * rule.getPoint(i);
            weight[i] = share * rule.getWeight(i);
        }
        return new Nodes(at, weight);
    }
}
