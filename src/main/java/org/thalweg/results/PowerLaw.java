package org.thalweg.results;

import java.util.Arrays;
import java.util.List;
import org.thalweg.measure.Measurement;

/** The exponent of a power law, from measurements at several abscissae. */
public final class PowerLaw {
    private PowerLaw() {}

    /**
     * The slope of ln y on ln x by least squares, each point weighted by its own error; computed points, which have no
     * samples, have equal weights, and the error is that of the scatter and what their numerical errors do at worst.
     *
     * @param x positive, at least two different values
     * @param y positive measurements, one for each x
     */
    public static Measurement exponent(double[] x, List<Measurement> y) {
        return slope(Arrays.stream(x).map(Math::log).toArray(), y.stream().map(Measurement::log).toList());
    }

    /** The slope of y on x by least squares, with weights and errors as in {@link #exponent}. */
    public static Measurement slope(double[] x, List<Measurement> y) {
        return line(x, y).slope();
    }

    /** The straight line through measurements by weighted least squares. */
    public static Line line(double[] x, List<Measurement> y) {
        boolean sampled = y.stream().allMatch(m -> m.samples() > 0 && m.standardError() > 0.0);
        int n = x.length;
        double sum = 0.0;
        double meanX = 0.0;
        double meanY = 0.0;
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            double error = y.get(i).standardError();
            weight[i] = sampled ? 1.0 / (error * error) : 1.0;
            sum += weight[i];
            meanX += weight[i] * x[i];
            meanY += weight[i] * y.get(i).value();
        }
        meanX /= sum;
        meanY /= sum;
        double variance = 0.0;
        double covariance = 0.0;
        for (int i = 0; i < n; i++) {
            variance += weight[i] * (x[i] - meanX) * (x[i] - meanX);
            covariance += weight[i] * (x[i] - meanX) * (y.get(i).value() - meanY);
        }
        double slope = covariance / variance;
        double scatter = 0.0;
        for (int i = 0; i < n; i++) {
            double residual = y.get(i).value() - meanY - slope * (x[i] - meanX);
            scatter += weight[i] * residual * residual;
        }
        double tilt = 0.0;
        double lift = 0.0;
        if (!sampled) {
            for (int i = 0; i < n; i++) {
                double error = Math.abs(y.get(i).standardError());
                tilt += error * Math.abs(x[i] - meanX) / variance;
                lift += error / n;
            }
        }
        double perPoint = sampled ? 1.0 : n > 2 ? scatter / (n - 2) : 0.0;
        long samples = sampled ? y.stream().mapToLong(Measurement::samples).sum() : 0;
        double degrees = sampled ? degreesOfFreedom(y) : n > 2 ? n - 2.0 : Double.POSITIVE_INFINITY;
        return new Line(
                new Measurement(slope, Math.sqrt(perPoint / variance) + tilt, samples, degrees),
                meanX,
                new Measurement(meanY, Math.sqrt(perPoint / sum) + lift, samples, degrees));
    }

    /** Of points of about equal weight (Satterthwaite). */
    private static double degreesOfFreedom(List<Measurement> y) {
        double inverse = y.stream().mapToDouble(m -> 1.0 / m.degreesOfFreedom()).sum();
        return (double) y.size() * y.size() / inverse;
    }

    /**
     * A fitted line; slope and mean are uncorrelated.
     *
     * @param centre the weighted mean of x
     * @param mean the value of the line at the centre
     */
    public record Line(Measurement slope, double centre, Measurement mean) {
        /** The value of the line at x = 0, with the error propagated. */
        public Measurement intercept() {
            return new Measurement(mean.value() - slope.value() * centre,
                    Math.hypot(mean.standardError(), centre * slope.standardError()), slope.samples(),
                    slope.degreesOfFreedom());
        }

        /** Where the line takes the value {@code level}, with the error propagated to first order. */
        public Measurement crossing(double level) {
            double offset = (level - mean.value()) / slope.value();
            double error = Math.hypot(mean.standardError(), offset * slope.standardError()) / Math.abs(slope.value());
            return new Measurement(centre + offset, error, slope.samples(), slope.degreesOfFreedom());
        }
    }
}
