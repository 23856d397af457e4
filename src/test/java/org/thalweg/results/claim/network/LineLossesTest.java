package org.thalweg.results.claim.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Lines whose asymmetry and shift are known. */
class LineLossesTest {
    private static final int PLACES = 20;
    private static final double STEP = 0.05;

    private static LineLosses line(DoubleUnaryOperator train, DoubleUnaryOperator test) {
        double[] trained = new double[2 * PLACES + 1];
        double[] tested = new double[trained.length];
        Arrays.setAll(trained, k -> train.applyAsDouble((k - PLACES) * STEP));
        Arrays.setAll(tested, k -> test.applyAsDouble((k - PLACES) * STEP));
        return new LineLosses(trained, tested, STEP);
    }

    private static double twoSlopes(double x) {
        return x > 0.0 ? 0.5 * x : -2.0 * x;
    }

    /** Two slopes meet the bound of theorem 1 with equality: p = 0.5, c = 4, no gap. */
    @Test
    void aShiftedValleyOfTwoSlopesGainsTheBound() {
        for (int shift : new int[] {-4, 4}) {
            LineLosses line = line(LineLossesTest::twoSlopes, x -> 7.0 + twoSlopes(x - shift * STEP));
            LineLosses.Shift found = line.shift().orElseThrow();
            assertEquals(shift, found.shift(), "the shift is seen");
            assertEquals(0.0, found.gap(), 1e-14);
            assertEquals(0.5, found.slope(), 1e-12);
            assertEquals(1.5, found.rise(), 1e-12);
            assertEquals(0.5 * 1.5 * found.bias() * STEP, line.bound(found), 1e-12);
            assertEquals(line.bound(found), line.gain(found), 1e-12);
            assertEquals(0.6, line.contrast(0, 5), 1e-12, "(2 - 0.5) / (2 + 0.5)");
        }
    }

    /** The test loss of another form: its gap is that of the form, and the bound less is kept. */
    @Test
    void whatDiffersByMoreThanAShiftIsInTheGap() {
        double bump = 0.01;
        LineLosses line = line(LineLossesTest::twoSlopes, x -> twoSlopes(x - 0.2) + bump * Math.sin(40.0 * x));
        LineLosses.Shift found = line.shift().orElseThrow();
        assertTrue(found.gap() > 0.0 && found.gap() <= 2.0 * bump, "gap " + found.gap());
        assertTrue(found.condition(STEP) < 1.0, "the theorem speaks");
        assertTrue(line.gain(found) >= line.bound(found), line.gain(found) + " and " + line.bound(found));
    }

    @Test
    void aBowlHasNoFlatSide() {
        LineLosses line = line(x -> x * x, x -> x * x);
        assertEquals(Optional.empty(), line.shift());
        assertTrue(line.contrast(2, 10) < 0.0);
        LineLosses turned = line(x -> twoSlopes(-x), x -> twoSlopes(-x));
        assertEquals(Optional.empty(), turned.shift(), "the flat side is the other one");
    }

    /** Of a valley of two parabolas, c times as steep beyond its minimum at 0.7: A = (c - 1) / (c + 1). */
    @Test
    void asymmetryOfALineIsThatOfItsTwoSides() {
        double c = 3.0;
        assertEquals(0.5, AveragedWeights.asymmetry(t -> (t < 0.7 ? 1.0 : c) * (t - 0.7) * (t - 0.7),
                t -> 2.0 * (t < 0.7 ? 1.0 : c) * (t - 0.7)).orElseThrow(), 1e-4);
        assertEquals(0.0, AveragedWeights.asymmetry(t -> (t - 5.0) * (t - 5.0), t -> 2.0 * (t - 5.0)).orElseThrow(),
                1e-4);
        assertEquals(Optional.empty(), AveragedWeights.asymmetry(t -> Math.exp(-t), t -> -Math.exp(-t)));
        assertEquals(Optional.empty(), AveragedWeights.asymmetry(t -> t * t, t -> 2.0 * t), "at the average itself");
    }
}
