package org.thalweg.model.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Interval;
import org.thalweg.model.space.Landmarks;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Operation;
import org.thalweg.symbolic.Positive;

/**
 * The loss that SGD with weight decay descends, L + (w/2) |theta|^2. A valley stays one: its floor gains w x^2 / 2 and
 * its flatness becomes F / sqrt(1 + w F^2), since the curvature across rises by w.
 *
 * <p>w theta is added by hand to what the loss says, since the loss of a network has no expression to add it to.
 *
 * @param loss L
 * @param decay w &gt; 0
 */
public record DecayedLoss(LossSurface loss, double decay) implements LossSurface {
    /**
     * Refuses what has no origin or changes by itself.
     *
     * @throws Refusal where the loss changes with time or falls for ever beyond a ridge
     */
    public DecayedLoss {
        if (loss.timeDependent() || !loss.basin().equals(Interval.LINE)) {
            throw new Refusal("weight decay on a loss that "
                    + (loss.timeDependent() ? "changes with time" : "falls for ever beyond a ridge")
                    + " is known to literal SGD only; use `thalweg simulate --dynamics sgd --time T`");
        }
    }

    @Override
    public List<String> coordinates() {
        return loss.coordinates();
    }

    @Override
    public double value(double[] theta) {
        double square = 0.0;
        for (double t : theta) {
            square += t * t;
        }
        return loss.value(theta) + 0.5 * decay * square;
    }

    @Override
    public void gradient(double[] theta, double[] gradient) {
        loss.gradient(theta, gradient);
        for (int i = 0; i < theta.length; i++) {
            gradient[i] += decay * theta[i];
        }
    }

    @Override
    public void hessian(double[] theta, double[][] hessian) {
        loss.hessian(theta, hessian);
        for (int i = 0; i < theta.length; i++) {
            hessian[i][i] += decay;
        }
    }

    /** The kinks stay where they are; the minima move, and are not followed. */
    @Override
    public Landmarks landmarks() {
        return new Landmarks(List.of(), loss.landmarks().kinks());
    }

    @Override
    public Geometry geometry() {
        if (!(loss.geometry() instanceof Geometry.Valley valley)) {
            return loss.geometry();
        }
        Profile floor = valley.floor().floor();
        return new Geometry.Valley(new ValleyShape(
                floor.to(floor + " + " + 0.5 * decay + "*x^2", Algebra.sum(
                        floor.expression(), Algebra.product(new Expression.Constant(0.5 * decay),
                                Algebra.power(new Expression.Variable(0), new Expression.Constant(2.0))))),
                valley.floor().flatness().stream().map(this::flattened).toList()));
    }

    private Profile flattened(Profile flatness) {
        Expression curvature = Algebra.sum(Algebra.ONE, Algebra.product(
                new Expression.Constant(decay), Positive.square(flatness.expression())));
        return flatness.to("(" + flatness + ")/sqrt(1 + " + decay + "*(" + flatness + ")^2)",
                Algebra.quotient(flatness.expression(), Algebra.function(Operation.SQRT, curvature)));
    }

    @Override
    public List<PathQuantity> pathQuantities() {
        return loss.pathQuantities();
    }

    @Override
    public Optional<List<Expression>> gradientExpressions() {
        return loss.gradientExpressions().map(gradient -> {
            List<Expression> pulled = new ArrayList<>();
            for (int i = 0; i < gradient.size(); i++) {
                pulled.add(Algebra.sum(gradient.get(i),
                        Algebra.product(new Expression.Constant(decay), new Expression.Variable(i))));
            }
            return pulled;
        });
    }

    /** The loss and its decay. */
    @Override
    public String toString() {
        return loss + " with weight decay " + decay;
    }
}
