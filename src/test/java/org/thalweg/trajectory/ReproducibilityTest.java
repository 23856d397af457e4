package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.measure.Progress;
import org.thalweg.measure.TimeGrid;
import org.thalweg.model.Setting;
import org.thalweg.trajectory.scheme.Increments;

/** The same seed gives the same bits, whatever the threads, and however many blocks come after. */
class ReproducibilityTest {
    private static final Setting RING = Experiments.withFlatSet(Experiments.ring(0.05), 1.35);
    private static final Protocol PROTOCOL =
            Protocol.window(200, 400, 20).passagesUntil(200_000).recordPaths(300, new TimeGrid(0, 400, 100));

    static Stream<Dynamics> dynamics() {
        return Stream.of(SgdDynamics.of(RING), Experiments.sde(RING, Increments.NORMAL),
                Experiments.sde(RING, Increments.THREE_POINT));
    }

    private static EnsembleResult run(Dynamics dynamics, int particles, int threads) {
        return Ensemble.run(RING, dynamics, PROTOCOL, particles, Experiments.SEED, threads, Progress.NONE);
    }

    @ParameterizedTest
    @MethodSource("dynamics")
    void threadsDoNotMatter(Dynamics dynamics) {
        EnsembleResult one = run(dynamics, 700, 1);
        for (int threads : new int[] {2, 5}) {
            EnsembleResult many = run(dynamics, 700, threads);
            assertEquals(one.quantities(), many.quantities());
            assertArrayEquals(one.marginal().density(), many.marginal().density());
            assertArrayEquals(one.marginal().standardError(), many.marginal().standardError());
            assertArrayEquals(one.passages().steps(), many.passages().steps());
            assertEquals(one.passages().meanTime(), many.passages().meanTime());
            assertPathsEqual(one, many, 300);
        }
    }

    /** A block is decided by its number: the first two full blocks of 700 particles are an ensemble of 512. */
    @ParameterizedTest
    @MethodSource("dynamics")
    void partsAreThoseOfTheWhole(Dynamics dynamics) {
        EnsembleResult whole = run(dynamics, 700, 2);
        EnsembleResult part = run(dynamics, 512, 2);
        assertArrayEquals(part.passages().steps(), Arrays.copyOf(whole.passages().steps(), 512));
        assertPathsEqual(whole, part, 300);
    }

    private static void assertPathsEqual(EnsembleResult a, EnsembleResult b, int paths) {
        assertEquals(paths, a.paths().size());
        assertEquals(paths, b.paths().size());
        for (int p = 0; p < paths; p++) {
            assertEquals(p, a.paths().get(p).particle());
            assertArrayEquals(a.paths().get(p).steps(), b.paths().get(p).steps());
            assertArrayEquals(a.paths().get(p).theta(), b.paths().get(p).theta());
        }
    }
}
