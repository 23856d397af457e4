package org.thalweg.results.claim.bound;

import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.Laboratory;
import org.thalweg.trajectory.EnsembleResult;
import org.thalweg.trajectory.Protocol;

/** Literal SGD high up on the wall of a valley, where the curvature decides and the noise does not. */
final class WallGrowth {
    /** Starting height in stationary standard deviations across the valley: the noise is a part in 10^6 of y^2. */
    static final double HEIGHT = 1e3;

    private WallGrowth() {}

    /** The root of E y^2 after one step over y^2 before, from a fresh ensemble at {@code x}. */
    static Measurement perStep(Laboratory laboratory, PlainSetting setting, double x, int particles) {
        double flatness = setting.surface().geometry().shape().orElseThrow().flatness().get(0).value(x);
        double[] start = setting.start().clone();
        start[0] = x;
        double height = HEIGHT * flatness * Math.sqrt(setting.temperatureAt(start));
        start[1] = height;
        EnsembleResult after = run(laboratory, setting.withStart(start), particles, 1);
        Measurement growth = after.quantities().get(Quantity.MEAN_SQUARE_Y).times(1.0 / (height * height));
        double root = Math.sqrt(growth.value());
        return new Measurement(
                root, 0.5 * growth.standardError() / root, growth.samples(), growth.degreesOfFreedom());
    }

    /** The share of particles that overflow within a number of steps from the start of the setting. */
    static Measurement divergedFraction(Laboratory laboratory, PlainSetting setting, int particles, long steps) {
        return Measurement.fraction(run(laboratory, setting, particles, steps).diverged(), particles);
    }

    private static EnsembleResult run(Laboratory laboratory, PlainSetting setting, int particles, long steps) {
        Interval along = setting.domain().along();
        Protocol protocol = Protocol.window(steps, steps, 1)
                .histogramOver(along.bounded() ? along : new Interval(along.frame().at(-1.0),
                        along.frame().at(1.0), along.boundary()));
        return laboratory.sgd(setting.withoutFlatSet(), protocol, particles);
    }
}
