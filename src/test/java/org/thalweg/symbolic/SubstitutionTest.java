package org.thalweg.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thalweg.model.formula.Formula;
import org.thalweg.model.formula.RandomFormulas;

/** f(g(x, y), h(x, y)) is f at the values of g and h. */
class SubstitutionTest {
    private static final List<String> XY = List.of("x", "y");

    private static Expression parse(String text) {
        return Formula.parse(text, XY, Map.of()).expression();
    }

    private static double value(Expression e, double... point) {
        double[] value = new double[1];
        Tape.of(2, List.of(e)).evaluate(point, value);
        return value[0];
    }

    @Test
    void composesAsFunctionsDo() {
        long seed = 19;
        RandomFormulas formulas = new RandomFormulas(seed);
        Expression g = parse("x - 0.3*y");
        Expression h = parse("y + 0.2*x^2");
        for (int trial = 0; trial < 200; trial++) {
            Expression f = parse(formulas.next(1 + trial % 4));
            double[] p = formulas.point();
            double expected = value(f, value(g, p), value(h, p));
            double found = value(Substitution.of(f, List.of(g, h)), p);
            // Simplification reorders signs and constant factors: rounding only.
            assertEquals(expected, found, 1e-9 * Math.max(1.0, Math.abs(expected)),
                    "seed " + seed + ", trial " + trial);
        }
    }

    @Test
    void variablesBeyondTheListStayAndConstantsFold() {
        Expression y = new Expression.Variable(1);
        assertSame(y, Substitution.of(y, List.of(Algebra.ONE)));
        assertEquals(new Expression.Constant(5.0),
                Substitution.of(parse("x^2 + 1"), List.of(new Expression.Constant(2.0))));
    }

    @Test
    void namesTheVariablesOfAnExpression() {
        assertEquals(Set.of(0, 1), Substitution.variables(parse("sin(x)*y")));
        assertEquals(Set.of(), Substitution.variables(parse("2")));
    }
}
