package org.thalweg.model.formula;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.thalweg.model.space.ByValue;
import org.thalweg.model.space.Frame;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Derivative;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Expression.Constant;
import org.thalweg.symbolic.Tape;

/**
 * A function written down by a user, such as {@code 1 + a*cos(x)}: its text, and what it means. Immutable.
 *
 * <p>Numbers, + - * / ^ (right-associative, stronger than a minus sign in front: -x^2 = -(x^2)), brackets, the
 * functions exp log sqrt sin cos tanh abs, pi, variables and named parameters. Small whole powers are products, so x^2
 * is exactly x*x. The derivative of abs is the sign of its argument, 0 at the kink.
 *
 * <p>Edge cases: arguments outside a function's domain give NaN, division by zero an infinity, as in IEEE 754.
 */
public final class Formula extends ByValue {
    private final String text;
    private final List<String> variables;
    private final Expression expression;
    private final Tape tape;

    private Formula(String text, List<String> variables, Expression expression, Tape tape) {
        this.text = text;
        this.variables = variables;
        this.expression = expression;
        this.tape = tape;
    }

    /**
     * Reads a formula.
     *
     * @param variables their names, in the order in which {@link #value} takes them
     * @param parameters named constants
     * @throws FormulaException with the column and a remedy, where the text is not a formula
     */
    public static Formula parse(String text, List<String> variables, Map<String, Double> parameters) {
        return compiled(text, List.copyOf(variables), new Parser(text, variables, parameters).parse());
    }

    /** A number as a formula of the given variables. */
    public static Formula constant(double value, List<String> variables) {
        return compiled(Double.toString(value), List.copyOf(variables), new Constant(value));
    }

    private static Formula compiled(String text, List<String> variables, Expression expression) {
        return new Formula(text, variables, expression, Tape.of(variables.size(), List.of(expression)));
    }

    /** The text it was read from. */
    public String text() {
        return text;
    }

    /** The names of the variables. */
    public List<String> variables() {
        return variables;
    }

    /** The meaning, simplified. */
    public Expression expression() {
        return expression;
    }

    /** The number, where the formula does not depend on its variables. */
    public OptionalDouble constant() {
        return expression instanceof Constant c ? OptionalDouble.of(c.value()) : OptionalDouble.empty();
    }

    /**
     * The value at a point.
     *
     * @param point one number for each variable; further ones are ignored; not modified
     */
    public double value(double... point) {
        double[] result = new double[1];
        tape.evaluate(point, result);
        return result[0];
    }

    /** The exact derivative by a variable. */
    public Formula derivative(String variable) {
        int index = variables.indexOf(variable);
        if (index < 0) {
            throw new Refusal("formula '" + text + "' has no variable '" + variable + "'; it has "
                    + variables);
        }
        return compiled("d/d" + variable + " (" + text + ")", variables, Derivative.of(expression, index));
    }

    /**
     * Where a derivative jumps because the argument of an abs changes its sign: values of the first variable, in
     * increasing order, and NaN last if there is an abs whose argument depends on another variable.
     */
    public List<Double> kinks() {
        return Kinks.of(expression);
    }

    /** The units that the formula is written in along a variable: the arguments of its functions and powers. */
    public List<Frame> frames(String variable) {
        return AffineParts.of(expression, variables.indexOf(variable));
    }

    @Override
    protected Object[] parts() {
        return new Object[] {text, variables, expression};
    }

    /** The formula's text. */
    @Override
    public String toString() {
        return text;
    }
}
