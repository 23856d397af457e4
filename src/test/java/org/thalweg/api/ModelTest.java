package org.thalweg.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.thalweg.refusal.Refusal;

/** The stable face says what the command line says. */
class ModelTest {
    private static final Model RING = Model.read(Path.of("models/degenerate-valley.yaml"));

    /** L = (x^2 + y^2)/2 under noise of variance 2 in both, learning rate .1: variances eta sigma2 / 2 in the SDE. */
    private static final Model BOWL = Model.of("""
            name: bowl
            loss: {kind: formula, value: "(x^2 + y^2)/2"}
            domain: {x: {boundary: open}, y: {boundary: open}}
            noise: {kind: isotropic, batch-variance: 2}
            sgd: {learning-rate: 0.1}
            start: {x: 0, y: 0}
            """);

    @Test
    void aBowlHasItsKnownVariance() {
        Estimate variance = BOWL.density().quantity("variance_x");
        assertEquals(0.1, variance.value(), 1e-6);
        assertTrue(variance.error() < 1e-6, variance.toString());
    }

    /** Of the recursion the variance is eta sigma2 / (2 - eta). To 4 standard errors, a false alarm in 16000 seeds. */
    @Test
    void anEnsembleOfSgdHasThatOfTheRecursion() {
        Estimate variance = BOWL.sgd(new Simulation(4096, 10.0)).quantity("variance_x");
        assertEquals(0.2 / 1.9, variance.value(), 4.0 * variance.error());
    }

    /** 4 joint errors, a false alarm in 16000 seeds. */
    @Test
    void densityAndSdeAgreeOnTheTimeToTheFlatPart() {
        Model hot = RING.with("noise.batch-variance", 16.0);
        Estimate computed = hot.density().quantity("convergence_time");
        Answer simulated = hot.sde(new Simulation(1024, 20.0 * computed.value()));
        assertEquals(1.0, simulated.quantity("converged_fraction").value());
        Estimate sampled = simulated.quantity("convergence_time");
        assertEquals(computed.value(), sampled.value(), 4.0 * Math.hypot(computed.error(), sampled.error()));
    }

    @Test
    void theMarginalIntegratesToOneAndCannotBeChanged() {
        Curve curve = RING.density(1e-6).marginal().orElseThrow();
        double width = curve.x()[1] - curve.x()[0];
        assertEquals(1.0, Arrays.stream(curve.density()).sum() * width, 1e-6);
        double[] before = curve.density();
        curve.density()[0] = 7.0;
        assertArrayEquals(before, curve.density());
    }

    @Test
    void threadsDoNotMatter() {
        assertEquals(RING.sgd(new Simulation(600, 5.0, 7, 1)).quantities(),
                RING.sgd(new Simulation(600, 5.0, 7, 2)).quantities());
    }

    @Test
    void whatCannotBeDoneIsRefusedInWords() {
        assertTrue(assertThrows(Refusal.class, () -> RING.with("noise.anisotrpy", 2)).getMessage()
                .contains("anisotropy"));
        assertTrue(assertThrows(Refusal.class, () -> RING.density().quantity("mean_flatnes")).getMessage()
                .contains("mean_flatness"));
        assertThrows(Refusal.class, () -> Model.of("loss: {kind: nothing}"));
        assertThrows(Refusal.class, () -> new Simulation(0, 1.0));
        assertThrows(Refusal.class, () -> Model.read(Path.of("models/digits-network.yaml")).density());
    }
}
