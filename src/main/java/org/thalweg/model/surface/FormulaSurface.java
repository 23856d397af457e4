package org.thalweg.model.surface;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thalweg.model.Frame;
import org.thalweg.model.Landmarks;
import org.thalweg.model.LossSurface;
import org.thalweg.model.SurfaceKernel;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Formula;
import org.thalweg.model.formula.Key;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Derivative;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Tape;
import org.thalweg.symbolic.TapeKernel;

/**
 * Any surface of x and y that can be written down, with exact gradient and Hessian.
 *
 * <p>Edge cases: where the formula has an abs whose argument depends on y, {@link #landmarks()} lists the kink NaN,
 * since it is not at one x; so {@link Landmarks#smooth()} tells the truth.
 */
public final class FormulaSurface implements LossSurface {
    /** Name and keys in model files. */
    public static final SurfaceKind KIND = new SurfaceKind("formula",
            "any surface of x and y, differentiated exactly",
            List.of(Key.required("value", Key.Type.FORMULA_OF_X_AND_Y, "the loss L(x, y)")),
            "{kind: formula, value: \"x^2*y^2/2 + 0.1*x^2\"}",
            FormulaSurface::read);

    private static final List<String> COORDINATES = List.of("x", "y");

    private final Formula formula;
    private final Tape gradient;
    private final Tape hessian;

    private FormulaSurface(Formula formula, Tape gradient, Tape hessian) {
        this.formula = formula;
        this.gradient = gradient;
        this.hessian = hessian;
    }

    /** The surface of a formula whose variables are x and y. */
    public static FormulaSurface of(Formula value) {
        if (!value.variables().equals(COORDINATES)) {
            throw new Refusal("surface '" + value + "' has the variables " + value.variables()
                    + "; it must have x and y");
        }
        Formula byX = value.derivative("x");
        Formula byY = value.derivative("y");
        return new FormulaSurface(value, tape(byX, byY),
                tape(byX.derivative("x"), byX.derivative("y"), byY.derivative("y")));
    }

    private static Optional<LossSurface> read(Fields fields) {
        Formula value = fields.formula("value", COORDINATES);
        return fields.sound() ? Optional.of(of(value)) : Optional.empty();
    }

    private static Tape tape(Formula... outputs) {
        return Tape.of(2, Stream.of(outputs).map(Formula::expression).collect(Collectors.toList()));
    }

    @Override
    public List<String> coordinates() {
        return COORDINATES;
    }

    @Override
    public double value(double[] theta) {
        return formula.value(theta);
    }

    @Override
    public void gradient(double[] theta, double[] result) {
        gradient.evaluate(theta, result);
    }

    @Override
    public void hessian(double[] theta, double[][] result) {
        double[] entries = new double[3];
        hessian.evaluate(theta, entries);
        result[0][0] = entries[0];
        result[0][1] = entries[1];
        result[1][0] = entries[1];
        result[1][1] = entries[2];
    }

    @Override
    public Frame frame(int i) {
        return Frame.around(formula.frames(COORDINATES.get(i)));
    }

    @Override
    public Landmarks landmarks() {
        return new Landmarks(List.of(), formula.kinks());
    }

    @Override
    public Optional<List<Expression>> gradientExpressions() {
        return Optional.of(List.of(
                Derivative.of(formula.expression(), 0), Derivative.of(formula.expression(), 1)));
    }

    @Override
    public SurfaceKernel bind(int capacity) {
        TapeKernel valueKernel = tape(formula).bind(capacity);
        TapeKernel gradientKernel = gradient.bind(capacity);
        double[][] valueRow = new double[1][];
        return new SurfaceKernel() {
            @Override
            public void value(double[][] theta, int count, double[] value) {
                valueRow[0] = value;
                valueKernel.evaluate(theta, count, valueRow);
            }

            @Override
            public void gradient(double[][] theta, int count, double[][] result) {
                gradientKernel.evaluate(theta, count, result);
            }
        };
    }

    /** The formula. */
    @Override
    public String toString() {
        return "L(x, y) = " + formula;
    }
}
