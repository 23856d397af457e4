package org.thalweg.trajectory.scheme;

import static org.thalweg.symbolic.Algebra.product;
import static org.thalweg.symbolic.Algebra.sum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.thalweg.symbolic.Expression;

/**
 * The step of {@link Schemes#STOCHASTIC_RUNGE_KUTTA}: with W = sqrt(h) N and Z the integral of the Brownian motion over
 * the step, Z = h^(3/2) (N + N'/sqrt(3)) / 2,
 * <pre>
 * H = x + 3/4 h b(x) + 3/2 s Z / h        x' = x + h (b(x) + 2 b(H)) / 3 + s W
 * </pre>
 */
final class StochasticRungeKutta {
    private StochasticRungeKutta() {}

    /** The step as expressions; the first white numbers are N, the second N'. */
    static StepMap compose(SdeExpressions sde, double step, Increments increments) {
        int dimension = sde.dimension();
        List<Expression> x = SdeExpressions.variables(0, dimension);
        List<Expression> first = SdeExpressions.variables(dimension, dimension);
        List<Expression> second = SdeExpressions.variables(2 * dimension, dimension);
        Expression root = new Expression.Constant(Math.sqrt(step));
        List<Expression> integral = new ArrayList<>();
        List<Expression> increment = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            Expression both = sum(first.get(i), product(new Expression.Constant(1.0 / Math.sqrt(3.0)), second.get(i)));
            integral.add(product(new Expression.Constant(0.75 * Math.sqrt(step)), both));
            increment.add(product(root, first.get(i)));
        }
        List<Expression> stage = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            stage.add(sum(sum(x.get(i), product(new Expression.Constant(0.75 * step), sde.drift().get(i))),
                    sde.diffuse(integral).get(i)));
        }
        List<Expression> driftThere = sde.driftAt(stage);
        List<Expression> next = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            Expression drift = sum(product(new Expression.Constant(step / 3.0), sde.drift().get(i)),
                    product(new Expression.Constant(2.0 * step / 3.0), driftThere.get(i)));
            next.add(sum(sum(x.get(i), drift), sde.diffuse(increment).get(i)));
        }
        return new StepMap(next, Collections.nCopies(2 * dimension, increments));
    }
}
