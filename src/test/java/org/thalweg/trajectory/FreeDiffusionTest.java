package org.thalweg.trajectory;

import static org.thalweg.trajectory.Agreement.assertAgrees;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;

/**
 * L = 0: variances are 2 D t with D = eta C / 2, which pins the factor 1/2. Each assertion: 1e-6 false alarms; 13 in
 * all.
 */
class FreeDiffusionTest {
    private static final double ETA = 0.1;
    private static final long STEPS = 50;
    private static final int PARTICLES = 20_000;

    private final Setting setting = Experiments.plane(Interval.LINE, ETA);

    /** D_xx = eta C_xx / 2 = 0.05, D_yy = 0.2; t = 5. */
    @ParameterizedTest
    @EnumSource(Increments.class)
    void theSdeSpreadsByTwiceDTimesT(Increments increments) {
        double t = ETA * STEPS;
        Dynamics sde = Experiments.sde(setting, increments);
        Map<Quantity, Measurement> q =
                Experiments.run(setting, sde, Protocol.atTime(STEPS), PARTICLES).quantities();
        assertAgrees(2.0 * 0.05 * t, q.get(Quantity.VARIANCE_X), Quantity.VARIANCE_X.key());
        assertAgrees(2.0 * 0.2 * t, q.get(Quantity.MEAN_SQUARE_Y), Quantity.MEAN_SQUARE_Y.key());
        assertAgrees(0.0, q.get(Quantity.MEAN_X), Quantity.MEAN_X.key());
    }

    /** k kicks of variance eta^2 C: no factor 1/2 anywhere, and the same as 2 D t. */
    @Test
    void theRecursionSpreadsByEtaSquaredCK() {
        Map<Quantity, Measurement> q =
                Experiments.run(setting, SgdDynamics.of(setting), Protocol.atTime(STEPS), PARTICLES).quantities();
        assertAgrees(ETA * ETA * 1.0 * STEPS, q.get(Quantity.VARIANCE_X), Quantity.VARIANCE_X.key());
        assertAgrees(ETA * ETA * 4.0 * STEPS, q.get(Quantity.MEAN_SQUARE_Y), Quantity.MEAN_SQUARE_Y.key());
        assertAgrees(0.0, q.get(Quantity.MEAN_X), Quantity.MEAN_X.key());
    }

    /** The SDE's step may be anything: free diffusion has no step-size error. */
    @Test
    void theStepOfTheSdeDoesNotMatter() {
        double step = 0.5;
        Dynamics coarse = SdeDynamics.of(setting, Schemes.EULER_MARUYAMA, Increments.NORMAL, step);
        Map<Quantity, Measurement> q = Experiments.run(setting, coarse, Protocol.atTime(10), PARTICLES).quantities();
        assertAgrees(2.0 * 0.05 * step * 10, q.get(Quantity.VARIANCE_X), Quantity.VARIANCE_X.key());
    }
}
