package org.thalweg.model.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.model.profile.Profile;
import org.thalweg.refusal.Refusal;

/** What formulas mean, and what is said about texts that are none. */
class FormulaTest {
    private static final List<String> XY = List.of("x", "y");
    private static final Map<String, Double> PARAMETERS = Map.of("a", 0.5, "width", 3.0);

    private static Formula parse(String text) {
        return Formula.parse(text, XY, PARAMETERS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1 + 2*3             | 7",
        "(1 + 2)*3           | 9",
        "2^3^2               | 512",
        "-2^2                | -4",
        "(-2)^2              | 4",
        "2^-1                | 0.5",
        "-x^2                | -2.25",
        "7 - 4 - 2           | 1",
        "12/4/3              | 1",
        "--x                 | 1.5",
        "+x                  | 1.5",
        "1e-3*1E+3           | 1",
        ".5 + 1.             | 1.5",
        "a*width             | 1.5",
        "pi                  | 3.141592653589793",
        "x*y                 | -3",
        "abs(y)              | 2",
        "sqrt(4) + log(1)    | 2",
        "exp(0)*cos(0)       | 1",
        "sin(0) + tanh(0)    | 0",
        "0^0                 | 1",
        "x^0.5               | 1.224744871391589",
        "1/0                 | Infinity",
        "log(-1)             | NaN",
    })
    void hasTheUsualMeaning(String text, double expected) {
        assertEquals(expected, parse(text).value(1.5, -2.0), text);
    }

    @Test
    void smallWholePowersAreProducts() {
        for (double x : new double[] {0.1, -1.7, 3.3e5}) {
            assertEquals(x * x, parse("x^2").value(x, 0.0));
            assertEquals(x * x * x, parse("x^3").value(x, 0.0));
            assertEquals(1.0 / (x * x), parse("x^-2").value(x, 0.0));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''             | 1  | empty                | such as",
        "1 +            | 4  | ends where a value   | complete it",
        "2x             | 2  | without an operator  | 2*x",
        "2(x)           | 2  | without an operator  | 2*x",
        "(1 + x         | 7  | ')' is missing       | column 1",
        "cos(x          | 6  | ')' is missing       | column 4",
        "1 + x)         | 6  | without a '('        | remove it",
        "x**2           | 2  | '**'                 | ^",
        "1 + coss(x)    | 5  | 'coss'               | 'cos'",
        "1 + widht*x    | 5  | 'widht'              | 'width'",
        "1 + q          | 5  | unknown name 'q'     | known here: x, y",
        "cos x          | 1  | no argument          | cos(...)",
        "a(x)           | 1  | not a function       | a*(...)",
        "1,5            | 2  | ','                  | point",
        "x $ 2          | 3  | '$'                  | + - * / ^",
        "* 2            | 1  | '*'                  | number",
        "1e999          | 1  | too large            | finite",
        ".              | 1  | not a number         | 0.5",
    })
    void saysWhatIsWrongAndWhere(String text, int column, String what, String remedy) {
        FormulaException e = assertThrows(FormulaException.class, () -> parse(text));
        assertEquals(column, e.column(), e.getMessage());
        assertTrue(e.what().contains(what), e.getMessage());
        assertTrue(e.remedy().contains(remedy), e.getMessage());
    }

    @Test
    void refusesTextsThatAreTooLongForAnyFormula() {
        String deep = "(".repeat(100_000);
        assertTrue(assertThrows(FormulaException.class, () -> parse(deep)).what().contains("characters"));
        assertThrows(FormulaException.class, () -> parse("(".repeat(2000)));
        assertEquals(1000.0, parse("1" + "+1".repeat(999)).value(0.0, 0.0));
        assertEquals(666.0, parse("x" + "+x".repeat(665)).derivative("x").derivative("y").value(0, 0) + 666.0);
    }

    @Test
    void derivativesThatVanishAreTheConstantZero() {
        assertEquals(0.0, parse("cos(y)*3 + a").derivative("x").constant().orElseThrow());
        assertEquals(2.0, parse("x*y*2/y^0").derivative("x").derivative("y").constant().orElseThrow());
        assertTrue(parse("x*y").constant().isEmpty());
        assertThrows(Refusal.class, () -> parse("x").derivative("z"));
    }

    @Test
    void absHasAKinkWhereItsArgumentChangesSign() {
        Formula kinked = parse("abs(x - a) + abs(x^2) + 1");
        assertEquals(1, kinked.kinks().size());
        assertEquals(0.5, kinked.kinks().get(0), 1e-13);
        assertEquals(-1.0, parse("abs(x)").derivative("x").value(-2.0, 0.0));
        assertEquals(0.0, parse("abs(x)").derivative("x").value(0.0, 0.0));
        assertEquals(List.of(), parse("sqrt(x^2 + 1)").kinks());
        // The sign changes where there is no value, or none that is finite.
        assertEquals(0.0, parse("abs(2/x)").kinks().get(0), 1e-13);
        // The product of the values at two places underflows.
        assertEquals(0.0, parse("abs(x*1e-200)").kinks().get(0), 1e-13);
        assertEquals(0.0, parse("abs(x^3/x^2)").kinks().get(0), 1e-13);
        assertTrue(parse("abs(y)").kinks().get(0).isNaN());
    }

    @Test
    void profilesTakeFormulasOfXOnly() {
        Profile f = FormulaProfile.of(Formula.parse("1 + a*cos(x)", List.of("x"), PARAMETERS));
        assertEquals(1.0 + 0.5 * Math.cos(0.3), f.value(0.3));
        assertEquals(-0.5 * Math.sin(0.3), f.slope(0.3), 1e-16);
        assertEquals(-0.5 * Math.cos(0.3), f.curvature(0.3), 1e-16);
        assertEquals("1 + a*cos(x)", f.toString());
        assertThrows(Refusal.class, () -> FormulaProfile.of(parse("x")));
    }
}
