package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.measure.Progress;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.results.Ring;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;

/** Random numbers that belong to particles: what becomes of one does not depend on who has left before. */
class NumbersByParticleTest {
    private static final int PARTICLES = 300;
    /** By then everybody has arrived. */
    private static final long LONG = 6000;

    private static double[] times(Setting setting, Dynamics dynamics, Protocol protocol) {
        return Ensemble.run(setting, dynamics, protocol, PARTICLES, Experiments.SEED, 1, Progress.NONE)
                .passages().times().orElseThrow();
    }

    /** Two blocks, the second not full; with momentum the numbers come behind more rows. */
    @ParameterizedTest
    @ValueSource(strings = {"sgd", "momentum", "sde"})
    void leavingChangesNothingForTheOthers(String kind) {
        Setting ring = Ring.shipped().withBatchVariance(16.0);
        Setting setting = kind.equals("momentum") ? ring.withSgd(new Sgd(0.025).withMomentum(0.5)) : ring;
        Dynamics dynamics = kind.equals("sde")
                ? SdeDynamics.of(setting, Schemes.EULER_MARUYAMA, Increments.THREE_POINT, 0.05)
                : SgdDynamics.of(setting);
        Protocol leave = Protocol.atTime(1).passagesUntil(LONG);
        double[] stay = times(setting, dynamics, Protocol.atTime(LONG).passagesUntil(LONG));
        assertArrayEquals(stay, times(setting, dynamics, leave.withNumbersByParticle()));
        assertFalse(Arrays.equals(stay, times(setting, dynamics, leave)), "otherwise numbers go to whoever is there");
    }
}
