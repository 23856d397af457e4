package org.thalweg.referee;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.random.Seed;

/** Numerical errors of a fixed sample of valleys; all of them are {@code bench/coverage}. Nothing is left to chance. */
class NumericalCoverageTest {
    private static final int VALLEYS = 18;
    /** The share of numbers that may be off by more than three stated errors. */
    private static final double SHARE = 0.01;

    @Test
    void statedErrorsCover(@TempDir Path scratch) {
        Coverage coverage = new Coverage(Seed.DEFAULT, List.of(1e-6), List.of(new Resolution(64, 32)), scratch);
        for (int i = 0; i < VALLEYS; i++) {
            coverage.valley(i);
        }
        Tally tally = coverage.tally();
        System.out.printf("seed %d, %d numbers of %d valleys%n", Seed.DEFAULT.value(), tally.size(), VALLEYS);
        assertTrue(tally.size() > 20 * VALLEYS, () -> String.join("\n", coverage.refusals()));
        assertTrue(tally.misses().size() < SHARE * tally.size(), () -> String.join("\n", tally.misses()));
    }
}
