package org.thalweg.model.formula;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.profile.ProfileKernel;
import org.thalweg.model.space.ByValue;
import org.thalweg.model.space.Frame;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Tape;
import org.thalweg.symbolic.TapeKernel;

/** A {@link Profile} given by a formula of x, with exact derivatives. */
public final class FormulaProfile extends ByValue implements Profile {
    private final Formula value;
    private final Formula slope;
    private final Formula curvature;
    private final Tape valueAndSlope;

    private FormulaProfile(Formula value, Formula slope, Formula curvature, Tape valueAndSlope) {
        this.value = value;
        this.slope = slope;
        this.curvature = curvature;
        this.valueAndSlope = valueAndSlope;
    }

    /** The profile of a formula whose only variable is x. */
    public static FormulaProfile of(Formula formula) {
        if (!formula.variables().equals(List.of("x"))) {
            throw new Refusal("profile '" + formula + "' has the variables " + formula.variables()
                    + "; it must have x only");
        }
        Formula slope = formula.derivative("x");
        Tape tape = Tape.of(1, List.of(formula.expression(), slope.expression()));
        return new FormulaProfile(formula, slope, slope.derivative("x"), tape);
    }

    @Override
    public double value(double x) {
        return value.value(x);
    }

    @Override
    public double slope(double x) {
        return slope.value(x);
    }

    @Override
    public double curvature(double x) {
        return curvature.value(x);
    }

    @Override
    public List<Double> kinks() {
        return value.kinks();
    }

    @Override
    public List<Frame> frames() {
        return value.frames("x");
    }

    @Override
    public Optional<Expression> expression() {
        return Optional.of(value.expression());
    }

    @Override
    public ProfileKernel bind(int capacity) {
        TapeKernel kernel = valueAndSlope.bind(capacity);
        double[][] inputs = new double[1][];
        double[][] outputs = new double[2][];
        return (x, count, values, slopes) -> {
            inputs[0] = x;
            outputs[0] = values;
            outputs[1] = slopes;
            kernel.evaluate(inputs, count, outputs);
        };
    }

    @Override
    protected Object[] parts() {
        return new Object[] {value};
    }

    /** The formula's text. */
    @Override
    public String toString() {
        return value.text();
    }
}
