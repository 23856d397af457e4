package org.thalweg.model;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Interval;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Operation;

/** F / sqrt(1 + w F^2): the inverse square root of the curvature 1/F^2 + w. */
record DecayedFlatness(Profile flatness, double decay) implements Profile {
    @Override
    public double value(double x) {
        double f = flatness.value(x);
        return f / Math.sqrt(1.0 + decay * f * f);
    }

    /** F' (1 + w F^2)^(-3/2). */
    @Override
    public double slope(double x) {
        double f = flatness.value(x);
        double root = Math.sqrt(1.0 + decay * f * f);
        return flatness.slope(x) / (root * root * root);
    }

    /** F'' (1 + w F^2)^(-3/2) - 3 w F F'^2 (1 + w F^2)^(-5/2). */
    @Override
    public double curvature(double x) {
        double f = flatness.value(x);
        double slope = flatness.slope(x);
        double square = 1.0 + decay * f * f;
        double cube = square * Math.sqrt(square);
        return (flatness.curvature(x) - 3.0 * decay * f * slope * slope / square) / cube;
    }

    @Override
    public List<Double> kinks() {
        return flatness.kinks();
    }

    @Override
    public Interval support() {
        return flatness.support();
    }

    @Override
    public Optional<Expression> expression() {
        return flatness.expression().map(f -> Algebra.quotient(f, Algebra.function(Operation.SQRT,
                Algebra.sum(Algebra.ONE, Algebra.product(new Expression.Constant(decay), Algebra.product(f, f))))));
    }

    @Override
    public String toString() {
        return "(" + flatness + ")/sqrt(1 + " + decay + "*(" + flatness + ")^2)";
    }
}
