package org.thalweg.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.surface.AsymmetricValley;

/** Theorem 1 of asymmetric valleys. */
class ShiftedMinimumTest {
    private static final long SEED = 1902;

    private static ShiftedMinimum of(LossSurface surface, double inner, double reach, double[]... directions) {
        double[] origin = new double[surface.dimension()];
        List<AsymmetricDirection> found = new ArrayList<>();
        for (double[] direction : directions) {
            found.add(AsymmetricDirection.scan(surface, origin, direction, inner, reach).orElseThrow());
        }
        return new ShiftedMinimum(surface, origin, found);
    }

    private static boolean applies(ShiftedMinimum theorem, double[] shift, double[] bias, double gap) {
        // 4 xi / ((c - 1) p) < l <= min(r - shift, shift - zeta) along each direction.
        return IntStream.range(0, bias.length).allMatch(i -> {
            AsymmetricDirection d = theorem.directions().get(i);
            return bias[i] > 4.0 * gap / ((d.ratio() - 1.0) * d.flatSlope())
                    && bias[i] <= theorem.largestBias(i, shift[i]);
        });
    }

    private static double log(Random random, double from, double to) {
        return from * Math.pow(to / from, random.nextDouble());
    }

    /** 1200 random valleys, kinked and rounded, of one to four directions, with and without a shift gap. */
    @Test
    void theGainIsAtLeastTheBound() {
        Random random = new Random(SEED);
        int judged = 0;
        for (int trial = 0; trial < 1200; trial++) {
            int k = 1 + random.nextInt(4);
            double[][] directions = rotation(random, k);
            AsymmetricValley[] valleys = new AsymmetricValley[k];
            double rounding = random.nextBoolean() ? 0.0 : log(random, 1e-3, 1e-2);
            for (int i = 0; i < k; i++) {
                valleys[i] = new AsymmetricValley(log(random, 0.1, 10.0), log(random, 2.0, 50.0), rounding);
            }
            double inner = rounding == 0.0 ? 0.0 : 0.5;
            double reach = log(random, 1.0, 10.0);
            ShiftedMinimum theorem = of(new SlopedValleys(List.of(valleys), directions), inner, reach, directions);
            double[] shift = new double[k];
            double[] bias = new double[k];
            for (int i = 0; i < k; i++) {
                shift[i] = inner + (reach - inner) * random.nextDouble();
                bias[i] = theorem.largestBias(i, shift[i]) * (1.0 - random.nextDouble());
            }
            double gain = theorem.gain(shift, bias);
            double bound = theorem.bound(bias, 0.0);
            String where = "seed " + SEED + ", trial " + trial + ": " + gain + " against " + bound;
            assertTrue(applies(theorem, shift, bias, 0.0), where);
            // Losses of some hundred are differences of rounding 1e-14 each; 2^k of them are averaged.
            assertTrue(gain >= bound - 1e-12 * (1.0 + theorem.populationLoss(shift, bias)), where);
            judged++;
        }
        assertEquals(1200, judged);
    }

    /** Orthonormal directions, by Gram and Schmidt. */
    private static double[][] rotation(Random random, int k) {
        double[][] rows = new double[k][k];
        for (int i = 0; i < k; i++) {
            rows[i] = random.doubles(k, -1.0, 1.0).toArray();
            // Twice is enough (Kahan and Parlett).
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j++) {
                    double dot = dot(rows[i], rows[j]);
                    for (int m = 0; m < k; m++) {
                        rows[i][m] -= dot * rows[j][m];
                    }
                }
            }
            double length = Math.sqrt(dot(rows[i], rows[i]));
            for (int m = 0; m < k; m++) {
                rows[i][m] /= length;
            }
        }
        return rows;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** A population loss that is the shifted one up to a ripple: the bound loses 2 xi, and still holds. */
    @Test
    void aShiftGapIsAllowedFor() {
        double ripple = 0.05;
        AsymmetricValley valley = new AsymmetricValley(1.0, 5.0, 0.0);
        ShiftedMinimum exact = of(valley, 0.0, 4.0, new double[] {1.0});
        // L and its minimum over a ball are off by at most the ripple each: xi <= 2 ripple.
        double gap = 2.0 * ripple;
        for (double phase = 0.0; phase < 6.3; phase += 0.1) {
            double[] shift = {1.5};
            double[] bias = {1.0};
            double disturbed = exact.gain(shift, bias)
                    + ripple * (Math.cos(phase) - Math.cos(phase + 20.0 * bias[0]));
            assertTrue(applies(exact, shift, bias, gap));
            assertTrue(disturbed >= exact.bound(bias, gap), "phase " + phase);
        }
        assertFalse(applies(exact, new double[] {1.5}, new double[] {0.05}, gap), "a bias below 4 xi/((c - 1) p)");
    }

    /** Two slopes: equality up to l = shift, where the gain is largest; beyond it falls with the slope -p. */
    @Test
    void twoSlopesMeetTheBoundExactly() {
        Random random = new Random(SEED);
        for (int trial = 0; trial < 100; trial++) {
            double p = log(random, 0.1, 10.0);
            double c = log(random, 1.5, 50.0);
            double shift = log(random, 0.1, 3.0);
            ShiftedMinimum theorem = of(new AsymmetricValley(p, c, 0.0), 0.0, 10.0, new double[] {1.0});
            double best = 0.0;
            double largest = 0.0;
            int steps = 200;
            for (int i = 1; i <= 2 * steps; i++) {
                double l = shift * i / steps;
                double gain = theorem.gain(new double[] {shift}, new double[] {l});
                double expected = 0.5 * (c - 1.0) * p * Math.min(l, shift) - p * Math.max(0.0, l - shift);
                assertEquals(expected, gain, 1e-12 * (1.0 + c * p * (shift + l)), "seed " + SEED + ", trial " + trial);
                // Beyond rounding: the gain rises by far more from one place to the next.
                if (gain > largest + 1e-12 * c * p) {
                    largest = gain;
                    best = l;
                }
            }
            assertEquals(shift, best, shift / steps * 0.01, "trial " + trial);
        }
    }

    /** p = 1, c = 5, shift 1.5, l = 3, r = 4.5: with max(r - shift, shift - zeta) = 3 a gain of 6 would be claimed. */
    @Test
    void withMaxForMinItWouldBeFalse() {
        ShiftedMinimum theorem = of(new AsymmetricValley(1.0, 5.0, 0.0), 0.0, 4.5, new double[] {1.0});
        double[] shift = {1.5};
        double[] bias = {3.0};
        assertEquals(3.0, Math.max(4.5 - 1.5, 1.5 - 0.0));
        assertEquals(6.0, theorem.bound(bias, 0.0), 1e-14);
        assertEquals(1.5, theorem.gain(shift, bias), 1e-14);
        assertFalse(applies(theorem, shift, bias, 0.0));
        assertEquals(1.5, theorem.largestBias(0, 1.5));
    }
}
