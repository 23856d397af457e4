package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.thalweg.trajectory.Agreement.assertAgrees;

import org.junit.jupiter.api.Test;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.SelectionExponent;
import org.thalweg.model.Setting;

/**
 * F = 1 + cos(x)/2, kappa = 4, Delta = 0.05. The valley relaxes at a rate 0.0175 at least, so that 350 units of time
 * forget the start to e^-6.
 *
 * <p>Statistical assertions: 3, each with 1e-6 false alarms.
 */
class RingValleyTest {
    private static final Setting RING = Experiments.ring(0.05);
    private static final Protocol LONG = Protocol.window(7_000, 27_000, 50);

    /** The reference is an independent simulation of literal SGD: 4.049 with a standard error of 0.011. */
    @Test
    void literalSgdSelectsFlatnessAsTheReferenceDoes() {
        EnsembleResult result = Experiments.run(RING, SgdDynamics.of(RING), LONG, 2048);
        Measurement exponent = result.quantities().get("selection_exponent");
        assertAgrees(0.0, exponent.minus(new Measurement(4.049, 0.011, 1)), "selection exponent less 4.049");
        assertEquals(2048, exponent.samples());
        assertEquals(0.0, result.outsideFraction());
        // The same functional by hand is the same number.
        double[] weights = result.marginal().logWeights();
        assertEquals(exponent, result.jackknife(m -> SelectionExponent.weighted(m.flatness(), m.density(), weights)));
    }

    /**
     * Var(y|x) of the recursion follows from the marginal: E y^2 = Delta E[F^2 / (1 - eta / (2 F^2))] up to O(Delta^2)
     * of the coupling, which is below 1.5 % on this ring; the systematic part is allowed for as such.
     */
    @Test
    void theSpreadAcrossFollowsTheFlatness() {
        EnsembleResult result = Experiments.run(RING, SgdDynamics.of(RING), LONG, 512);
        Measurement predicted = result.jackknife(m -> {
            double sum = 0.0;
            double mass = 0.0;
            for (int i = 0; i < m.size(); i++) {
                double square = m.flatness()[i] * m.flatness()[i];
                sum += m.density()[i] * 0.05 * square / (1.0 - 0.025 / square);
                mass += m.density()[i];
            }
            return sum / mass;
        });
        Measurement measured = result.quantities().get("mean_square_y");
        assertEquals(predicted.value(), measured.value(),
                0.015 * predicted.value() + Agreement.SIGMAS * Math.hypot(predicted.standardError(), measured.standardError()));
    }

    /** <x> = 0 by symmetry, although all start at x = 3. */
    @Test
    void theStartIsForgotten() {
        EnsembleResult result = Experiments.run(RING, Experiments.sde(RING, Increments.TWO_POINT), LONG, 512);
        assertAgrees(0.0, result.quantities().get("mean_x"), "mean_x");
    }
}
