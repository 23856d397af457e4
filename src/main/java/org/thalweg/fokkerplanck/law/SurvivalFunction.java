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
    private static final int POINTS = 4;

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
        int from = Math.max(0, Math.min(times.length - POINTS, above - POINTS / 2));
        double cubic = through(from, POINTS, left);
        double square = through(Math.min(from + 1, times.length - POINTS + 1), POINTS - 1, left);
        double slope = (survival[above] - survival[above - 1]) / (times[above] - times[above - 1]);
        double spread = Math.max(error[above], error[above - 1]) / Math.abs(slope);
        return Measurement.computed(cubic, spread + Math.abs(cubic - square));
    }

    /** The polynomial of time over survival through some points. */
    private double through(int from, int points, double left) {
        double[] at = new double[points];
        double[] time = new double[points];
        for (int i = 0; i < points; i++) {
            // Rising, as polynomials want it.
            at[i] = survival[from + points - 1 - i];
            time[i] = times[from + points - 1 - i];
        }
        return new PolynomialFunctionLagrangeForm(at, time).value(left);
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
