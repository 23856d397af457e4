package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.fokkerplanck.Examples;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.model.PlainSetting;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.SdeDynamics;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;
import org.thalweg.trajectory.watch.HeatAlongPath;

/**
 * Heat along the paths of an ensemble against the entropy production of the density along a sweep of kappa: the ring,
 * Delta = .05, to t = 600, the first five relaxation times and more of which do not count.
 *
 * <p>Statistical assertions: 3, each with 6e-5 false alarms (4 standard errors).
 */
class EntropyOfEnsemblesTest {
    private static final Seed SEED = new Seed(20261129L);
    private static final double STEP = 0.02;
    private static final double TIME = 600.0;
    private static final int PARTICLES = 256;

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0.0051592", "4, 0.0154786"})
    void heatAlongPathsIsTheEntropyProduction(double kappa, double expected) {
        PlainSetting ring = Examples.ring(kappa, 0.05);
        Measurement density = StationaryDensity.solve(ring, DensityMethod.HIERARCHY, Resolution.DEFAULT)
                .entropyProduction();
        assertEquals(expected, density.value(), 1e-6);
        Measurement paths = Ensemble.run(ring, SdeDynamics.of(ring, Schemes.STOCHASTIC_RUNGE_KUTTA, Increments.NORMAL,
                STEP), Protocol.atTime(Math.round(TIME / STEP)).asking(List.of(HeatAlongPath.of(ring))), PARTICLES,
                SEED, 1, Progress.NONE).quantities().get(Quantity.ENTROPY_PRODUCTION);
        assertEquals(density.value(), paths.value(), 4.0 * paths.standardError(), SEED + ": " + paths);
        assertTrue(paths.standardError() < 3e-3, paths.toString());
    }
}
