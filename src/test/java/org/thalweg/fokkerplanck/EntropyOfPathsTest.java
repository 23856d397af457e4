package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.junit.jupiter.api.Test;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;

/**
 * Entropy production as the mean heat along paths: int F o dx / D, Stratonovich, of a plain Euler-Maruyama loop that
 * shares nothing with the solvers. Ring F = 1 + cos(x)/2, kappa = 4, Delta = .05.
 */
class EntropyOfPathsTest {
    private static final long SEED = 20261129L;
    private static final double KAPPA = 4.0;
    private static final double DELTA = 0.05;
    /** The force times the largest curvature is 4: the bias of the step is below a percent, a third of the error. */
    private static final double STEP = 0.01;
    private static final int STEPS = 10_000;
    private static final int PATHS = 2_000;

    /** False alarms: 4 standard errors, 6e-5. */
    @Test
    void theMeanHeatOfPathsIsThatOfTheDensity() {
        PlainSetting ring = Examples.ring(KAPPA, DELTA);
        Measurement density = StationaryDensity.solve(ring, DensityMethod.HIERARCHY, Resolution.DEFAULT)
                .entropyProduction();
        SplittableRandom seeds = new SplittableRandom(SEED);
        StreamingStatistics rates = new StreamingStatistics();
        for (int path = 0; path < PATHS; path++) {
            rates.addValue(heat(seeds.split()) / (STEPS * STEP));
        }
        Measurement paths = Measurement.mean(rates);
        assertEquals(density.value(), paths.value(), 4.0 * paths.standardError(), "seed " + SEED + ": " + paths);
    }

    /** From the law F^4 N(0, Delta F^2), which is the stationary one to a few percent of its moments. */
    private static double heat(RandomGenerator random) {
        double x = start(random);
        double y = flatness(x) * Math.sqrt(DELTA) * random.nextGaussian();
        double alongX = Math.sqrt(2.0 * DELTA / KAPPA * STEP);
        double alongY = Math.sqrt(2.0 * DELTA * STEP);
        double forceX = forceX(x, y);
        double forceY = -y / (flatness(x) * flatness(x));
        double heat = 0.0;
        for (int k = 0; k < STEPS; k++) {
            double dx = STEP * forceX + alongX * random.nextGaussian();
            double dy = STEP * forceY + alongY * random.nextGaussian();
            x += dx;
            y += dy;
            double nextX = forceX(x, y);
            double nextY = -y / (flatness(x) * flatness(x));
            heat += 0.5 * (forceX + nextX) * dx * KAPPA / DELTA + 0.5 * (forceY + nextY) * dy / DELTA;
            forceX = nextX;
            forceY = nextY;
        }
        return heat;
    }

    private static double start(RandomGenerator random) {
        double x;
        do {
            x = Math.PI * (2.0 * random.nextDouble() - 1.0);
        } while (random.nextDouble() > Math.pow(flatness(x) / 1.5, KAPPA));
        return x;
    }

    private static double flatness(double x) {
        return 1.0 + 0.5 * Math.cos(x);
    }

    private static double forceX(double x, double y) {
        double f = flatness(x);
        return -0.5 * Math.sin(x) * y * y / (f * f * f);
    }
}
