package org.thalweg.symbolic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thalweg.model.formula.Formula;
import org.thalweg.model.formula.RandomFormulas;

/** A block of points is evaluated like each of its points, to the last bit, interpreted and compiled. */
class TapeTest {
    private static final long SEED = 7;
    private static final List<String> XY = List.of("x", "y");

    private static Program program(Formula... outputs) {
        return new TapeCompiler(2).compile(List.of(outputs).stream().map(Formula::expression).toList());
    }

    @Test
    void blockIsPointBitForBit() {
        RandomFormulas formulas = new RandomFormulas(SEED);
        for (int trial = 0; trial < 300; trial++) {
            Formula f = Formula.parse(formulas.next(1 + trial % 5), XY, Map.of());
            Formula slope = f.derivative("x");
            Program program = program(f, slope, f);
            int count = new int[] {1, 255, 256, 257, 1000}[trial % 5];
            double[][] inputs = new double[2][count];
            for (int k = 0; k < count; k++) {
                double[] p = formulas.point();
                inputs[0][k] = p[0];
                inputs[1][k] = p[1];
            }
            for (TapeKernel kernel : kernels(program, 1000)) {
                double[][] outputs = new double[3][count];
                kernel.evaluate(inputs, count, outputs);
                kernel.evaluate(inputs, count, outputs);
                for (int k = 0; k < count; k++) {
                    String where = "seed " + SEED + ", trial " + trial + ", point " + k + ": " + f;
                    double[] expected = new double[3];
                    program.evaluate(new double[] {inputs[0][k], inputs[1][k]}, expected);
                    assertEquals(expected[0], outputs[0][k], where);
                    assertEquals(expected[1], outputs[1][k], where);
                    assertEquals(outputs[0][k], outputs[2][k], where);
                }
            }
        }
    }

    /** y^2 is done before the sine and read by the same loop only, and written by the loop after the sine. */
    @Test
    void anOutputMayBeReadyLongBeforeTheLast() {
        Program program = program(Formula.parse("sin(y^2 + x)", XY, Map.of()),
                Formula.parse("y^2", XY, Map.of()));
        double[][] outputs = new double[2][1];
        new CompiledKernel(new Compilation(program), 1).evaluate(new double[][] {{0.3}, {1.5}}, 1, outputs);
        assertEquals(2.25, outputs[1][0]);
        assertEquals(Math.sin(2.55), outputs[0][0], 1e-15);
    }

    /** A step of an ensemble writes the new coordinates over the old ones. */
    @Test
    void outputsMayShareRowsWithInputs() {
        RandomFormulas formulas = new RandomFormulas(SEED);
        for (int trial = 0; trial < 100; trial++) {
            Program program = program(Formula.parse(formulas.next(1 + trial % 4), XY, Map.of()),
                    Formula.parse(formulas.next(1 + trial % 3), XY, Map.of()));
            double[][] rows = new double[2][300];
            double[][] expected = new double[300][2];
            for (int k = 0; k < 300; k++) {
                double[] point = formulas.point();
                rows[0][k] = point[0];
                rows[1][k] = point[1];
                program.evaluate(point, expected[k]);
            }
            for (TapeKernel kernel : kernels(program, 300)) {
                double[][] block = {rows[0].clone(), rows[1].clone()};
                kernel.evaluate(block, 300, block);
                for (int k = 0; k < 300; k++) {
                    String where = "seed " + SEED + ", trial " + trial + ", point " + k;
                    assertEquals(expected[k][0], block[0][k], where);
                    assertEquals(expected[k][1], block[1][k], where);
                }
            }
        }
    }

    @Test
    void constantsAndVariablesAreOutputsToo() {
        Program program = program(Formula.constant(3.0, XY), Formula.parse("y", XY, Map.of()));
        for (TapeKernel kernel : kernels(program, 2)) {
            double[][] outputs = new double[2][2];
            kernel.evaluate(new double[][] {{1, 2}, {5, 6}}, 2, outputs);
            assertEquals(3.0, outputs[0][1]);
            assertEquals(6.0, outputs[1][1]);
        }
    }

    /** What the cells of a sweep share: loops that differ in the numbers only are one class. */
    @Test
    void loopsOfEqualShapeShareTheirCode() {
        List<Schedule.Stage> one = Schedule.of(program(Formula.parse("1 + 2*x*y", XY, Map.of())));
        List<Schedule.Stage> other = Schedule.of(program(Formula.parse("3 + 5*x*y", XY, Map.of())));
        assertEquals(1, one.size());
        assertSame(LoopAssembler.compile(one.get(0).loop()), LoopAssembler.compile(other.get(0).loop()));
    }

    /** Loops and functions alternate, each function once: cos(x) is needed for both outputs. */
    @Test
    void functionsStandBetweenLoops() {
        Formula f = Formula.parse("exp(-cos(2*x)) + x*cos(2*x)", XY, Map.of());
        List<Schedule.Stage> stages = Schedule.of(program(f, f.derivative("x")));
        assertTrue(stages.get(1).cosine() != Schedule.NONE);
        assertEquals(List.of("loop", "SIN", "loop", "EXP", "loop"), stages.stream()
                .map(s -> s.loop() == null ? s.function().toString() : "loop").toList());
    }

    /** A loop that is too long for the just-in-time compiler becomes several, whose outputs are still written last. */
    @Test
    void longLoopsAreCut() {
        StringBuilder text = new StringBuilder("x");
        for (int j = 1; j <= 40; j++) {
            text.insert(0, "(").append(j % 2 == 0 ? " + y/" + j + ")" : ")*(x + " + j + ")/(2 + y*y)");
        }
        Formula f = Formula.parse(text.toString(), XY, Map.of());
        Program program = program(f, Formula.parse("x - y", XY, Map.of()), f.derivative("x"));
        List<Schedule.Stage> stages = Schedule.of(program);
        assertTrue(stages.size() > 3, stages.size() + " loops");
        for (Schedule.Stage stage : stages.subList(0, stages.size() - 1)) {
            assertTrue(stage.loop().steps().size() <= 24);
            assertTrue(stage.loop().stores().stream().allMatch(s -> s.row().place() == Loop.Place.SCRATCH));
        }
        double[] expected = new double[3];
        program.evaluate(new double[] {0.7, -0.4}, expected);
        double[][] rows = {{0.1, 0.7}, {0.2, -0.4}, new double[2]};
        new CompiledKernel(new Compilation(program), 2).evaluate(rows, 2, rows);
        for (int j = 0; j < 3; j++) {
            assertEquals(expected[j], rows[j][1]);
        }
    }

    /** A leaf that is no formula: f(u) = u^4 by its derivatives, at u = 2 x + y. */
    @Test
    void aCurveIsDifferentiatedByItsOrders() {
        Curve curve = (order, u) -> switch (order) {
            case 0 -> u * u * u * u;
            case 1 -> 4.0 * u * u * u;
            case 2 -> 12.0 * u * u;
            default -> Double.NaN;
        };
        Expression u = Formula.parse("2*x + y", XY, Map.of()).expression();
        Expression f = Substitution.of(new Expression.Reading(curve, 0, new Expression.Variable(0)), List.of(u));
        Expression slope = Derivative.of(f, 0);
        Program program = new TapeCompiler(2).compile(List.of(f, slope, Derivative.of(slope, 1)));
        for (TapeKernel kernel : kernels(program, 2)) {
            double[][] outputs = new double[3][2];
            kernel.evaluate(new double[][] {{1, 0}, {1, 2}}, 2, outputs);
            assertArrayEquals(new double[] {81.0, 16.0}, outputs[0]);
            assertArrayEquals(new double[] {216.0, 64.0}, outputs[1]);
            assertArrayEquals(new double[] {216.0, 96.0}, outputs[2]);
        }
        assertEquals(new Expression.Constant(32.0), Algebra.reading(curve, 1, new Expression.Constant(2.0)));
        assertEquals(Set.of(0, 1), Substitution.variables(f));
    }

    /** What only grows or shrinks runs by the code that is there, with the bits of a point. */
    @Test
    void aMultipleOfATapeSharesItsCode() {
        Tape tape = Tape.of(2, List.of(Formula.parse("exp(x)*y", XY, Map.of()).expression()));
        Tape triple = tape.times(1.5).times(2.0);
        double[] point = {0.3, 1.7};
        double[] one = new double[1];
        double[] three = new double[1];
        tape.evaluate(point, one);
        triple.evaluate(point, three);
        assertEquals(3.0 * one[0], three[0]);
        double[][] block = new double[1][1];
        triple.bind(1).evaluate(new double[][] {{0.3}, {1.7}}, 1, block);
        assertEquals(three[0], block[0][0]);
    }

    private static List<TapeKernel> kernels(Program program, int capacity) {
        return List.of(
                new InterpretedKernel(program, capacity), new CompiledKernel(new Compilation(program), capacity));
    }
}
