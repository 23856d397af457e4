package org.thalweg.referee;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.stat.regression.SimpleRegression;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;

/**
 * The valley floor's law P ~ F^kappa exp(-kappa L0 / Delta) and its passage time under constant noise, by the plainest
 * quadratures there are, independent of the engine's: Boole's rule over many equal panels, whose error is far below
 * what is judged by it. On a ring too: x itself jumps there.
 */
final class FloorReference {
    private static final int PANELS = 40_000;
    /** Relative to the size of what was summed. */
    private static final double ROUNDING = 1e-12;
    /** P at the end of an open line is e^-60 of its largest value. */
    private static final double FARTHEST = -60.0;

    private final PlainSetting setting;
    private final ValleyShape shape;
    private final double across;
    private final double along;
    private final double from;
    private final double to;
    private final double peak;

    private FloorReference(PlainSetting setting, double from, double to, double peak) {
        this.setting = setting;
        this.shape = setting.surface().geometry().shape().orElseThrow();
        this.across = setting.temperatureAt(setting.start());
        this.along = 0.5 * setting.noise().variance(0, setting.start()) * setting.sgd().learningRate();
        this.from = from;
        this.to = to;
        this.peak = peak;
    }

    static FloorReference of(PlainSetting setting) {
        Interval domain = setting.domain().along();
        FloorReference whole = new FloorReference(setting, domain.from(), domain.to(), 0.0);
        double peak = Double.NEGATIVE_INFINITY;
        double low = domain.bounded() ? domain.from() : -40.0;
        double high = domain.bounded() ? domain.to() : 40.0;
        for (int i = 0; i <= PANELS; i++) {
            peak = Math.max(peak, whole.log(low + (high - low) * i / PANELS));
        }
        if (!domain.bounded()) {
            while (whole.log(low) < peak + FARTHEST && low < 0.0) {
                low += 0.01;
            }
            while (whole.log(high) < peak + FARTHEST && high > 0.0) {
                high -= 0.01;
            }
        }
        return new FloorReference(setting, low, high, peak);
    }

    /** ln P but for a constant. */
    private double log(double x) {
        return (across * Math.log(shape.flatnessAt(x)) - shape.floor().value(x)) / along - peak;
    }

    /** Means over the floor. */
    Map<Quantity, Measurement> quantities() {
        double mass = integral(x -> 1.0);
        Map<Quantity, Measurement> quantities = new LinkedHashMap<>();
        put(quantities, Quantity.MEAN_X, x -> x, mass);
        put(quantities, Quantity.MEAN_SQUARE_X, x -> x * x, mass);
        double mean = quantities.get(Quantity.MEAN_X).value();
        put(quantities, Quantity.VARIANCE_X, x -> (x - mean) * (x - mean), mass);
        put(quantities, Quantity.MEAN_SQUARE_Y, x -> across * shape.flatnessAt(x) * shape.flatnessAt(x), mass);
        put(quantities, Quantity.MEAN_FLATNESS, shape::flatnessAt, mass);
        return quantities;
    }

    /** The slowest rate; empty where it is beyond plain doubles. */
    Optional<Measurement> relaxationRate() {
        return PlainRelaxation.rate(this::log, from, to, setting.domain().along().boundary() == Boundary.PERIODIC,
                along);
    }

    private void put(Map<Quantity, Measurement> quantities, Quantity name, DoubleUnaryOperator f, double mass) {
        double size = integral(x -> Math.abs(f.applyAsDouble(x)));
        quantities.put(name, Measurement.computed(integral(f) / mass, ROUNDING * size / mass));
    }

    private double integral(DoubleUnaryOperator f) {
        double sum = 0.0;
        for (int i = 0; i <= PANELS; i++) {
            double x = from + (to - from) * i / PANELS;
            sum += boole(i) * Math.exp(log(x)) * f.applyAsDouble(x);
        }
        return sum * (to - from) / PANELS;
    }

    /** Boole's rule: 14/45, 64/45, 24/45, 64/45, twice 14/45. */
    private static double boole(int i) {
        return i == 0 || i == PANELS ? 14.0 / 45.0 : i % 4 == 0 ? 28.0 / 45.0 : i % 2 == 0 ? 24.0 / 45.0 : 64.0 / 45.0;
    }

    /** The slope of ln P on ln F over 256 points in the middle of equal cells; empty on an open line. */
    Optional<Measurement> exponent() {
        if (!setting.domain().along().bounded()) {
            return Optional.empty();
        }
        SimpleRegression fit = new SimpleRegression();
        for (int i = 0; i < 256; i++) {
            double x = from + (to - from) * (i + 0.5) / 256;
            fit.addData(Math.log(shape.flatnessAt(x)), log(x));
        }
        return Optional.of(Measurement.computed(fit.getSlope(), ROUNDING * (1.0 + Math.abs(fit.getSlope()))));
    }

    /**
     * The mean time to the flat set by one side only, where that is the only way: from a wall or an open end behind the
     * start, int r int m by the trapezoidal rule, extrapolated; empty on rings and where both sides lead there.
     */
    Optional<Measurement> time() {
        if (setting.domain().along().boundary() == Boundary.PERIODIC) {
            return Optional.empty();
        }
        double start = setting.start()[0];
        double level = setting.flatSet().orElseThrow().flatness();
        double up = edge(start, to, level);
        double down = edge(start, from, level);
        if (Double.isNaN(up) == Double.isNaN(down)) {
            return Optional.empty();
        }
        double end = Double.isNaN(up) ? from : to;
        double behind = end == to ? from : to;
        double edge = Double.isNaN(up) ? down : up;
        // Two trapezoidal sums at whole and half steps: error h^4 after the extrapolation; its size from quarter steps.
        double[] sums = {time(behind, start, edge, 1), time(behind, start, edge, 2), time(behind, start, edge, 4)};
        double first = (4.0 * sums[1] - sums[0]) / 3.0;
        double second = (4.0 * sums[2] - sums[1]) / 3.0;
        return Optional.of(Measurement.computed((16.0 * second - first) / 15.0,
                Math.abs(second - first) + ROUNDING * second));
    }

    /** int_start^edge dy / (D m(y)) int_behind^y m(z) dz, m = P. */
    private double time(double behind, double start, double edge, int finer) {
        int n = 4000 * finer;
        double mass = 0.0;
        double step = (start - behind) / n;
        for (int i = 0; i <= n; i++) {
            mass += (i == 0 || i == n ? 0.5 : 1.0) * Math.exp(log(behind + step * i)) * Math.abs(step);
        }
        double onward = (edge - start) / n;
        double before = Math.exp(log(start));
        double time = 0.5 * mass / (along * before);
        for (int i = 1; i <= n; i++) {
            double here = Math.exp(log(start + onward * i));
            mass += 0.5 * (before + here) * Math.abs(onward);
            time += (i == n ? 0.5 : 1.0) * mass / (along * here);
            before = here;
        }
        return time * Math.abs(onward);
    }

    /** Where F first reaches a level on the way to an end; NaN where it does not. */
    private double edge(double start, double end, double level) {
        double step = (end - start) / PANELS;
        for (int i = 1; i <= PANELS; i++) {
            if (shape.flatnessAt(start + step * i) >= level) {
                double a = start + step * (i - 1);
                double b = start + step * i;
                for (int k = 0; k < 60; k++) {
                    double middle = 0.5 * (a + b);
                    if (shape.flatnessAt(middle) >= level) {
                        b = middle;
                    } else {
                        a = middle;
                    }
                }
                return b;
            }
        }
        return Double.NaN;
    }
}
