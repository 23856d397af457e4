package org.thalweg.model.surface;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.thalweg.model.surface.PublishedTwoValleys.Numbers;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Tape;

/** The formulas of the paper, written down as they stand there. */
class PublishedTwoValleysTest {
    private static final long SEED = 5;
    private static final PublishedTwoValleys SURFACE = new PublishedTwoValleys(Numbers.PUBLISHED);
    private static final double X1 = 0.8;
    private static final double X2 = 0.65;

    private static double g(double width, double y) {
        return 2.0 * width * y / (y + 30.0);
    }

    private static double f(double width, double y) {
        return width * width * Math.pow((y + 20.0) / (y + 30.0), 2.0);
    }

    private static double loss(double x, double y) {
        double floor = Math.exp(-y / 100.0) + 1.0;
        return floor + (x >= 0.0 ? x * (x - g(X1, y)) / f(X1, y) : x * (x + g(X2, y)) / f(X2, y));
    }

    @Test
    void valuesAreThoseOfTheFormula() {
        Random random = new Random(SEED);
        for (int trial = 0; trial < 1000; trial++) {
            double x = random.nextGaussian();
            double y = 100.0 * random.nextDouble();
            double expected = loss(x, y);
            assertEquals(expected, SURFACE.value(new double[] {x, y}), 1e-13 * (1.0 + Math.abs(expected)),
                    "seed " + SEED + ", trial " + trial);
        }
    }

    /** Minima of equal depth, y^2 / (y + 20)^2 below the ridge, with curvatures 2 / f_i. */
    @Test
    void bothValleysAreEquallyDeep() {
        for (double y : new double[] {0.5, 5.0, 40.0}) {
            double ridge = SURFACE.value(new double[] {0.0, y});
            double[] gradient = new double[2];
            double[][] hessian = new double[2][2];
            for (double[] bottom : new double[][] {{SURFACE.flatMinimum(y), X1}, {SURFACE.sharpMinimum(y), X2}}) {
                double[] point = {bottom[0], y};
                assertEquals(Math.pow(y / (y + 20.0), 2.0), ridge - SURFACE.value(point), 1e-13);
                SURFACE.gradient(point, gradient);
                assertEquals(0.0, gradient[0], 1e-14);
                SURFACE.hessian(point, hessian);
                assertEquals(2.0 / f(bottom[1], y), hessian[0][0], 1e-12);
            }
        }
    }

    /** The ridge itself belongs to the flat side; the slope beside it is -g1/f1 there, g2/f2 on the other. */
    @Test
    void slopesJumpAtTheRidge() {
        double[] gradient = new double[2];
        for (double x : new double[] {0.0, -0.0, Double.MIN_VALUE}) {
            SURFACE.gradient(new double[] {x, 5.0}, gradient);
            assertEquals(-g(X1, 5.0) / f(X1, 5.0), gradient[0], 1e-14);
        }
        SURFACE.gradient(new double[] {-Double.MIN_VALUE, 5.0}, gradient);
        assertEquals(g(X2, 5.0) / f(X2, 5.0), gradient[0], 1e-14);
    }

    /**
     * H_yy of the scripts: the exact one without -x (x -+ g) f'' / f^2, where f'' is taken by differences. Central
     * differences of step 1e-3 leave h^2 f'''' / 12 and rounding 4e-10 f.
     */
    @Test
    void thePublishedCurvatureLeavesOutTheSecondDerivativeOfF() {
        Tape published = Tape.of(2, SURFACE.publishedCurvature().orElseThrow());
        double[][] hessian = new double[2][2];
        double[] entries = new double[3];
        double step = 1e-3;
        for (double[] point : new double[][] {{0.3, 5.0}, {-0.2, 5.0}, {0.05, 30.0}, {-1.0, 60.0}}) {
            double y = point[1];
            double width = point[0] >= 0.0 ? X1 : X2;
            double bend = (f(width, y + step) - 2.0 * f(width, y) + f(width, y - step)) / (step * step);
            double side = point[0] >= 0.0 ? -g(X1, y) : g(X2, y);
            double omitted = -point[0] * (point[0] + side) * bend / Math.pow(f(width, y), 2.0);
            SURFACE.hessian(point, hessian);
            published.evaluate(point, entries);
            assertArrayEquals(new double[] {hessian[0][0], hessian[0][1], hessian[1][1] - omitted}, entries, 1e-8);
            assertTrue(Math.abs(omitted) > 1e-6);
        }
    }

    /** At a fixed y, the same loss as a function of x alone. */
    @Test
    void acrossIsASection() {
        PublishedTwoValleys across = PublishedTwoValleys.across(Numbers.PUBLISHED, 5.0);
        assertEquals(1, across.dimension());
        for (double x : new double[] {-0.4, 0.0, 0.2}) {
            assertEquals(SURFACE.value(new double[] {x, 5.0}), across.value(new double[] {x}), 1e-15);
        }
        assertThrows(Refusal.class, () -> PublishedTwoValleys.across(Numbers.PUBLISHED, 0.0));
    }

    /** For `describe`: the keys of model files. */
    @Test
    void isDescribedInWords() {
        assertEquals("two valleys as published, flat 0.8, sharp 0.65, width 1.0, flatness 1.0, parting 30.0, rise 20.0,"
                + " decay 100.0, drop 1.0, at y = 5.0",
                PublishedTwoValleys.across(PublishedTwoValleys.Numbers.PUBLISHED, 5.0).toString());
    }
}
