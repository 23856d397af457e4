package org.thalweg.model;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Interval;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;

/** L0(x) + w x^2 / 2. */
record DecayedFloor(Profile floor, double decay) implements Profile {
    @Override
    public double value(double x) {
        return floor.value(x) + 0.5 * decay * x * x;
    }

    @Override
    public double slope(double x) {
        return floor.slope(x) + decay * x;
    }

    @Override
    public double curvature(double x) {
        return floor.curvature(x) + decay;
    }

    @Override
    public List<Double> kinks() {
        return floor.kinks();
    }

    @Override
    public Interval support() {
        return floor.support();
    }

    @Override
    public Optional<Expression> expression() {
        Expression x = new Expression.Variable(0);
        return floor.expression().map(f -> Algebra.sum(f,
                Algebra.product(new Expression.Constant(0.5 * decay), Algebra.product(x, x))));
    }

    @Override
    public String toString() {
        return floor + " + " + 0.5 * decay + "*x^2";
    }
}
