package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.hipparchus.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Progress;
import org.thalweg.model.Setting;

/** Some particles are averaged, and all are watched until they arrive. */
class AveragedParticlesTest {
    private static final Setting RING = Experiments.withFlatSet(Experiments.ring(0.05), 1.35);
    private static final Protocol ALL = Protocol.window(200, 400, 20).passagesUntil(200_000);

    private static EnsembleResult run(Setting setting, Protocol protocol, int particles) {
        return Ensemble.run(setting, SgdDynamics.of(setting), protocol, particles, Experiments.SEED, 2, Progress.NONE);
    }

    /**
     * A block of 256 of 1500: its averages are those of an ensemble of 256, to the last bit. The others take other
     * random numbers once somebody has left; the mean passage times agree within 4.9 errors (one in a million).
     */
    @Test
    void thePassagesAreThoseOfAllAndTheAveragesThoseOfSome() {
        EnsembleResult part = run(RING, ALL.averagedOver(256), 1500);
        EnsembleResult some = run(RING, ALL, 256);
        assertEquals(some.quantities(), part.quantities());
        assertArrayEquals(some.marginal().standardError(), part.marginal().standardError());
        assertEquals(256, part.survivors());
        assertEquals(256, part.particles());
        long[] steps = part.passages().steps();
        assertArrayEquals(some.passages().steps(), Arrays.copyOf(steps, 256));
        double[] first = Arrays.stream(steps).limit(256).asDoubleStream().toArray();
        double[] rest = Arrays.stream(steps).skip(256).asDoubleStream().toArray();
        assertEquals(1500, steps.length);
        double error = Math.hypot(meanError(first), meanError(rest));
        assertEquals(StatUtils.mean(first), StatUtils.mean(rest), 4.9 * error);
    }

    private static double meanError(double[] values) {
        return Math.sqrt(StatUtils.variance(values) / values.length);
    }

    /** Blocks are not divided. */
    @Test
    void theNumberIsRoundedUpToBlocks() {
        assertEquals(512, run(RING, ALL.averagedOver(257), 700).survivors());
    }

    /** With nobody to wait for, nobody is dismissed. */
    @Test
    void withoutAFlatSetAllAreAveraged() {
        assertEquals(700, run(RING.withoutFlatSet(), ALL.averagedOver(256), 700).survivors());
    }

    @Test
    void somebodyIsAveraged() {
        assertThrows(IllegalArgumentException.class, () -> ALL.averagedOver(0));
    }
}
