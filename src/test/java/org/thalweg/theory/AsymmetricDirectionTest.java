package org.thalweg.theory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.model.formula.Formula;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.surface.AsymmetricValley;
import org.thalweg.model.surface.FormulaSurface;
import org.thalweg.model.surface.Quadratic;
import org.thalweg.refusal.Refusal;

/** The detector of asymmetric directions and its tightest constants. */
class AsymmetricDirectionTest {
    private static final double[] ORIGIN = {0.0};

    /** Two slopes: p = a and c as they are, from zeta = 0 on, whichever way one looks. */
    @Test
    void twoSlopesAreTheirOwnConstants() {
        AsymmetricValley valley = new AsymmetricValley(0.1, 10.0, 0.0);
        for (double look : new double[] {1.0, -7.0}) {
            AsymmetricDirection found =
                    AsymmetricDirection.scan(valley, ORIGIN, new double[] {look}, 0.0, 3.0).orElseThrow();
            assertEquals(0.1, found.flatSlope(), 1e-16);
            assertEquals(10.0, found.ratio(), 1e-14);
            assertArrayEquals(new double[] {1.0}, found.towardsFlat());
            assertEquals(0.0, found.inner());
            assertEquals(3.0, found.reach());
        }
        // Sharp on the right: the flat side is the left one.
        AsymmetricDirection left = AsymmetricDirection.scan(
                new AsymmetricValley(0.1, 0.2, 0.0), ORIGIN, new double[] {1.0}, 0.0, 3.0).orElseThrow();
        assertArrayEquals(new double[] {-1.0}, left.towardsFlat());
        assertEquals(0.02, left.flatSlope(), 1e-15);
        assertEquals(5.0, left.ratio(), 1e-12);
    }

    /** Rounded: slopes grow outwards, so p is the slope at r and c p the steepness at zeta. */
    @Test
    void aRoundedValleyIsAsymmetricBeyondItsRounding() {
        AsymmetricValley valley = new AsymmetricValley(0.5, 6.0, 0.1);
        AsymmetricDirection found =
                AsymmetricDirection.scan(valley, ORIGIN, new double[] {1.0}, 0.4, 2.0).orElseThrow();
        double[] slope = new double[1];
        valley.gradient(new double[] {2.0}, slope);
        assertEquals(slope[0], found.flatSlope(), 1e-11);
        valley.gradient(new double[] {-0.4}, slope);
        assertEquals(-slope[0] / found.flatSlope(), found.ratio(), 1e-10);
    }

    /** A bump of the slope inside the interval is found: L' = 1 + e^(-(l - 1)^2) to the right, 5 to the left. */
    @Test
    void anExtremumInsideIsRefined() {
        LossSurface bump = FormulaSurface.of(Formula.parse(
                "(x + abs(x))/2*(1 + x^2*exp(-x)/3) + 2.5*(abs(x) - x) + y^2", List.of("x", "y"), java.util.Map.of()));
        AsymmetricDirection found = AsymmetricDirection.scan(
                bump, new double[] {0.0, 0.0}, new double[] {1.0, 0.0}, 0.0, 9.0).orElseThrow();
        // d/dx [x + x^3 e^-x / 3] = 1 + e^-x (x^2 - x^3/3) is largest where x^2 - 6x + 6 = 0: at 3 - sqrt 3.
        double x = 3.0 - Math.sqrt(3.0);
        assertEquals(1.0 + Math.exp(-x) * (x * x - x * x * x / 3.0), found.flatSlope(), 1e-13);
        assertEquals(5.0 / found.flatSlope(), found.ratio(), 1e-12);
    }

    /** Neither side of a symmetric valley is sharp, and beside its minimum a bowl does not rise both ways. */
    @Test
    void thereMayBeNone() {
        AsymmetricValley symmetric = new AsymmetricValley(1.0, 1.0, 0.2);
        assertTrue(AsymmetricDirection.scan(symmetric, ORIGIN, new double[] {1.0}, 0.5, 2.0).isEmpty());
        Quadratic bowl = new Quadratic(1.0, 0.0, 2.0);
        assertTrue(AsymmetricDirection.scan(
                bowl, new double[] {0.0, 0.0}, new double[] {1.0, 1.0}, 0.1, 1.0).isEmpty());
        assertTrue(AsymmetricDirection.scan(
                bowl, new double[] {3.0, 0.0}, new double[] {1.0, 0.0}, 0.1, 1.0).isEmpty());
    }

    /** Any direction of several: along a diagonal the slopes of two valleys add up, over sqrt 2. */
    @Test
    void alongADiagonal() {
        SlopedValleys two = SlopedValleys.alongAxes(
                new AsymmetricValley(0.1, 10.0, 0.0), new AsymmetricValley(0.3, 2.0, 0.0));
        AsymmetricDirection found = AsymmetricDirection.scan(
                two, new double[2], new double[] {1.0, 1.0}, 0.0, 1.0).orElseThrow();
        assertEquals(0.4 / Math.sqrt(2.0), found.flatSlope(), 1e-15);
        assertEquals(1.6 / 0.4, found.ratio(), 1e-14);
    }

    @Test
    void refusesNonsense() {
        AsymmetricValley valley = new AsymmetricValley(1.0, 2.0, 0.0);
        assertThrows(Refusal.class,
                () -> AsymmetricDirection.scan(valley, ORIGIN, new double[] {0.0}, 0.0, 1.0));
        assertThrows(Refusal.class,
                () -> AsymmetricDirection.scan(valley, ORIGIN, new double[] {1.0}, 1.0, 1.0));
    }
}
