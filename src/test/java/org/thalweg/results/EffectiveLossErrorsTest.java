package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.measure.Marginal;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;
import org.thalweg.results.EffectiveLossCurve.Source;
import org.thalweg.results.plan.Horizon;

/** The errors of the SGD-loss by finite volumes against the hierarchy at a tolerance of 1e-10, in every cell. */
class EffectiveLossErrorsTest {
    /**
     * Four cells in the tails were beyond their errors, by up to 7 times, where terms of the expansion cancel; and two
     * without the error of the mean deviation, which every cell has.
     */
    @ParameterizedTest
    @ValueSource(strings = {"near-degenerate-valley", "isotropic-control"})
    void theErrorOfEveryCellCovers(String name) {
        PlainSetting setting = Ring.model(Path.of("models", name + ".yaml"), Map.of());
        Interval range = Horizon.histogramRange(setting).orElseThrow();
        EffectiveLossCurve grid = curve(Source.FINITE_VOLUME, setting, StationaryDensity.solve(
                setting, DensityMethod.FINITE_VOLUME, Resolution.DEFAULT).marginalOn(range, Marginal.HISTOGRAM_BINS));
        EffectiveLossCurve exact = curve(Source.HIERARCHY, setting, StationaryDensity.solve(
                setting, DensityMethod.HIERARCHY, Resolution.DEFAULT, 1e-10).marginalOn(
                        range, Marginal.HISTOGRAM_BINS));
        for (int i = 0; i < grid.x().length; i++) {
            double deviation = Math.abs(grid.deviation()[i] - exact.deviation()[i]);
            double allowed = grid.error()[i] + exact.error()[i];
            assertTrue(deviation <= allowed, String.format(Locale.ROOT, "at %g off by %g, error %g",
                    grid.x()[i], deviation, allowed));
        }
    }

    private static EffectiveLossCurve curve(Source source, PlainSetting setting, Marginal marginal) {
        return EffectiveLossComparison.computed(source, setting, marginal);
    }
}
