package org.thalweg.probes.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Lines whose slopes are known. */
class AsymmetryTest {
    private static double[] line(double right, double left) {
        double[] losses = new double[41];
        for (int k = 0; k < losses.length; k++) {
            double place = 0.1 * (k - 20);
            losses[k] = 3.0 + (place > 0.0 ? right * place : -left * place);
        }
        return losses;
    }

    @Test
    void aValleyOfTwoSlopes() {
        Asymmetry flatRight = Asymmetry.of(line(0.5, 4.0), 0.1, 0.2);
        assertEquals(1, flatRight.side());
        assertEquals(0.5, flatRight.slope(), 1e-12);
        assertEquals(8.0, flatRight.ratio(), 1e-11);
        Asymmetry flatLeft = Asymmetry.of(line(4.0, 0.5), 0.1, 0.2);
        assertEquals(-1, flatLeft.side());
        assertEquals(8.0, flatLeft.ratio(), 1e-11);
    }

    @Test
    void aBowlIsNotAsymmetric() {
        double[] losses = new double[41];
        for (int k = 0; k < losses.length; k++) {
            losses[k] = 0.01 * (k - 20) * (k - 20);
        }
        assertTrue(Asymmetry.of(losses, 0.1, 0.2).ratio() < 1.0);
    }

    /** A point and two ends: one slope to either side, which begins nearer than zeta. */
    @Test
    void threePointsAreOneSlopeToEitherSide() {
        Asymmetry found = Asymmetry.of(new double[] {5.0, 1.0, 2.0}, 2.0, 0.2);
        assertEquals(1, found.side());
        assertEquals(0.5, found.slope(), 1e-15);
        assertEquals(4.0, found.ratio(), 1e-15);
    }

    /** Where the loss does not rise on the flat side there is no p &gt; 0. */
    @Test
    void aSlopeThatFallsHasNoRatio() {
        assertTrue(Double.isNaN(Asymmetry.of(line(-0.5, 4.0), 0.1, 0.0).ratio()));
    }

    /** Of 21 places of .08 the first begins at a tenth of the reach, though 0.1 * 0.8 is more than 0.08. */
    @Test
    void aPlaceAtZetaCountsWhateverItsRounding() {
        double[] losses = new double[21];
        for (int k = 0; k < losses.length; k++) {
            double place = 0.08 * (k - 10);
            losses[k] = place * place + (place > 0.0 ? 0.1 * place : -place);
        }
        Asymmetry found = Asymmetry.of(losses, 0.08, 0.1 * 0.8);
        assertEquals(1, found.side());
        assertEquals(0.1 + 0.72 + 0.8, found.slope(), 1e-12, "from .72 to .8");
        assertEquals((1.0 + 0.08 + 0.16) / found.slope(), found.ratio(), 1e-12, "from .08 to .16");
    }
}
