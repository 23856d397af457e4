package org.thalweg.trajectory;

import java.util.List;
import org.hipparchus.stat.correlation.StorelessCovariance;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Diagnostic;
import org.thalweg.measure.DiagnosticKernel;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;

/**
 * (x - x0)^2 in place of x^2, with x0 where the model counts from: far from there the mean of x^2 is large, and the
 * variance would be what its rounding leaves of it.
 *
 * @param origin x0
 */
record SquareOfX(double origin) implements Diagnostic {
    static SquareOfX of(Setting setting) {
        return new SquareOfX(setting.domain().along().frame().origin());
    }

    /** The standard diagnostics with this one among them. */
    static List<Diagnostic> among(Setting setting) {
        SquareOfX square = of(setting);
        return square.origin == 0.0 ? Diagnostic.standard(setting) : Diagnostic.standard(setting).stream()
                .map(d -> d.quantity().equals(Quantity.MEAN_SQUARE_X) ? square : d).toList();
    }

    @Override
    public Quantity quantity() {
        return Quantity.MEAN_SQUARE_X;
    }

    @Override
    public double at(double[] theta) {
        return (theta[0] - origin) * (theta[0] - origin);
    }

    @Override
    public DiagnosticKernel bind(int capacity) {
        double[] square = new double[capacity];
        return (theta, count) -> {
            for (int p = 0; p < count; p++) {
                square[p] = (theta[0][p] - origin) * (theta[0][p] - origin);
            }
            return square;
        };
    }

    /**
     * The variance of x over particles and times, &lt;x^2&gt; - &lt;x&gt;^2, freed of the bias that the second mean is
     * itself a sample; the error is that of the linearised samples x^2 - 2 &lt;x&gt; x, x from the origin.
     */
    Measurement variance(StreamingStatistics x, StreamingStatistics square, StorelessCovariance spread) {
        long n = x.getN();
        if (n == 0) {
            return Measurement.UNDEFINED;
        }
        double mean = x.getMean() - origin;
        double bias = n > 1 ? x.getVariance() / n : 0.0;
        return new Measurement(square.getMean() - mean * mean + bias, error(-2.0 * mean, x, square, spread), n);
    }

    /** The mean of x^2 itself. */
    Measurement mean(StreamingStatistics x, StreamingStatistics square, StorelessCovariance spread) {
        long n = x.getN();
        return origin == 0.0 || n == 0 ? Measurement.mean(square)
                : new Measurement(square.getMean() + origin * (2.0 * x.getMean() - origin),
                        error(2.0 * origin, x, square, spread), n);
    }

    /** The change of the mean of x^2, whose error is at most that of both parts. */
    Measurement trend(StreamingStatistics x, StreamingStatistics square) {
        Measurement own = Measurement.mean(square);
        Measurement linear = Measurement.mean(x).times(2.0 * origin);
        return origin == 0.0 ? own : new Measurement(own.value() + linear.value(),
                own.standardError() + Math.abs(linear.standardError()), own.samples());
    }

    /** The standard error of the mean of (x - x0)^2 + factor x. */
    private static double error(double factor, StreamingStatistics x, StreamingStatistics square,
            StorelessCovariance spread) {
        if (x.getN() < 2) {
            return Double.NaN;
        }
        double variance = square.getVariance() + 2.0 * factor * spread.getCovariance(0, 1)
                + factor * factor * x.getVariance();
        // Rounding may make a vanishing variance negative.
        return Math.sqrt(Math.max(0.0, variance) / x.getN());
    }
}
