package org.thalweg.model.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.thalweg.refusal.Refusal;

/** Curves through measured points. */
class SplineProfileTest {
    /** 200 tables of random places and values, seed 11: between neighbours, continuous, slope = derivative. */
    @Test
    void staysBetweenNeighboursAndIsDifferentiatedConsistently() {
        Random random = new Random(11);
        for (int table = 0; table < 200; table++) {
            int n = 2 + random.nextInt(12);
            double[] x = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = (i == 0 ? -1.0 : x[i - 1]) + 0.05 + random.nextDouble();
                y[i] = 0.01 + random.nextDouble();
            }
            Profile f = SplineProfile.through(x, y, "random");
            for (int i = 0; i + 1 < n; i++) {
                double h = x[i + 1] - x[i];
                assertEquals(y[i], f.value(x[i]), 1e-14);
                assertEquals(f.slope(x[i + 1] - 1e-12 * h), f.slope(x[i + 1]), 1e-9);
                for (double t = 0.05; t < 1.0; t += 0.1) {
                    double at = x[i] + t * h;
                    double value = f.value(at);
                    assertTrue(value >= Math.min(y[i], y[i + 1]) - 1e-14 && value <= Math.max(y[i], y[i + 1]) + 1e-14);
                    double d = 1e-5 * h;
                    // A cubic's central difference is off by d^2 f'''/6; rounding by 1e-16/d.
                    assertEquals((f.value(at + d) - f.value(at - d)) / (2.0 * d), f.slope(at), 1e-7);
                    assertEquals((f.slope(at + d) - f.slope(at - d)) / (2.0 * d), f.curvature(at), 1e-5 / h);
                }
            }
        }
    }

    @Test
    void reproducesALineAndNeverExtrapolates() {
        Profile f = SplineProfile.through(new double[] {0.0, 0.5, 2.0}, new double[] {1.0, 2.0, 5.0}, "line");
        assertEquals(3.4, f.value(1.2), 1e-15);
        assertEquals(2.0, f.slope(0.1), 1e-15);
        assertTrue(Double.isNaN(f.value(-0.001)) && Double.isNaN(f.slope(2.001)) && Double.isNaN(f.curvature(3.0)));
    }

    @Test
    void onePeriodHasOneSlopeAtItsEnds() {
        double[] x = {0.0, 1.0, 2.0, 3.0};
        Profile f = SplineProfile.ring(x, new double[] {1.0, 2.0, 0.5, 1.0}, "ring");
        assertEquals(f.slope(0.0), f.slope(3.0), 1e-15);
        assertTrue(f.slope(0.0) > 0.0);
        // Around it goes on: a step may look beyond an end before it is brought back.
        assertEquals(f.value(0.25), f.value(3.25), 1e-14);
        assertEquals(f.slope(2.5), f.slope(-0.5), 1e-14);
        assertEquals(f.curvature(2.5), f.curvature(-3.5), 1e-13);
    }

    /** Of a smooth function the error falls with the square of the spacing: by 256 over four halvings, if smoothly. */
    @Test
    void convergesToASmoothFunction() {
        double coarse = worstError(11);
        double fine = worstError(161);
        assertTrue(fine < coarse / 60.0, coarse + " and " + fine);
    }

    private static double worstError(int n) {
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = -3.0 + 6.0 * i / (n - 1);
            y[i] = 1.0 + 0.5 * Math.cos(x[i]);
        }
        Profile f = SplineProfile.through(x, y, "cosine");
        double worst = 0.0;
        for (double at = -3.0; at <= 3.0; at += 0.01) {
            worst = Math.max(worst, Math.abs(f.value(at) - 1.0 - 0.5 * Math.cos(at)));
        }
        return worst;
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThrows(Refusal.class,
                () -> SplineProfile.through(new double[] {0.0}, new double[] {1.0}, "one"));
        assertThrows(Refusal.class,
                () -> SplineProfile.through(new double[] {0.0, 0.0}, new double[] {1.0, 1.0}, "twice"));
        assertThrows(Refusal.class,
                () -> SplineProfile.through(new double[] {0.0, 1.0}, new double[] {1.0, Double.NaN}, "hole"));
    }
}
