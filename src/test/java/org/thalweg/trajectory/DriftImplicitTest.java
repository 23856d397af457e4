package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.thalweg.trajectory.Agreement.assertAgrees;

import org.junit.jupiter.api.Test;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.quantity.Quantity;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;

/**
 * Steps far beyond what explicit schemes survive.
 *
 * <p>Statistical assertions: 4, each with 1e-6 false alarms.
 */
class DriftImplicitTest {
    private static EnsembleResult run(Setting setting, double step, long steps) {
        Dynamics dynamics = SdeDynamics.of(setting, Schemes.DRIFT_IMPLICIT, Increments.NORMAL, step);
        return Experiments.run(setting, dynamics, Protocol.window(steps, 3 * steps, 5), 2048);
    }

    /** Linear: the stationary covariance is exact at any step, here D H^-1 with D = 0.05 and step x curvature 100. */
    @Test
    void stationaryVariancesOfStiffBowlsAreExact() throws ModelFileException {
        Setting straight = Models.of("{kind: quadratic, hessian: {xx: 1, yy: 100}}",
                "{kind: isotropic, batch-variance: 1}");
        EnsembleResult result = run(straight, 1.0, 200);
        assertAgrees(0.05, result.quantities().get(Quantity.MEAN_SQUARE_X), "along");
        assertAgrees(0.0005, result.quantities().get(Quantity.MEAN_SQUARE_Y), "across");
        // The same bowl turned: the inverse of {50.5, 49.5; 49.5, 50.5} has 0.505 on its diagonal.
        EnsembleResult turned = run(Models.of("{kind: quadratic, hessian: {xx: 50.5, xy: 49.5, yy: 50.5}}",
                "{kind: isotropic, batch-variance: 1}"), 1.0, 200);
        assertAgrees(0.02525, turned.quantities().get(Quantity.MEAN_SQUARE_X), "turned, x");
        assertAgrees(0.02525, turned.quantities().get(Quantity.MEAN_SQUARE_Y), "turned, y");
    }

    /**
     * A valley at step x curvature from 20 to 400: nobody is lost, and the mean flatness stays what it should be,
     * roughly.
     */
    @Test
    void valleysAreStable() throws ModelFileException {
        for (double step : new double[] {5.0, 100.0}) {
            EnsembleResult result = run(Models.shipped("degenerate-valley"), step, 200);
            assertEquals(0, result.diverged());
        }
        Measurement flatness = run(Models.shipped("degenerate-valley"), 0.5, 2000).quantities()
                .get(Quantity.MEAN_FLATNESS);
        // Step x curvature is 2 where the valley is sharpest: the bias there is below a hundredth.
        assertEquals(1.3311, flatness.value(), 0.0133);
    }
}
