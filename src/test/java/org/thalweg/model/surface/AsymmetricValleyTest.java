package org.thalweg.model.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.loss.SurfaceKernel;
import org.thalweg.symbolic.Tape;

class AsymmetricValleyTest {
    private static double slope(LossSurface surface, double x) {
        double[] gradient = new double[1];
        surface.gradient(new double[] {x}, gradient);
        return gradient[0];
    }

    /** Slope a for x >= 0, -c a below: by points, by blocks and by expressions, at the kink itself too. */
    @Test
    void withoutRoundingTwoSlopesMeetInAKink() {
        AsymmetricValley valley = new AsymmetricValley(0.1, 10.0, 0.0);
        double[] x = {-2.0, -1e-300, -0.0, 0.0, 1e-300, 3.0};
        double[][] gradient = new double[1][x.length];
        SurfaceKernel kernel = valley.bind(x.length);
        kernel.gradient(new double[][] {x}, x.length, gradient);
        Tape tape = Tape.of(1, valley.gradientExpressions().orElseThrow());
        double[] output = new double[1];
        for (int k = 0; k < x.length; k++) {
            double expected = x[k] < 0.0 ? -1.0 : 0.1;
            assertEquals(expected, slope(valley, x[k]), "x = " + x[k]);
            assertEquals(expected, gradient[0][k], "x = " + x[k]);
            tape.evaluate(new double[] {x[k]}, output);
            assertEquals(expected, output[0], 1e-15, "x = " + x[k]);
            assertEquals(expected * x[k], valley.value(new double[] {x[k]}), "x = " + x[k]);
        }
        assertEquals(List.of(0.0), valley.landmarks().kinks());
    }

    /** The rounded valley keeps the minimum at 0 and the slopes far out, and becomes the kinked one as z falls. */
    @Test
    void theRoundingMovesNeitherTheMinimumNorTheSlopesFarOut() {
        for (double c : new double[] {1.0, 3.0, 10.0, 0.2}) {
            AsymmetricValley rounded = new AsymmetricValley(0.5, c, 0.01);
            assertEquals(0.0, rounded.value(new double[] {0.0}), 1e-17);
            assertEquals(0.0, slope(rounded, 0.0), 1e-15);
            assertTrue(slope(rounded, 1e-3) > 0.0 && slope(rounded, -1e-3) < 0.0, "c = " + c);
            // Far out the slope is short of its limit by (1 + c)/4 (z/x)^2 and higher orders.
            assertEquals(0.5, slope(rounded, 1e3), 1e-9);
            assertEquals(-0.5 * c, slope(rounded, -1e3), 1e-9);
            assertTrue(rounded.landmarks().smooth());
            assertFalse(new AsymmetricValley(0.5, c, 0.0).landmarks().smooth());
        }
    }

    /** At c = 1 nothing distinguishes the sides. */
    @Test
    void ratioOneIsSymmetric() {
        AsymmetricValley valley = new AsymmetricValley(0.7, 1.0, 0.2);
        for (double x = 0.01; x < 2.0; x += 0.1) {
            assertEquals(valley.value(new double[] {x}), valley.value(new double[] {-x}), 1e-16);
        }
    }
}
