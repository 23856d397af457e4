package org.thalweg.model;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.model.formula.Formula;
import org.thalweg.model.formula.FormulaProfile;
import org.thalweg.model.profile.Profile;
import org.thalweg.symbolic.Curve;
import org.thalweg.symbolic.Expression;

/** Flatnesses and floors of the reference valleys in tests. */
public final class Profiles {
    /** F = 1 + cos(x)/2. */
    public static final Profile RING =
            of(x -> 1.0 + 0.5 * Math.cos(x), x -> -0.5 * Math.sin(x), x -> -0.5 * Math.cos(x));
    /** F = 1/2 + exp(-x^2/2). */
    public static final Profile BUMP = of(x -> 0.5 + Math.exp(-0.5 * x * x), x -> -x * Math.exp(-0.5 * x * x),
            x -> (x * x - 1.0) * Math.exp(-0.5 * x * x));
    /** F = sqrt(1 + x^2). */
    public static final Profile OPENING = of(x -> Math.sqrt(1.0 + x * x), x -> x / Math.sqrt(1.0 + x * x),
            x -> Math.pow(1.0 + x * x, -1.5));
    /** L0 = 0. */
    public static final Profile LEVEL = Profile.constant(0.0);

    private Profiles() {}

    /** A profile with its derivatives. */
    public static Profile of(DoubleUnaryOperator value, DoubleUnaryOperator slope, DoubleUnaryOperator curvature) {
        Curve curve = (order, x) -> switch (order) {
            case 0 -> value.applyAsDouble(x);
            case 1 -> slope.applyAsDouble(x);
            case 2 -> curvature.applyAsDouble(x);
            default -> throw new UnsupportedOperationException("derivative " + order + " of a test's profile");
        };
        return new Profile("given", new Expression.Reading(curve, 0, new Expression.Variable(0)), Profile.Traits.PLAIN);
    }

    /** F = 1 + a cos x. */
    public static Profile cosine(double a) {
        return formula("1 + " + a + "*cos(x)");
    }

    /** A formula of x. */
    public static Profile formula(String text) {
        return FormulaProfile.of(Formula.parse(text, List.of("x"), Map.of()));
    }

    /** L0 = eps x^2 / 2. */
    public static Profile parabola(double eps) {
        return of(x -> 0.5 * eps * x * x, x -> eps * x, x -> eps);
    }

    /** L0 = (eps/2) ln(1 + x^2). */
    public static Profile logWall(double eps) {
        return of(x -> 0.5 * eps * Math.log1p(x * x), x -> eps * x / (1.0 + x * x),
                x -> eps * (1.0 - x * x) / ((1.0 + x * x) * (1.0 + x * x)));
    }
}
