package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

    /** A block of 256 of 700: the averages are those of an ensemble of 256, the passages those of all, to the last bit. */
    @Test
    void thePassagesAreThoseOfAllAndTheAveragesThoseOfSome() {
        EnsembleResult part = run(RING, ALL.averagedOver(256), 700);
        EnsembleResult all = run(RING, ALL, 700);
        EnsembleResult some = run(RING, ALL, 256);
        assertArrayEquals(all.passages().steps(), part.passages().steps());
        assertEquals(all.passages().meanTime(), part.passages().meanTime());
        assertEquals(all.passages().convergedFraction(), part.passages().convergedFraction());
        assertEquals(some.quantities(), part.quantities());
        assertArrayEquals(some.marginal().standardError(), part.marginal().standardError());
        assertEquals(256, part.survivors());
        assertEquals(256, part.particles());
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
