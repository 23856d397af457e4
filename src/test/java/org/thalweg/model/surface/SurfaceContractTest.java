package org.thalweg.model.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.model.file.ModelText;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.loss.SurfaceKernel;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.profile.Profile;
import org.thalweg.symbolic.Tape;

/** What every surface promises, over the examples of the whole catalogue and some harder ones. */
class SurfaceContractTest {
    private static final long SEED = 11;
    private static final int POINTS = 300;

    /** Beyond so many coordinates some are drawn, at fewer points. */
    private static final int MANY = 64;
    private static final int FEW_POINTS = 4;

    /** Step of the central differences: the cube root of the rounding unit balances truncation against rounding. */
    private static final double STEP = StrictMath.cbrt(Math.ulp(1.0));

    private static final List<String> HARDER = List.of(
            "{kind: valley, flatness: [\"1 + 0.5*cos(x)\", \"0.5 + exp(-x^2/2)\"], floor: \"0.1*tanh(x)^2\"}",
            "{kind: valley, flatness: \"0.5*sqrt(1 + x^2/2)\", floor: \"0.3*log(1 + x^2/4)\"}",
            "{kind: quadratic, hessian: {xx: 3, yy: 0.5}}",
            "{kind: asymmetric, slope: [0.5, 0.2, 0.1], ratio: [5, 1, 8], rounding: 0.3}",
            // More directions than are computed together, and one that no term depends on.
            "{kind: valley, flatness: [2, 1, \"2 + sin(x)\", 3, \"exp(x/3)\", 1, \"1 + x^2\", 2, 4], floor: \"x^2\"}",
            "{kind: spectrum, least: 0.3, largest: 3, directions: 20, minimum: 1}",
            "{kind: formula, value: \"x^2\"}",
            "{kind: formula, value: \"exp(-x*y) + (x^2 + y^2)^2/8 + sin(3*x)\"}");

    static Stream<LossSurface> surfaces() {
        return Stream.concat(SurfaceCatalogue.KINDS.stream().map(SurfaceKind::example), HARDER.stream())
                .map(loss -> ModelText.of(loss, "{kind: isotropic, batch-variance: 1}"))
                .map(text -> ModelText.sound(text).setting().surface());
    }

    private static double[] point(Random random, int dimension) {
        return random.doubles(dimension, -2.0, 2.0).toArray();
    }

    @ParameterizedTest
    @MethodSource("surfaces")
    void gradientAndHessianAreDerivatives(LossSurface surface) {
        Random random = new Random(SEED);
        int n = surface.dimension();
        double[] gradient = new double[n];
        double[][] hessian = new double[n][n];
        double[] up = new double[n];
        double[] down = new double[n];
        for (int trial = 0; trial < (n > MANY ? FEW_POINTS : POINTS); trial++) {
            double[] p = point(random, n);
            surface.gradient(p, gradient);
            surface.hessian(p, hessian);
            for (int i : n > MANY ? random.ints(MANY, 0, n).toArray() : IntStream.range(0, n).toArray()) {
                double[] right = p.clone();
                double[] left = p.clone();
                right[i] += STEP;
                left[i] -= STEP;
                double width = right[i] - left[i];
                String where = surface + ", seed " + SEED + ", trial " + trial + ", coordinate " + i;
                assertClose((surface.value(right) - surface.value(left)) / width, gradient[i], surface.value(p), where);
                surface.gradient(right, up);
                surface.gradient(left, down);
                for (int j = 0; j < n; j++) {
                    assertClose((up[j] - down[j]) / width, hessian[j][i], gradient[j], where + ", " + j);
                    assertEquals(hessian[i][j], hessian[j][i], where);
                }
            }
        }
    }

    /**
     * Central differences are good to STEP^2 relative to the third derivative, here taken as up to 1000 of the scale.
     */
    private static void assertClose(double difference, double exact, double scale, String where) {
        assertEquals(exact, difference, 1e3 * STEP * STEP * (1.0 + Math.abs(exact) + Math.abs(scale)), where);
    }

    @ParameterizedTest
    @MethodSource("surfaces")
    void blockIsPointBitForBit(LossSurface surface) {
        Random random = new Random(SEED);
        int n = surface.dimension();
        double[][] theta = new double[n][POINTS];
        for (double[] row : theta) {
            Arrays.setAll(row, k -> random.nextDouble() * 4.0 - 2.0);
        }
        double[] value = new double[POINTS];
        double[][] gradient = new double[n][POINTS];
        SurfaceKernel kernel = surface.bind(POINTS + 7);
        kernel.value(theta, POINTS, value);
        kernel.gradient(theta, POINTS, gradient);
        double[] slope = new double[n];
        for (int k = 0; k < POINTS; k++) {
            double[] p = new double[n];
            for (int i = 0; i < n; i++) {
                p[i] = theta[i][k];
            }
            assertEquals(surface.value(p), value[k], surface + " at point " + k);
            surface.gradient(p, slope);
            for (int i = 0; i < n; i++) {
                assertEquals(slope[i], gradient[i][k], surface + " at point " + k);
            }
        }
    }

    /** The expressions that time steps are compiled from. */
    @ParameterizedTest
    @MethodSource("surfaces")
    void gradientExpressionsAreTheGradient(LossSurface surface) {
        int n = surface.dimension();
        surface.gradientExpressions().ifPresent(expressions -> {
            Random random = new Random(SEED);
            Tape tape = Tape.of(n, expressions);
            double[] expected = new double[n];
            double[] actual = new double[n];
            for (int k = 0; k < POINTS; k++) {
                double[] point = point(random, n);
                surface.gradient(point, expected);
                tape.evaluate(point, actual);
                for (int j = 0; j < n; j++) {
                    double scale = Math.abs(expected[j]) + Math.abs(expected[0]) + 1.0;
                    assertEquals(expected[j], actual[j], 1e-12 * scale, "seed " + SEED + ", " + surface);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("surfaces")
    void minimaAreMinima(LossSurface surface) {
        double[] gradient = new double[surface.dimension()];
        for (double[] minimum : surface.landmarks().minima()) {
            surface.gradient(minimum, gradient);
            for (double slope : gradient) {
                assertEquals(0.0, slope, 1e-12, surface.toString());
            }
        }
    }

    /** Where a surface says it has a kink, its gradient or its Hessian jumps. */
    @ParameterizedTest
    @MethodSource("surfaces")
    void kinksAreKinks(LossSurface surface) {
        int n = surface.dimension();
        for (double kink : surface.landmarks().kinks()) {
            double[] left = new double[n];
            double[] right = new double[n];
            Arrays.fill(left, 1.0);
            Arrays.fill(right, 1.0);
            left[0] = kink - 1e-12;
            right[0] = kink + 1e-12;
            double[] before = new double[n];
            double[] after = new double[n];
            surface.gradient(left, before);
            surface.gradient(right, after);
            double[][] bent = new double[n][n];
            double[][] other = new double[n][n];
            surface.hessian(left, bent);
            surface.hessian(right, other);
            double jump = Math.abs(after[0] - before[0]) + Math.abs(other[0][0] - bent[0][0]);
            assertTrue(jump > 1e-6, surface + " at " + kink);
        }
    }

    @ParameterizedTest
    @MethodSource("surfaces")
    void aValleyIsItsShape(LossSurface surface) {
        Random random = new Random(SEED);
        for (int trial = 0; surface.geometry().shape().isPresent() && trial < POINTS; trial++) {
            ValleyShape shape = surface.geometry().shape().get();
            double[] p = point(random, surface.dimension());
            double expected = shape.floor().value(p[0]);
            for (int i = 1; i < p.length; i++) {
                Profile f = shape.flatness().get(i - 1);
                expected += p[i] * p[i] / (2.0 * f.value(p[0]) * f.value(p[0]));
            }
            assertEquals(expected, surface.value(p), 1e-13 * (1.0 + Math.abs(expected)), surface.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("surfaces")
    void canBePrinted(LossSurface surface) {
        assertFalse(surface.toString().contains("@"), "give " + surface.getClass() + " a toString()");
    }
}
