package org.thalweg.model.surface;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Formula;
import org.thalweg.model.formula.Key;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.space.Frame;
import org.thalweg.model.space.Landmarks;
import org.thalweg.refusal.Refusal;

/**
 * Any surface of x and y that can be written down, with exact gradient and Hessian.
 *
 * <p>Edge cases: where the formula has an abs whose argument depends on y, {@link #landmarks()} lists the kink NaN,
 * since it is not at one x; so {@link Landmarks#smooth()} tells the truth.
 */
public final class FormulaSurface extends WrittenSurface {
    /** Name and keys in model files. */
    public static final SurfaceKind KIND = new SurfaceKind("formula",
            "any surface of x and y, differentiated exactly",
            List.of(Key.required("value", Key.Type.FORMULA_OF_X_AND_Y, "the loss L(x, y)")),
            "{kind: formula, value: \"x^2*y^2/2 + 0.1*x^2\"}",
            FormulaSurface::read);

    private static final List<String> COORDINATES = List.of("x", "y");

    private final Formula formula;

    private FormulaSurface(Formula formula) {
        super(COORDINATES, List.of(formula.expression()));
        this.formula = formula;
    }

    /** The surface of a formula whose variables are x and y. */
    public static FormulaSurface of(Formula value) {
        if (!value.variables().equals(COORDINATES)) {
            throw new Refusal("surface '" + value + "' has the variables " + value.variables()
                    + "; it must have x and y");
        }
        return new FormulaSurface(value);
    }

    private static Optional<LossSurface> read(Fields fields) {
        Formula value = fields.formula("value", COORDINATES);
        return fields.sound() ? Optional.of(of(value)) : Optional.empty();
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
    protected Object[] parts() {
        return new Object[] {formula};
    }

    /** The formula. */
    @Override
    public String toString() {
        return "L(x, y) = " + formula;
    }
}
