package org.thalweg.model.profile;

import java.util.Arrays;
import java.util.Optional;
import org.thalweg.symbolic.Expression;

/** A profile that has the same value everywhere. */
record ConstantProfile(double constant) implements Profile {
    @Override
    public double value(double x) {
        return constant;
    }

    @Override
    public double slope(double x) {
        return 0.0;
    }

    @Override
    public double curvature(double x) {
        return 0.0;
    }

    @Override
    public Optional<Expression> expression() {
        return Optional.of(new Expression.Constant(constant));
    }

    @Override
    public ProfileKernel bind(int capacity) {
        return (x, count, value, slope) -> {
            Arrays.fill(value, 0, count, constant);
            Arrays.fill(slope, 0, count, 0.0);
        };
    }

    @Override
    public String toString() {
        return Double.toString(constant);
    }
}
