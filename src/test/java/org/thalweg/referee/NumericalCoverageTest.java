package org.thalweg.referee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.measure.Marginal;
import org.thalweg.model.PlainSetting;
import org.thalweg.random.Seed;

/** Numerical errors of a fixed sample of valleys; all of them are {@code bench/coverage}. Nothing is left to chance. */
class NumericalCoverageTest {
    private static final int VALLEYS = 5;
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

    /**
     * Valley 9 of the seed of the table, a hot ring: between two laws of 12 and 13 modes P moves by a tenth of what is
     * left where it is lowest, over a quarter of the way around. It was off by up to thirteen stated errors there.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-9})
    void theErrorsOfAMarginalCoverAllAlong(double tolerance, @TempDir Path scratch) {
        PlainSetting ring = RandomValley.of(new Seed(20230607), 9, scratch).setting().effective();
        Marginal found =
                StationaryDensity.solve(ring, DensityMethod.HIERARCHY, Resolution.DEFAULT, tolerance).marginal();
        Marginal better = StationaryDensity.solve(ring, DensityMethod.HIERARCHY, Resolution.DEFAULT, 1e-11).marginal();
        for (int i = 0; i < found.size(); i++) {
            assertEquals(better.density()[i], found.density()[i],
                    3.0 * (found.standardError()[i] + better.standardError()[i]), "bin " + i);
        }
    }

    /**
     * Valley 76, two wells: on 64 x 32 cells the whole right one had 0.3 % too much, which the left one lacked, and
     * errors of 0.08 %, up to 4.2 of them.
     */
    @Test
    void theErrorsOfAWellKnowWhatTheOtherLacks(@TempDir Path scratch) {
        PlainSetting wells = RandomValley.of(new Seed(20230607), 76, scratch).setting().effective();
        Marginal found = StationaryDensity.solve(wells, DensityMethod.FINITE_VOLUME, new Resolution(64, 32)).marginal();
        Marginal better = StationaryDensity.solve(wells, DensityMethod.HIERARCHY, Resolution.DEFAULT, 1e-11).marginal();
        for (int i = 0; i < found.size(); i++) {
            assertEquals(better.density()[i], found.density()[i],
                    3.0 * (found.standardError()[i] + better.standardError()[i]), "bin " + i);
        }
    }
}
