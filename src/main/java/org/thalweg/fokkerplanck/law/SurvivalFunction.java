package org.thalweg.fokkerplanck.law;

import org.hipparchus.analysis.polynomials.PolynomialFunctionLagrangeForm;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.refusal.Refusal;

/**
 * The share of particles that have not arrived, by time, and what it says of the times of arrival.
 *
 * @param times increasing; not modified
 * @param survival of each, from 1 downwards; not modified
 * @param error of each, an estimate of the numerical one; not modified
 */
public record SurvivalFunction(double[] times, double[] survival, double[] error) {
    /** Of the polynomial by which a survival function goes on between its times. */
    private static final int POINTS = 6;
    private static final int BISECTIONS = 52;

    /** Refuses what has no one survival function: starts at many points. */
    public static void refuseDistributions(PlainSetting setting) {
        if (setting.startDistribution().isPresent()) {
            throw new Refusal("'" + setting.name() + "' starts from a distribution, and a survival function is given"
                    + " from one point; give numbers for start");
        }
    }

    /** From values on three grids, {@code [grid][time]}. */
    public static SurvivalFunction ofGrids(double[] times, double[][] levels) {
        double[] survival = new double[times.length];
        double[] error = new double[times.length];
        for (int k = 0; k < times.length; k++) {
            Measurement found = Richardson.ofGrids(levels[0][k], levels[1][k], levels[2][k]);
            survival[k] = found.value();
            error[k] = found.standardError();
        }
        return new SurvivalFunction(times, survival, error);
    }

    /**
     * The time by which a share has arrived, by inverse interpolation; undefined outside of the times.
     *
     * @param share from 0 to 1
     */
    public Measurement quantile(double share) {
        double left = 1.0 - share;
        int above = 1;
        while (above < times.length && survival[above] > left) {
            above++;
        }
        if (above == times.length || survival[0] < left) {
            return Measurement.UNDEFINED;
        }
        double fine = root(above, POINTS, left);
        double coarse = root(above, POINTS - 2, left);
        double slope = (survival[above] - survival[above - 1]) / (times[above] - times[above - 1]);
        double spread = Math.max(error[above], error[above - 1]) / Math.abs(slope);
        return Measurement.computed(fine, spread + Math.abs(fine - coarse));
    }

    /** Where the polynomial of ln t through some points about a gap has a value, by bisection within the gap. */
    private double root(int above, int points, double left) {
        int count = Math.min(points, times.length);
        int from = Math.max(0, Math.min(times.length - count, above - count / 2));
        double[] at = new double[count];
        double[] value = new double[count];
        for (int i = 0; i < count; i++) {
            at[i] = Math.log(times[from + i]);
            value[i] = survival[from + i];
        }
        PolynomialFunctionLagrangeForm curve = new PolynomialFunctionLagrangeForm(at, value);
        double low = Math.log(times[above - 1]);
        double high = Math.log(times[above]);
        for (int k = 0; k < BISECTIONS; k++) {
            double middle = 0.5 * (low + high);
            if (curve.value(middle) > left) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(0.5 * (low + high));
    }

    /** The survival at any time, linearly between those given. */
    public double at(double time) {
        int above = 0;
        while (above < times.length && times[above] < time) {
            above++;
        }
        if (above == 0 || above == times.length) {
            return above == 0 ? time <= 0.0 ? 1.0
                    : 1.0 + time / times[0] * (survival[0] - 1.0) : survival[times.length - 1];
        }
        double share = (time - times[above - 1]) / (times[above] - times[above - 1]);
        return survival[above - 1] + share * (survival[above] - survival[above - 1]);
    }

    /** The same in another unit of time, {@code factor} of which are one of now. */
    public SurvivalFunction times(double factor) {
        double[] scaled = times.clone();
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] *= factor;
        }
        return new SurvivalFunction(scaled, survival, error);
    }
}
