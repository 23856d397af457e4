package org.thalweg.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.model.formula.Formula;

/** Squares and logarithmic derivatives of positive functions, and what they save. */
class PositiveTest {
    private static final List<String> FLATNESSES = List.of(
            "sqrt(1 + x^2)", "exp(-x^2/4)", "2*sqrt(1 + x^2)", "3*exp(x)",
            "1 + 0.5*cos(x)", "2 + tanh(x)", "sqrt(exp(x))", "1.5", "(1 + x^2)^0.3");

    private static double at(Expression e, double x) {
        double[] result = new double[1];
        Tape.of(1, List.of(e)).evaluate(new double[] {x}, result);
        return result[0];
    }

    @Test
    void theyAreWhatTheirNamesSay() {
        for (String text : FLATNESSES) {
            Formula f = Formula.parse(text, List.of("x"), Map.of());
            for (double x = -2.0; x <= 2.0; x += 0.37) {
                double value = f.value(x);
                double square = value * value;
                assertEquals(square, at(Positive.square(f.expression()), x), 4e-15 * square, text);
                double logarithmic = f.derivative("x").value(x) / value;
                assertEquals(logarithmic, at(Positive.logarithmicDerivative(f.expression(), 0), x), 1e-14, text);
            }
        }
    }

    /** The valley of flatness sqrt(1 + x^2) needs no root, and one division for both components of its gradient. */
    @Test
    void rootsCancelAndDivisionsAreShared() {
        Expression f = Formula.parse("sqrt(1 + x^2)", List.of("x"), Map.of()).expression();
        Expression y = new Expression.Variable(1);
        Program program = new TapeCompiler(2).compile(List.of(
                Algebra.quotient(y, Positive.square(f)), Positive.logarithmicDerivative(f, 0)));
        List<Action> operations = List.of(program.instructions()).stream()
                .map(Program.Instruction::operation).toList();
        assertEquals(List.of(Operation.MULTIPLY, Operation.ADD, Operation.DIVIDE, Operation.MULTIPLY,
                Operation.MULTIPLY), operations);
    }
}
