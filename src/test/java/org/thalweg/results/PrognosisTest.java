package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.PlainSetting;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.results.plan.RunPlan;
import org.thalweg.results.prediction.Prognosis;
import org.thalweg.theory.escape.ConvergenceTime;

/** What the theory says of a cell, and how wrong it believes itself to be. */
class PrognosisTest {
    private static RunPlan plan(PlainSetting setting) {
        return new Laboratory(1, Seed.DEFAULT, 1, Laboratory.SHORT_WINDOW, OptionalDouble.empty()).plan(setting);
    }

    private static Map<Quantity, Prognosis> all(PlainSetting setting) {
        return Prognosis.all(setting, plan(setting)).stream()
                .collect(Collectors.toMap(Prognosis::quantity, Function.identity()));
    }

    /** The laws are closed forms: rounding of sums over some hundred points, and of as many logarithms. */
    private static final double ROUNDING = 1e-12;

    /** kappa = 1 is exact equilibrium: exponent 1, E y^2 = Delta &lt;F^2&gt;, nothing left to allow for. */
    @Test
    void atIsotropicNoiseTheTheoryIsExact() {
        Map<Quantity, Prognosis> isotropic = all(Ring.of(0.05, 2.0, 1.0));
        assertEquals(1.0, isotropic.get(Quantity.SELECTION_EXPONENT).value(), ROUNDING);
        // P ~ F, F = 1 + a cos x, a = 1/2: <F> = 1 + a^2/2, <F^2> = 1 + 3 a^2/2.
        assertEquals(1.125, isotropic.get(Quantity.MEAN_FLATNESS).value(), ROUNDING);
        assertEquals(0.05 * 1.375, isotropic.get(Quantity.MEAN_SQUARE_Y).value(), ROUNDING);
        for (Quantity quantity : List.of(
                Quantity.SELECTION_EXPONENT, Quantity.MEAN_FLATNESS, Quantity.MEAN_SQUARE_Y)) {
            // Rounding of the next order, which is computed all the same.
            assertEquals(0.0, isotropic.get(quantity).allowance(), 1e-12, quantity.key());
        }
        isotropic.values().forEach(
                p -> assertTrue(p.hypotheses().stream().allMatch(Hypothesis::holds), p.quantity().key()));
    }

    /** Only the stationary law is exact: passages feel that y lags behind, and the allowance covers it. */
    @Test
    void passagesAreNotExactAtIsotropicNoise() {
        PlainSetting ring = Ring.of(0.05, 2.0, 1.0);
        Prognosis time = all(ring).get(Quantity.CONVERGENCE_TIME);
        double inTwoDimensions = new Laboratory(1, Seed.DEFAULT, 1, Laboratory.SHORT_WINDOW, OptionalDouble.empty())
                .passageTime(ring).orElseThrow().value();
        double difference = Math.abs(inTwoDimensions - time.value());
        assertTrue(difference > 0.1 * time.allowance() && difference < time.allowance(), "difference " + difference);
    }

    /**
     * At kappa = 4 the allowance covers what the theory leaves out: exponents 3.8797 at Delta = 0.05 and 3.7852 at 0.1
     * (spectral reference solutions) instead of 4. It is not so wide that it says nothing.
     */
    @Test
    void theAllowanceCoversTheNextOrder() {
        Prognosis cool = all(Ring.of(0.05, 2.0, 4.0)).get(Quantity.SELECTION_EXPONENT);
        Prognosis warm = all(Ring.of(0.05, 4.0, 4.0)).get(Quantity.SELECTION_EXPONENT);
        assertEquals(4.0, cool.value(), ROUNDING);
        assertTrue(cool.allowance() > 4.0 - 3.8797 && cool.allowance() < 0.4, "allowance " + cool.allowance());
        assertTrue(warm.allowance() > 4.0 - 3.7852 && warm.allowance() < 0.8, "allowance " + warm.allowance());
    }

    /** eps = Delta |kappa - 1| max F'^2 = 0.2 * 3 / 4 = 0.15: outside the hypotheses, yet the numbers are given. */
    @Test
    void outsideItsHypothesesTheNumberIsStillGiven() {
        Map<Quantity, Prognosis> hot = all(Ring.of(0.05, 8.0, 4.0));
        hot.values().forEach(p -> {
            assertTrue(Double.isFinite(p.value()), p.quantity().key());
            assertTrue(p.hypotheses().stream().anyMatch(h -> !h.holds()), p.quantity().key());
        });
    }

    /** From y = 20 at the sharp middle x is thrown far out at once: at learning time 0.07, not at 43. */
    @Test
    void timesAreOfStartsInTheValley() {
        Path file = Path.of("models", "near-degenerate-valley.yaml");
        // At x = 0.5774 the slope of what moves x vanishes, but not that itself; of a law of x all places count.
        for (Map<String, String> start : List.of(Map.of("start.y", "20"), Map.of("start.y", "normal(0, 20)"),
                Map.of("start.x", "0.5774", "start.y", "2"), Map.of("start.x", "uniform(-0.9, 0.9)", "start.y", "1"))) {
            Prognosis time = all(Ring.model(file, start)).get(Quantity.CONVERGENCE_TIME);
            assertTrue(time.hypotheses().stream().anyMatch(h -> !h.holds() && h.statement().contains("start")),
                    start.toString());
        }
        Prognosis low = all(Ring.model(file, Map.of("start.y", "0.1"))).get(Quantity.CONVERGENCE_TIME);
        assertTrue(low.hypotheses().stream().allMatch(Hypothesis::holds), low.hypotheses().toString());
    }

    @Test
    void timesNeedAFlatSet() {
        PlainSetting ring = Ring.shipped();
        double time = ConvergenceTime.of(ring).meanTime();
        assertEquals(time, all(ring).get(Quantity.CONVERGENCE_TIME).value());
        assertEquals(time / 0.05, all(ring).get(Quantity.CONVERGENCE_STEPS).value(), 1e-9);
        assertEquals(List.of(Quantity.MEAN_FLATNESS, Quantity.SELECTION_EXPONENT, Quantity.MEAN_SQUARE_Y),
                Prognosis.all(ring.withoutFlatSet(), plan(ring)).stream().map(Prognosis::quantity).toList());
    }

    /** Label noise, C_yy ~ lambda, has the law of general noise: P ~ F^(kappa + 2 p), 6 at kappa = 4 and p = 1. */
    @Test
    void noiseThatVariesHasTheGeneralLaw() {
        PlainSetting label = Ring.model(Path.of("models", "label-noise-valley.yaml"), Map.of());
        assertEquals("GeneralNoise", Prognosis.leading(label).getClass().getSimpleName());
        assertEquals("EffectiveLoss", Prognosis.leading(Ring.shipped()).getClass().getSimpleName());
        assertEquals(label.noise().anisotropy().orElseThrow() + 2.0,
                all(label).get(Quantity.SELECTION_EXPONENT).value(), 0.01);
    }
}
