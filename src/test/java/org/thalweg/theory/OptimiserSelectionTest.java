package org.thalweg.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelText;
import org.thalweg.model.optimiser.Adam;
import org.thalweg.model.optimiser.Decentralised;
import org.thalweg.model.optimiser.GradientDescent;
import org.thalweg.model.optimiser.Mixing;
import org.thalweg.model.optimiser.Optimiser;
import org.thalweg.model.optimiser.SharpnessAware;
import org.thalweg.model.optimiser.ValleyAdaptor;
import org.thalweg.theory.bounds.RuleTransfer;

/** The law of slow motion under optimisers, against laws known otherwise. Nothing is left to chance. */
class OptimiserSelectionTest {
    private static Setting ring(double rate) {
        return ModelText.sound(ModelText.SOUND.replace("learning-rate: 0.05", "learning-rate: " + rate)).setting();
    }

    private static OptimiserSelection of(Setting setting, Optimiser rule) {
        return OptimiserSelection.of(setting.withSgd(setting.sgd().withRule(rule))).orElseThrow();
    }

    private static double exponentAt(OptimiserSelection law, Setting setting, double x) {
        double step = 1e-3;
        double f = Math.log(setting.surface().geometry().shape().orElseThrow().flatnessAt(x + step))
                - Math.log(setting.surface().geometry().shape().orElseThrow().flatnessAt(x - step));
        return (law.logDensity(x + step) - law.logDensity(x - step)) / f;
    }

    /** 1/(h (2 - h)) for plain SGD, the heavy ball as docs/theory/momentum.md has it. */
    @ParameterizedTest
    @CsvSource({"0.3, 0, false", "0.02, 0, false", "0.4, 0.9, false", "0.02, 0.9, true"})
    void varianceOnAParabola(double h, double beta, boolean nesterov) {
        double expected = nesterov
                ? (1.0 + beta + (beta + 2.0 * beta * beta) * h)
                        / (h * (1.0 - beta + beta * h) * (2.0 * (1.0 + beta) - (1.0 + 2.0 * beta) * h))
                : (1.0 + beta) / (h * (1.0 - beta) * (2.0 * (1.0 + beta) - h));
        // Rounding of the doubled sums, magnified by 1/h.
        assertEquals(expected, RuleTransfer.of(new GradientDescent(beta, nesterov)).variance(h), 1e-9 * expected);
    }

    /** E by adding up the squares of what one gradient does: its recursion after a single push. */
    @Test
    void varianceOfTheAdaptorIsTheSumOfItsResponse() {
        ValleyAdaptor rule = new ValleyAdaptor(-50.0, 0.99, GradientDescent.PLAIN);
        double h = 0.05;
        double y = 0.0;
        double a = 0.0;
        double last = 0.0;
        double sum = 0.0;
        for (int k = 0; k < 20_000; k++) {
            double g = h * y + (k == 0 ? 1.0 : 0.0);
            a = 0.99 * a + 0.01 * (g - last);
            last = g;
            y -= g - 50.0 * a;
            sum += y * y;
        }
        assertEquals(sum, RuleTransfer.of(rule).variance(h), 1e-8 * sum);
    }

    /** Plain SGD: the law of literal SGD at a finite learning rate, known in closed form. */
    @Test
    void plainSgdHasItsKnownLaw() {
        Setting setting = ring(0.05);
        OptimiserSelection law = of(setting, GradientDescent.PLAIN);
        FiniteLearningRate known = FiniteLearningRate.of(setting.effective());
        double shift = law.logDensity(0.0) - known.logDensity(0.0);
        for (double x = -3.0; x < 3.1; x += 0.37) {
            // Trapezoids and straight lines between 257 places.
            assertEquals(known.logDensity(x) + shift, law.logDensity(x), 2e-4);
        }
    }

    /** At small learning rates: kappa; sqrt(kappa) under Adam; kappa (1 + alpha (1 - beta)) where memory is slow. */
    @Test
    void limits() {
        Setting setting = ring(1e-3);
        assertEquals(4.0, exponentAt(of(setting, GradientDescent.PLAIN), setting, 1.0), 0.01);
        assertEquals(4.0, exponentAt(of(setting, new GradientDescent(0.9, false)), setting, 1.0), 0.02);
        assertEquals(2.0, exponentAt(of(setting, Adam.DEFAULT), setting, 1.0), 0.01);
        assertEquals(2.0, exponentAt(of(setting, new ValleyAdaptor(-1.5, 0.5, Adam.DEFAULT)), setting, 1.0), 0.03);
        // Memory of 1e6 iterations, y of 1e3: half the gradient across, all of it along.
        assertEquals(2.0, exponentAt(of(setting, new ValleyAdaptor(-0.5e6, 1.0 - 1e-6, GradientDescent.PLAIN)),
                setting, 1.0), 0.02);
    }

    /** Learners by themselves select as SGD does with their own noise: n times the exponent of the average's. */
    @Test
    void learnersSelectByWhereTheyAre() {
        Setting setting = ring(0.05);
        double alone = exponentAt(of(setting, GradientDescent.PLAIN), setting, 1.0);
        assertEquals(alone, exponentAt(of(setting, new Decentralised(4, Mixing.SYNCHRONOUS, GradientDescent.PLAIN)),
                setting, 1.0), 1e-9 * alone);
        double h = 0.05 / Math.pow(1.0 + 0.5 * Math.cos(1.0), 2);
        double spread = 0.0;
        for (double mu : new double[] {1.0 / 3.0, -1.0 / 3.0, 1.0 / 3.0}) {
            spread += 1.0 / (1.0 - (mu - h) * (mu - h));
        }
        double expected = alone * (1.0 + spread * h * (2.0 - h));
        assertEquals(expected, exponentAt(of(setting, new Decentralised(4, Mixing.RING, GradientDescent.PLAIN)),
                setting, 1.0), 1e-3 * expected);
    }

    @Test
    void whatIsNotLinearHasNoLaw() {
        Setting setting = ring(0.05);
        assertTrue(OptimiserSelection.refuses(setting.withSgd(setting.sgd().withRule(
                new SharpnessAware(0.1, true, GradientDescent.PLAIN)))).isPresent());
        assertTrue(OptimiserSelection.of(ring(0.6)).isEmpty(), "0.6 lambda = 2.4 at the sharpest point");
        assertTrue(!of(ring(0.3), new GradientDescent(0.9, false)).smallness().holds());
    }
}
