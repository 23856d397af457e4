package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.fokkerplanck.Examples;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.SurvivalFunction;
import org.thalweg.fokkerplanck.volumes.VolumeSurvival;
import org.thalweg.measure.Progress;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.space.FlatSet;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.SdeDynamics;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;

/**
 * Survival functions of the operator against simulated first-passage times between steps, by Kolmogorov and Smirnov:
 * the ring, kappa = 4, Delta = .05, from x = 3 to F = 1.35. The bias of the step, a part of 1e-3 of a time, moves the
 * distribution by a twentieth of what is allowed.
 *
 * <p>Statistical assertions: 1, 1e-6 false alarms (the limit law 2 exp(-2 z^2) of z = sqrt(n) sup |difference|).
 */
class SurvivalAgainstParticlesTest {
    private static final Seed SEED = new Seed(20261129L);
    private static final double FALSE_ALARM = 1e-6;
    private static final int PARTICLES = 1 << 11;
    private static final double STEP = 0.05;

    @Test
    void theDistributionOfTimesIsThatOfTheOperator() {
        PlainSetting ring = Examples.ring(4.0, 0.05);
        Setting passage = new Setting("ring", "", ring.surface(), ring.domain(), ring.noise(), ring.sgd(),
                new double[] {3.0, 0.0}, Optional.of(new FlatSet(1.35)));
        double[] simulated = Ensemble.run(passage,
                SdeDynamics.of(passage, Schemes.VALLEY_SPLITTING, Increments.NORMAL, STEP),
                Protocol.atTime(1).passagesUntil(40_000), PARTICLES, SEED, 1, Progress.NONE).passages().times()
                .orElseThrow();
        Arrays.sort(simulated);
        double[] times = new double[200];
        Arrays.setAll(times, k -> 0.5 * Math.pow(3000.0, k / 199.0));
        SurvivalFunction operator = VolumeSurvival.of(passage.effective(), times, new Resolution(96, 48));
        double largest = 0.0;
        for (int i = 0; i < PARTICLES; i++) {
            double survival = operator.at(simulated[i]);
            largest = Math.max(largest, Math.abs(survival - (1.0 - (double) i / PARTICLES)));
            largest = Math.max(largest, Math.abs(survival - (1.0 - (i + 1.0) / PARTICLES)));
        }
        double z = Math.sqrt(PARTICLES) * largest;
        assertTrue(2.0 * Math.exp(-2.0 * z * z) > FALSE_ALARM, SEED + ": sup difference " + largest + ", z = " + z);
        // The curve is not trivially wide of the test: three quarters arrive between a third and twice the median.
        assertEquals(0.5, operator.at(operator.quantile(0.5).value()), 2e-3);
    }
}
