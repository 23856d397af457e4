package org.thalweg.trajectory.scheme;

import static org.thalweg.symbolic.Algebra.difference;
import static org.thalweg.symbolic.Algebra.function;
import static org.thalweg.symbolic.Algebra.product;
import static org.thalweg.symbolic.Algebra.quotient;
import static org.thalweg.symbolic.Algebra.sum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.thalweg.model.ItoDiffusion;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Derivative;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Operation;
import org.thalweg.symbolic.Positive;
import org.thalweg.symbolic.Substitution;

/**
 * The step of {@link Schemes#VALLEY_SPLITTING} on L = L0(x) + sum_i y_i^2 / (2 F_i(x)^2), derived in
 * docs/theory/schemes.md.
 *
 * <p>Half a step of the floor alone, a whole step across at frozen x, half a step of the floor. Across, y is an
 * Ornstein-Uhlenbeck process of rate 1/F^2 and variance V = D_yy F^2, sampled exactly. What x feels of it, the integral
 * of y^2/F^2, is drawn so that its mean given either end of y, and its variance, are exact at any step. x is frozen at
 * the place where its mean motion brings it by the middle of the step.
 */
final class ValleySplitting {
    private static final Expression X = new Expression.Variable(0);

    private final ValleyShape shape;
    private final SdeExpressions sde;
    private final Interval along;
    private final double step;
    private final int directions;
    /** Without a gradient of the noise along the valley, half a step of it and what x feels are drawn together. */
    private final boolean constantAlong;

    private ValleySplitting(ValleyShape shape, SdeExpressions sde, Interval along, double step) {
        this.shape = shape;
        this.sde = sde;
        this.along = along;
        this.step = step;
        this.directions = shape.sharpDirections();
        this.constantAlong = sde.amplitude(0, 0) instanceof Expression.Constant;
    }

    /**
     * The refusal where the diffusion is not a valley with diagonal noise that varies along x at most, or x
     * can be absorbed.
     *
     * @param unwritten what is against the diffusion as formulas, asked once the valley is there
     */
    static Optional<Refusal> refuses(ItoDiffusion diffusion, Domain domain, Optional<Refusal> unwritten) {
        if (diffusion.valley().isEmpty()) {
            return Optional.of(refusal("needs the loss to be a valley L0(x) + sum of y^2/(2 F(x)^2)",
                    Schemes.DRIFT_IMPLICIT));
        }
        if (unwritten.isPresent()) {
            return unwritten;
        }
        SdeExpressions sde = Schemes.expressions(diffusion);
        for (int i = 0; i < sde.dimension(); i++) {
            for (int j = 0; j < sde.dimension(); j++) {
                boolean fits = i == j
                        ? List.of(0).containsAll(Substitution.variables(sde.amplitude(i, j)))
                        : Algebra.isConstant(sde.amplitude(i, j), 0.0);
                if (!fits) {
                    return Optional.of(
                            refusal("needs diagonal noise that varies along x at most", Schemes.EULER_MARUYAMA));
                }
            }
        }
        return domain.along().boundary() != Boundary.ABSORBING ? Optional.empty() : Optional.of(refusal(
                "takes steps so long that it would miss excursions over an absorbing end of x",
                Schemes.EULER_MARUYAMA));
    }

    /** The step as expressions. */
    static StepMap compose(ItoDiffusion diffusion, Domain domain, double step, Increments increments) {
        return new ValleySplitting(diffusion.valley().orElseThrow(), Schemes.expressions(diffusion), domain.along(),
                step).map(increments);
    }

    private static Refusal refusal(String why, Schemes remedy) {
        return new Refusal(
                "scheme " + Schemes.VALLEY_SPLITTING.key() + " " + why + "; use " + remedy.key());
    }

    private StepMap map(Increments increments) {
        int firstWhite = directions + 1;
        Expression before = new Expression.Variable(firstWhite);
        Expression after = new Expression.Variable(firstWhite + 1);
        List<Expression> across = SdeExpressions.variables(firstWhite + 2, directions);
        Expression felt = new Expression.Variable(firstWhite + 2 + directions);
        double half = 0.5 * step;
        Expression middle = folded(diffused(slid(X, half), before, half));
        Expression frozen = folded(sum(middle, predicted(middle)));
        List<Expression> next = new ArrayList<>();
        Expression kick = Algebra.ZERO;
        Expression variance = Algebra.ZERO;
        for (int i = 1; i <= directions; i++) {
            Across a = new Across(i, frozen);
            Expression y = new Expression.Variable(i);
            Expression moved = sum(product(a.decay, y), product(a.deviation(), across.get(i - 1)));
            next.add(moved);
            kick = sum(kick, a.kick(y, moved));
            variance = sum(variance, a.kickVariance());
        }
        Expression kicked = sum(middle, kick);
        Expression moved;
        if (constantAlong) {
            Expression ownVariance = product(constant(half), product(sde.amplitude(0, 0), sde.amplitude(0, 0)));
            moved = sum(kicked, product(function(Operation.SQRT, sum(ownVariance, variance)), after));
        } else {
            kicked = folded(sum(kicked, product(function(Operation.SQRT, variance), felt)));
            moved = diffused(kicked, after, half);
        }
        next.add(0, slid(isFlat() ? moved : folded(moved), half));
        return new StepMap(next, Collections.nCopies(directions + (constantAlong ? 2 : 3), increments));
    }

    private boolean isFlat() {
        return Algebra.isConstant(floorSlope(), 0.0);
    }

    private Expression floorSlope() {
        return Derivative.of(shape.floor().expression(), 0);
    }

    /**
     * The flow of dx = -L0'(x) dt to second order: b t / (1 - z/2 + z^2/8) with z = b' t, which is b (e^z - 1) / b' up
     * to z^2 and neither overshoots where the floor is stiff nor has a pole.
     */
    private Expression slid(Expression x, double time) {
        Expression velocity = Algebra.negation(floorSlope());
        Expression z = product(constant(time), Derivative.of(velocity, 0));
        Expression denominator = sum(difference(Algebra.ONE, product(constant(0.5), z)),
                product(constant(0.125), product(z, z)));
        Expression moved = quotient(product(constant(time), velocity), denominator);
        return sum(x, Substitution.of(moved, List.of(x)));
    }

    /** dx = s(x) dW by the simplified Taylor scheme of weak order 2 (Kloeden and Platen, 14.2.1-2, without drift). */
    private Expression diffused(Expression x, Expression white, double time) {
        Expression s = sde.amplitude(0, 0);
        Expression slope = Derivative.of(s, 0);
        Expression curvature = Derivative.of(slope, 0);
        double root = Math.sqrt(time);
        Expression first = product(product(constant(root), s), white);
        Expression second = product(product(constant(0.5 * time), product(s, slope)),
                difference(product(white, white), Algebra.ONE));
        Expression third = product(product(constant(0.25 * time * root), product(product(s, s), curvature)), white);
        return sum(x, Substitution.of(sum(sum(first, second), third), List.of(x)));
    }

    /** About how far y moves x on the mean in half a step, to first order in the step and bounded for a long one. */
    private Expression predicted(Expression x) {
        Expression shift = Algebra.ZERO;
        for (int i = 1; i <= directions; i++) {
            Expression flatness = flatness(i);
            Expression y = new Expression.Variable(i);
            Expression s = sde.amplitude(i, i);
            Expression mean = sum(product(y, y), product(constant(0.5 * step), product(s, s)));
            Expression weight = product(constant(0.5 * step), Positive.logarithmicDerivative(flatness, 0));
            shift = sum(shift, quotient(product(at(x, weight), at(x, mean, i)),
                    sum(at(x, Positive.square(flatness)), constant(step))));
        }
        return shift;
    }

    private Expression flatness(int direction) {
        return shape.flatness().get(direction - 1).expression();
    }

    /** Mirrored at reflecting ends, once: beyond them the formulas need not mean anything. */
    private Expression folded(Expression x) {
        if (along.boundary() != Boundary.REFLECTING) {
            return x;
        }
        Expression from = constant(along.from());
        Expression to = constant(along.to());
        Expression mirrored = sum(from, function(Operation.ABS, difference(x, from)));
        return difference(to, function(Operation.ABS, difference(to, mirrored)));
    }

    private static Expression at(Expression x, Expression formula) {
        return Substitution.of(formula, List.of(x));
    }

    /** A formula that refers to x, which is moved, and to the coordinates across, which stay. */
    private static Expression at(Expression x, Expression formula, int lastCoordinate) {
        List<Expression> point = new ArrayList<>(List.of(x));
        point.addAll(SdeExpressions.variables(1, lastCoordinate));
        return Substitution.of(formula, point);
    }

    private static Expression constant(double value) {
        return new Expression.Constant(value);
    }

    /** One sharp direction at frozen x: with tau = h/F^2, r = exp(-tau) and T = tanh(tau). */
    private final class Across {
        /** F'/F. */
        private final Expression push;
        /** D_yy h = V tau. */
        private final Expression gathered;
        /** V. */
        private final Expression variance;
        /** r. */
        private final Expression decay;
        /** r^2. */
        private final Expression decaySquared;
        /** T. */
        private final Expression weight;
        /** (F'/F)'. */
        private final Expression bend;
        /** tau. */
        private final Expression relaxations;
        /** 1 plus the weight tau / (1 + tau) that the predictor gives to y^2. */
        private final Expression predictorWeight;
        /**
         * w, what freezing x takes from the variance of y, in units of 2 V (F'/F)^2: O(tau^2), and 1 for a long step.
         */
        private final Expression freezing;

        Across(int direction, Expression x) {
            Expression s = at(x, sde.amplitude(direction, direction));
            Expression square = at(x, Positive.square(flatness(direction)));
            Expression logSlope = Positive.logarithmicDerivative(flatness(direction), 0);
            this.push = at(x, logSlope);
            this.bend = at(x, Derivative.of(logSlope, 0));
            this.relaxations = quotient(constant(step), square);
            this.gathered = product(constant(0.5 * step), product(s, s));
            this.variance = product(product(constant(0.5), product(s, s)), square);
            this.decay = function(Operation.EXP, Algebra.negation(relaxations));
            this.decaySquared = product(decay, decay);
            this.weight = quotient(difference(Algebra.ONE, decaySquared), sum(Algebra.ONE, decaySquared));
            this.predictorWeight = sum(Algebra.ONE, quotient(constant(step), sum(square, constant(step))));
            Expression kept = product(constant(2.0), product(relaxations, product(decaySquared, predictorWeight)));
            this.freezing = difference(Algebra.ONE, quotient(kept, difference(Algebra.ONE, decaySquared)));
        }

        /** The standard deviation of y after the step, given y before it: sqrt(V (1 - r^2) (1 + 2 (F'/F)^2 V w)). */
        Expression deviation() {
            Expression feedback = product(product(push, push), product(variance, freezing));
            return function(Operation.SQRT, product(product(variance, difference(Algebra.ONE, decaySquared)),
                    sum(Algebra.ONE, product(constant(2.0), feedback))));
        }

        /**
         * The mean of what x feels, given y at both ends: F'/F (V (tau - T) + T (y0^2 + y1^2) / 2), and what the
         * freezing of x leaves out of it.
         */
        Expression kick(Expression y, Expression moved) {
            Expression ends = product(constant(0.5), sum(product(y, y), product(moved, moved)));
            Expression atFrozen = sum(gathered, product(weight, difference(ends, variance)));
            return product(push, sum(atFrozen, product(product(variance, variance), leftOut())));
        }

        /** (F'/F)' (tau - (1 - r^2) (1 + tau/(1 + tau)) / 2) - 2 (F'/F)^2 w T, all O(tau^3). */
        private Expression leftOut() {
            Expression felt = product(constant(0.5), product(difference(Algebra.ONE, decaySquared), predictorWeight));
            Expression turning = product(bend, difference(relaxations, felt));
            return difference(turning, product(product(constant(2.0), product(push, push)),
                    product(freezing, weight)));
        }

        /**
         * The variance about it: (F'/F)^2 V^2 2 (tau - T). By rounding the difference may be negative where tau &lt;
         * 1e-8; its size is right.
         */
        Expression kickVariance() {
            Expression scaled = product(push, push);
            Expression difference = difference(gathered, product(weight, variance));
            return product(product(constant(2.0), scaled),
                    function(Operation.ABS, product(variance, difference)));
        }
    }
}
