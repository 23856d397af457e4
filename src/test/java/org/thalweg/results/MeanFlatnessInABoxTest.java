package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.model.PlainSetting;
import org.thalweg.quantity.Quantity;
import org.thalweg.theory.law.Normalisability;

/**
 * The mean flatness of the valley with logarithmic walls between reflecting walls at +-b. P ~ |x|^-p far out, p = kappa
 * (eps/Delta - 1), so that with F ~ |x| the mean &lt;F&gt; converges for p &gt; 2, grows as b^(2 - p) while P can be
 * normalised, and as b when it cannot, p &lt; 1.
 */
class MeanFlatnessInABoxTest {
    private static final double EPS = 0.5;
    private static final double KAPPA = 4.0;

    private static double mean(double temperature, double halfWidth) {
        PlainSetting setting = Ring.model(Path.of("models", "log-walled-valley.yaml"), Map.of(
                "domain.x.from", Double.toString(-halfWidth), "domain.x.to", Double.toString(halfWidth),
                "domain.x.boundary", "reflecting",
                "noise.batch-variance", Double.toString(2.0 * temperature / 0.025)));
        return StationaryDensity.solve(setting.withoutFlatSet(), DensityMethod.HIERARCHY, Resolution.DEFAULT)
                .quantities().get(Quantity.MEAN_FLATNESS).value();
    }

    /** How much more a tripled box adds than the one before: 3^(2 - p) far out, but never more than 3. */
    private static double growthOfIncrements(double temperature, double halfWidth) {
        double inner = mean(temperature, halfWidth);
        double middle = mean(temperature, 3.0 * halfWidth);
        return (mean(temperature, 9.0 * halfWidth) - middle) / (middle - inner);
    }

    @Test
    void theThresholds() {
        Normalisability bound = Normalisability.of(Ring.model(Path.of("models", "log-walled-valley.yaml"), Map.of()));
        assertEquals(0.4, bound.criticalTemperature(), 1e-9);
        assertEquals(1.0 / 3.0, bound.criticalTemperatureOfMeanFlatness(), 1e-9);
    }

    /**
     * Increments shrink below the first threshold, Delta = 1/3, and grow above it. The tail's own correction, of
     * relative order (l/b)^2, and that of the slowness of x, eps = 0.04, are within a tenth here.
     */
    @ParameterizedTest
    @CsvSource({"0.25", "0.30", "0.36", "0.38"})
    void theMeanConvergesBelowTheFirstThresholdAndGrowsAsAPowerAboveIt(double temperature) {
        double p = KAPPA * (EPS / temperature - 1.0);
        double expected = Math.pow(3.0, 2.0 - p);
        double found = growthOfIncrements(temperature, 90.0);
        assertEquals(expected, found, 0.1 * expected);
        assertEquals(temperature < 1.0 / 3.0, found < 1.0);
    }

    /** Above the second threshold, Delta = 2/5, all mass is far out and the mean is a share of the box. */
    @Test
    void itGrowsWithTheBoxWhereNothingIsNormalisable() {
        double above = Math.log(mean(0.5, 810.0) / mean(0.5, 270.0)) / Math.log(3.0);
        double below = Math.log(mean(0.36, 810.0) / mean(0.36, 270.0)) / Math.log(3.0);
        assertEquals(1.0, above, 0.03);
        assertTrue(below < 0.6, "exponent " + below);
    }
}
