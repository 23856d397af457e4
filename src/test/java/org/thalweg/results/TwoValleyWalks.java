package org.thalweg.results;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.noise.LandscapeNoise;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.model.surface.TwoValleys;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.Dynamics;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.SdeDynamics;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;

/** The two valleys of docs/theory/two-valleys-reconstruction.md, and walkers in them until learning time 120. */
final class TwoValleyWalks {
    static final int THREADS = 2;

    private static final double TIME = 120.0;

    private TwoValleyWalks() {}

    static PlainSetting setting(double slowTime, double gamma, double sigma, double learningRate) {
        TwoValleys valleys = new TwoValleys(0.5, slowTime, 1.0);
        return new Setting("two-valleys", "a test", valleys, new Domain(List.of(Interval.LINE)),
                new LandscapeNoise(valleys, sigma / Math.sqrt(learningRate), gamma), new Sgd(learningRate),
                new double[] {-1.0}, Optional.empty()).effective();
    }

    static Map<Quantity, Measurement> run(PlainSetting setting, Dynamics dynamics, int walkers, long seed) {
        return Ensemble.run(setting, dynamics, Protocol.atTime(Math.round(TIME / dynamics.timeStep())), walkers,
                new Seed(seed), THREADS, Progress.NONE).quantities();
    }

    static SdeDynamics sde(PlainSetting setting, double step) {
        return SdeDynamics.of(setting, Schemes.EULER_MARUYAMA, Increments.NORMAL, step);
    }
}
