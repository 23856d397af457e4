package org.thalweg.model.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A block of points is evaluated like each of its points, to the last bit. */
class TapeTest {
    private static final long SEED = 7;
    private static final List<String> XY = List.of("x", "y");

    @Test
    void blockIsPointBitForBit() {
        RandomFormulas formulas = new RandomFormulas(SEED);
        for (int trial = 0; trial < 60; trial++) {
            Formula f = Formula.parse(formulas.next(1 + trial % 5), XY, Map.of());
            Formula slope = f.derivative("x");
            Tape tape = Tape.of(2, List.of(f.expression(), slope.expression(), f.expression()));
            int count = new int[] {1, 255, 256, 257, 1000}[trial % 5];
            double[][] inputs = new double[2][count];
            for (int k = 0; k < count; k++) {
                double[] p = formulas.point();
                inputs[0][k] = p[0];
                inputs[1][k] = p[1];
            }
            double[][] outputs = new double[3][count];
            TapeKernel kernel = tape.bind(1000);
            kernel.evaluate(inputs, count, outputs);
            kernel.evaluate(inputs, count, outputs);
            for (int k = 0; k < count; k++) {
                String where = "seed " + SEED + ", trial " + trial + ", point " + k + ": " + f;
                assertEquals(f.value(inputs[0][k], inputs[1][k]), outputs[0][k], where);
                assertEquals(slope.value(inputs[0][k], inputs[1][k]), outputs[1][k], where);
                assertEquals(outputs[0][k], outputs[2][k], where);
            }
        }
    }

    @Test
    void constantsAndVariablesAreOutputsToo() {
        Formula three = Formula.constant(3.0, XY);
        Formula y = Formula.parse("y", XY, Map.of());
        Tape tape = Tape.of(2, List.of(three.expression(), y.expression()));
        double[][] outputs = new double[2][2];
        tape.bind(2).evaluate(new double[][] {{1, 2}, {5, 6}}, 2, outputs);
        assertEquals(3.0, outputs[0][1]);
        assertEquals(6.0, outputs[1][1]);
    }
}
