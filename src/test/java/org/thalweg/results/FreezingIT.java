package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.model.Domain;
import org.thalweg.model.Interval;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.noise.LandscapeNoise;
import org.thalweg.model.surface.TwoValleys;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.Dynamics;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.Increments;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.Schemes;
import org.thalweg.trajectory.SdeDynamics;

/** The whole table of docs/theory/two-valleys.md, at two steps. A minute and a half. */
class FreezingIT {
    private static final double TIME = 120.0;
    private static final int THREADS = 2;

    private static Setting setting(double slowTime, double gamma, double sigma, double learningRate) {
        TwoValleys valleys = new TwoValleys(0.5, slowTime, 1.0);
        return new Setting("two-valleys", "a test", valleys, new Domain(List.of(Interval.LINE)),
                new LandscapeNoise(valleys, sigma / Math.sqrt(learningRate), gamma), new Sgd(learningRate),
                new double[] {-1.0}, Optional.empty());
    }

    private static Map<String, Measurement> run(Setting setting, Dynamics dynamics, int walkers, long seed) {
        return Ensemble.run(setting, dynamics, Protocol.atTime(Math.round(TIME / dynamics.timeStep())), walkers,
                new Seed(seed), THREADS, Progress.NONE).quantities();
    }

    private static SdeDynamics sde(Setting setting, double step) {
        return SdeDynamics.of(setting, Schemes.EULER_MARUYAMA, Increments.NORMAL, step);
    }

    /**
     * 5120 walkers with steps 0.01 against 5120 with half the step and other random numbers, to 3 of their combined
     * standard errors: 36 comparisons, false alarms 9 % for new seeds, none for these.
     */
    @ParameterizedTest
    @CsvSource({"1,.15", "1,.2", "1,.25", "1,.3", "1,.4", "1,.5",
        "2,.06", "2,.08", "2,.1", "2,.12", "2,.15", "2,.2"})
    void halfTheStep(double gamma, double sigma) {
        Setting setting = setting(20.0, gamma, sigma, 1.0);
        Map<String, Measurement> coarse = run(setting, sde(setting, 0.01), 5120, 1);
        Map<String, Measurement> fine = run(setting, sde(setting, 0.005), 5120, 2);
        for (String quantity : List.of("flat_fraction", "switches", "last_switch")) {
            Measurement a = coarse.get(quantity);
            Measurement b = fine.get(quantity);
            assertEquals(0.0, a.value() - b.value(), 3.0 * Math.hypot(a.standardError(), b.standardError()), quantity);
        }
    }
}
