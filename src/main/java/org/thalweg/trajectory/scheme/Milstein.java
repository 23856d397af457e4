package org.thalweg.trajectory.scheme;

import static org.thalweg.symbolic.Algebra.difference;
import static org.thalweg.symbolic.Algebra.product;
import static org.thalweg.symbolic.Algebra.sum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Derivative;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Substitution;

/** The step of {@link Schemes#MILSTEIN}. */
final class Milstein {
    private Milstein() {}

    /**
     * The refusal where an amplitude depends on another coordinate than its own: then the area between two Brownian
     * motions enters, which no sample of their increments has.
     */
    static Optional<Refusal> refuses(SdeExpressions sde) {
        for (int i = 0; i < sde.dimension(); i++) {
            for (int j = 0; j < sde.dimension(); j++) {
                Set<Integer> variables = Substitution.variables(sde.amplitude(i, j));
                if (i == j ? !Set.of(i).containsAll(variables) : !Algebra.isConstant(sde.amplitude(i, j), 0.0)) {
                    return Optional.of(new Refusal("scheme " + Schemes.MILSTEIN.key() + " needs diagonal noise"
                            + " whose amplitude in each coordinate depends on that coordinate alone; use "
                            + Schemes.WEAK_TAYLOR.key() + " for means, " + Schemes.EULER_MARUYAMA.key()
                            + " for paths"));
                }
            }
        }
        return Optional.empty();
    }

    /** The step as expressions. */
    static StepMap compose(SdeExpressions sde, double step, Increments increments) {
        int dimension = sde.dimension();
        List<Expression> white = SdeExpressions.variables(dimension, dimension);
        List<Expression> next = new ArrayList<>(EulerMaruyama.compose(sde, step, increments).next());
        for (int i = 0; i < dimension; i++) {
            Expression s = sde.amplitude(i, i);
            Expression gradient = product(new Expression.Constant(0.5 * step), product(s, Derivative.of(s, i)));
            Expression square = product(white.get(i), white.get(i));
            next.set(i, sum(next.get(i), product(gradient, difference(square, Algebra.ONE))));
        }
        return new StepMap(next, Collections.nCopies(dimension, increments));
    }
}
