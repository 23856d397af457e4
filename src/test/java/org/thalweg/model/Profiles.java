package org.thalweg.model;

import java.util.function.DoubleUnaryOperator;
import org.thalweg.model.profile.Profile;

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
        return new Profile() {
            @Override
            public double value(double x) {
                return value.applyAsDouble(x);
            }

            @Override
            public double slope(double x) {
                return slope.applyAsDouble(x);
            }

            @Override
            public double curvature(double x) {
                return curvature.applyAsDouble(x);
            }
        };
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
