package org.thalweg.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.model.Sgd;
import org.thalweg.model.optimiser.Adam;
import org.thalweg.model.optimiser.BaseRule;
import org.thalweg.model.optimiser.Decentralised;
import org.thalweg.model.optimiser.GradientDescent;
import org.thalweg.model.optimiser.Lamb;
import org.thalweg.model.optimiser.Mixing;
import org.thalweg.model.optimiser.Optimiser;
import org.thalweg.model.optimiser.SharpnessAware;
import org.thalweg.model.optimiser.SpectralRange;
import org.thalweg.model.optimiser.ValleyAdaptor;
import org.thalweg.theory.bounds.OptimiserStability;

/** Step-size bounds of optimisers against closed forms. Nothing is left to chance. */
class OptimiserStabilityTest {
    private static double product(Optimiser rule) {
        return OptimiserStability.of(rule).orElseThrow().product();
    }

    /** Numbers of the closed form, to the digits given; the first mode on the circle is found without it. */
    @ParameterizedTest
    @CsvSource({"0, 0.9, 2", "-5, 0.99, 2.1058", "-50, 0.99, 4.0202", "-0.9, 0, 1.1111", "0.5, 0.01, 1.0100",
        "-6, 0.9, 5.4286"})
    void theAdaptorOfValleys(double alpha, double beta, double expected) {
        assertEquals(expected, ofValley(alpha, beta), 5e-5);
        double found = product(new ValleyAdaptor(alpha, beta, GradientDescent.PLAIN));
        assertEquals(ofValley(alpha, beta), found, 1e-9 * found);
    }

    /** Where both conditions hold the lesser one counts, over a grid of all signs. */
    @Test
    void closedFormAndModesAgreeEverywhere() {
        for (double beta : new double[] {0.0, 0.2, 0.5, 0.9, 0.99}) {
            for (double share : new double[] {-0.95, -0.6, -0.3, 0.2, 0.7, 0.95}) {
                double alpha = share / (1.0 - beta);
                double expected = ofValley(alpha, beta);
                // Where the crossing is found by halving, to rounding of its angle.
                assertEquals(expected, product(new ValleyAdaptor(alpha, beta, GradientDescent.PLAIN)),
                        1e-6 * expected, "alpha " + alpha + ", beta " + beta);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0.9, false", "0.9, true", "0.5, true"})
    void momentumIsThatOfTheRecursion(double beta, boolean nesterov) {
        double expected = new Sgd(0.1, beta, nesterov && beta > 0.0, 0.0, new Sgd(0.1).schedule())
                .largestStableProduct();
        // The rounded sums of the modes.
        assertEquals(expected, product(new GradientDescent(beta, nesterov)), 1e-12 * expected);
    }

    /** 2 (1 + b1) / (1 - b1), in units of the preconditioner: Adam's moments are a slow heavy ball. */
    @Test
    void adamInUnitsOfItsRoot() {
        assertEquals(38.0, product(Adam.DEFAULT), 1e-9);
        OptimiserStability stability = OptimiserStability.of(new Adam(0.5, 0.9, 1e-8)).orElseThrow();
        assertTrue(stability.preconditioned());
        assertEquals(6.0 * 0.2 / 3.0, stability.stableBelow(3.0, 0.2), 1e-12);
    }

    @Test
    void sharpnessAware() {
        OptimiserStability plain = OptimiserStability.of(
                new SharpnessAware(0.2, false, GradientDescent.PLAIN)).orElseThrow();
        assertEquals(2.0 / (3.0 * 1.6), plain.stableBelow(3.0, 1.0), 1e-12);
        OptimiserStability normalised = OptimiserStability.of(
                new SharpnessAware(0.2, true, new GradientDescent(0.9, false))).orElseThrow();
        assertEquals(3.8 / 3.0, normalised.stableBelow(3.0, 1.0), 1e-12);
    }

    /** On a ring of an even number the least eigenvalue is -1/3; none is less than 0 among all; alone it is the base. */
    @Test
    void learners() {
        assertEquals(2.0 / 3.0, product(new Decentralised(16, Mixing.RING, GradientDescent.PLAIN)), 1e-12);
        assertEquals(1.0, product(new Decentralised(5, Mixing.COMPLETE, GradientDescent.PLAIN)), 1e-12);
        assertEquals(2.0, product(new Decentralised(5, Mixing.SYNCHRONOUS, GradientDescent.PLAIN)), 1e-12);
        assertEquals(2.0, product(new Decentralised(1, Mixing.RING, GradientDescent.PLAIN)), 1e-12);
        assertTrue(OptimiserStability.of(
                new Decentralised(4, Mixing.RANDOM_PAIR, GradientDescent.PLAIN)).isEmpty());
    }

    @Test
    void rulesThatAreNotLinearHaveNone() {
        for (Optimiser rule : new Optimiser[] {Lamb.DEFAULT, new ValleyAdaptor(-5.0, 0.99, Lamb.DEFAULT),
            new SpectralRange(0.1, (BaseRule) GradientDescent.PLAIN)}) {
            assertTrue(OptimiserStability.of(rule).isEmpty(), rule.kind());
        }
    }

    /** E on plain SGD, in closed form. */
    private static double ofValley(double alpha, double beta) {
        double gain = alpha * (1.0 - beta);
        double flip = 1.0 + beta + 2.0 * gain > 0.0 ? 2.0 * (1.0 + beta) / (1.0 + beta + 2.0 * gain)
                : Double.POSITIVE_INFINITY;
        return -gain > beta ? Math.min(flip, (1.0 - beta) / (-gain - beta)) : flip;
    }
}
