package org.thalweg.fokkerplanck.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.thalweg.model.space.Boundary;
import org.thalweg.refusal.Refusal;

class AxisTest {
    private static final AxisDesign STRETCHED =
            new AxisDesign(-2.0, 50.0, Boundary.REFLECTING, Boundary.ABSORBING, new Stretch(1.0, 0.5));

    private static double interpolate(Axis axis, DoubleUnaryOperator f, double x) {
        Axis.Stencil stencil = axis.stencil(x);
        double sum = 0.0;
        for (int k = 0; k < 4; k++) {
            sum += stencil.weights()[k] * f.applyAsDouble(axis.centres()[stencil.cells()[k]]);
        }
        return sum;
    }

    @Test
    void interpolationIsExactForCubicsUpToTheWalls() {
        Axis axis = STRETCHED.cells(40);
        DoubleUnaryOperator cubic = x -> 1 + x - 0.5 * x * x + 0.01 * x * x * x;
        for (double x : new double[] {-2.0, -1.99, 0.3, 1.0, 20.0, 49.0, 50.0}) {
            assertEquals(cubic.applyAsDouble(x), interpolate(axis, cubic, x), 1e-9);
        }
    }

    @Test
    void interpolationGoesAroundTheRing() {
        Axis axis = AxisDesign.uniform(-Math.PI, Math.PI, Boundary.PERIODIC, Boundary.PERIODIC).cells(200);
        for (double x : new double[] {-Math.PI, -3.13, 0.0, 3.13, Math.PI}) {
            // The error of cubic interpolation: 3/128 h^4.
            assertEquals(Math.cos(x), interpolate(axis, Math::cos, x),
                    3.0 / 128.0 * Math.pow(2 * Math.PI / 200, 4) * 1.01);
        }
    }

    @Test
    void refinementsAreNested() {
        double[] coarse = STRETCHED.cells(20).edges();
        double[] fine = STRETCHED.cells(40).edges();
        double[] everySecond = new double[coarse.length];
        for (int i = 0; i < coarse.length; i++) {
            everySecond[i] = fine[2 * i];
        }
        assertArrayEquals(coarse, everySecond, 1e-12);
    }

    @Test
    void spacingIsTheWidthOfACell() {
        Axis axis = STRETCHED.cells(4000);
        assertEquals(axis.width(1000), STRETCHED.spacing(axis.centres()[1000], 4000), 1e-6 * axis.width(1000));
    }

    @Test
    void gridsThatDoNotNestAreRefused() {
        assertThrows(Refusal.class, () -> new Resolution(98, 64));
        assertThrows(Refusal.class, () -> new Resolution(96, 16));
    }
}
