package org.thalweg.model.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Expression.Binary;
import org.thalweg.symbolic.Expression.Constant;
import org.thalweg.symbolic.Expression.Unary;
import org.thalweg.symbolic.Expression.Variable;
import org.thalweg.symbolic.Operation;

/** Symbolic derivatives against the automatic differentiation of Hipparchus, over random formulas. */
class DerivativeTest {
    private static final long SEED = 20240611;
    private static final List<String> XY = List.of("x", "y");
    private static final DSFactory FACTORY = new DSFactory(2, 2);

    @Test
    void agreeWithAutomaticDifferentiation() {
        RandomFormulas formulas = new RandomFormulas(SEED);
        for (int trial = 0; trial < 2000; trial++) {
            String text = formulas.next(1 + trial % 5);
            Formula f = Formula.parse(text, XY, Map.of());
            double[] p = formulas.point();
            DerivativeStructure oracle = evaluate(f.expression(), p);
            String where = "seed " + SEED + ", trial " + trial + ": " + text + " at " + p[0] + ", " + p[1];
            assertClose(oracle.getValue(), f.value(p), where);
            Formula fx = f.derivative("x");
            Formula fy = f.derivative("y");
            assertClose(oracle.getPartialDerivative(1, 0), fx.value(p), "d/dx " + where);
            assertClose(oracle.getPartialDerivative(0, 1), fy.value(p), "d/dy " + where);
            assertClose(oracle.getPartialDerivative(2, 0), fx.derivative("x").value(p), "d2/dx2 " + where);
            assertClose(oracle.getPartialDerivative(1, 1), fx.derivative("y").value(p), "d2/dxdy " + where);
            assertClose(oracle.getPartialDerivative(0, 2), fy.derivative("y").value(p), "d2/dy2 " + where);
        }
    }

    /** Both sides are exact up to rounding; cancellation in deep random formulas costs some digits. */
    private static void assertClose(double expected, double actual, String where) {
        assertEquals(expected, actual, 1e-8 * Math.max(1.0, Math.abs(expected)), where);
    }

    private static DerivativeStructure evaluate(Expression e, double[] point) {
        if (e instanceof Constant c) {
            return FACTORY.constant(c.value());
        }
        if (e instanceof Variable v) {
            return FACTORY.variable(v.index(), point[v.index()]);
        }
        if (e instanceof Unary u) {
            DerivativeStructure a = evaluate(u.argument(), point);
            return switch (u.operation()) {
                case NEGATE -> a.negate();
                case EXP -> a.exp();
                case LOG -> a.log();
                case SQRT -> a.sqrt();
                case SIN -> a.sin();
                case COS -> a.cos();
                case TANH -> a.tanh();
                case ABS -> a.abs();
                default -> throw new AssertionError(u);
            };
        }
        Binary b = (Binary) e;
        DerivativeStructure left = evaluate(b.left(), point);
        if (b.operation() == Operation.POWER && b.right() instanceof Constant n && n.value() == Math.rint(n.value())) {
            return left.pow((int) n.value());
        }
        DerivativeStructure right = evaluate(b.right(), point);
        return switch (b.operation()) {
            case ADD -> left.add(right);
            case SUBTRACT -> left.subtract(right);
            case MULTIPLY -> left.multiply(right);
            case DIVIDE -> left.divide(right);
            case POWER -> left.pow(right);
            default -> throw new AssertionError(b);
        };
    }
}
