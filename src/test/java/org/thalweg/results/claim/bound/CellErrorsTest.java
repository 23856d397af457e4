package org.thalweg.results.claim.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;
import org.thalweg.results.claim.trial.CellErrors;

/** Numbers read off a density whose cells have errors. */
class CellErrorsTest {
    private static final double ERROR = 1e-4;

    /** exp(-x^2/2 - x^4/10): its curvature at 0 is -1. */
    private static Marginal marginal(RandomStream random) {
        double[] x = new double[64];
        double[] density = new double[64];
        double[] error = new double[64];
        for (int i = 0; i < 64; i++) {
            x[i] = -2.0 + 4.0 * (i + 0.5) / 64;
            double p = Math.exp(-0.5 * x[i] * x[i] - 0.1 * x[i] * x[i] * x[i] * x[i]);
            error[i] = ERROR * p;
            density[i] = p + (random == null ? 0.0 : error[i] * (2.0 * random.nextDouble() - 1.0));
        }
        double[] flatness = new double[64];
        Arrays.fill(flatness, 1.0);
        return new Marginal(x, flatness, density, error);
    }

    @Test
    void aSumHasTheSumOfTheErrors() {
        Marginal m = marginal(null);
        Measurement sum = CellErrors.of(m, c -> Arrays.stream(c.density()).sum());
        assertEquals(Arrays.stream(m.standardError()).sum(), sum.standardError(), 1e-12);
    }

    /** Cells off by anything within their errors: 2000 curvatures, none beyond; the bound is not absurdly wide. */
    @Test
    void theErrorOfACurvatureCovers() {
        RandomStream random = new Seed(9).stream(Purpose.OTHER, 0);
        double farthest = 0.0;
        Measurement curvature = CellErrors.of(marginal(null), m -> Peak.curvature(m, 0.0, 1.0));
        assertEquals(-1.0, curvature.value(), 1e-12);
        for (int i = 0; i < 2000; i++) {
            farthest = Math.max(farthest, Math.abs(1.0 + Peak.curvature(marginal(random), 0.0, 1.0)));
        }
        assertTrue(farthest <= curvature.standardError(), farthest + " beyond " + curvature);
        assertTrue(farthest > 0.1 * curvature.standardError(), farthest + " far within " + curvature);
    }
}
