package org.thalweg.trajectory.scheme;

import static org.thalweg.symbolic.Algebra.difference;
import static org.thalweg.symbolic.Algebra.product;
import static org.thalweg.symbolic.Algebra.sum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;

/**
 * The step of {@link Schemes#WEAK_TAYLOR} (Kloeden and Platen, 14.2.7): with increments W_j = sqrt(h) N_j,
 * <pre>
 * x' = x + h b + h^2/2 L0 b + sum_j (s_j + h/2 (L0 s_j + Lj b)) W_j + 1/2 sum_jk Lj s_k (W_j W_k + V_jk)
 * </pre>
 * where V_jj = -h, and V_jk = -V_kj is h or -h, for pairs of noises that do not commute.
 */
public final class WeakTaylor {
    private final SdeExpressions sde;
    private final double step;
    private final List<Expression> white;
    private final List<Increments> laws;

    private WeakTaylor(SdeExpressions sde, double step, Increments increments) {
        this.sde = sde;
        this.step = step;
        this.white = SdeExpressions.variables(sde.dimension(), sde.dimension());
        this.laws = new ArrayList<>(Collections.nCopies(sde.dimension(), increments));
    }

    /** The step as expressions; signs of pairs come after the increments. */
    public static StepMap compose(SdeExpressions sde, double step, Increments increments) {
        return new WeakTaylor(sde, step, increments).map();
    }

    private StepMap map() {
        List<Expression> next = new ArrayList<>();
        for (int i = 0; i < sde.dimension(); i++) {
            Expression b = sde.drift().get(i);
            Expression moved = sum(sum(new Expression.Variable(i), product(constant(step), b)),
                    product(constant(0.5 * step * step), sde.generator(b)));
            for (int j = 0; j < sde.dimension(); j++) {
                Expression s = sde.amplitude(i, j);
                Expression correction = product(constant(0.5 * step), sum(sde.generator(s), sde.along(j, b)));
                moved = sum(moved, product(product(constant(Math.sqrt(step)), sum(s, correction)), white.get(j)));
                Expression square = difference(product(white.get(j), white.get(j)), Algebra.ONE);
                moved = sum(moved, product(product(constant(0.5 * step), sde.along(j, s)), square));
            }
            next.add(moved);
        }
        for (int j = 0; j < sde.dimension(); j++) {
            for (int k = 0; k < j; k++) {
                addPair(j, k, next);
            }
        }
        return new StepMap(next, laws);
    }

    /** The terms of two different noises. */
    private void addPair(int j, int k, List<Expression> next) {
        boolean commutes = true;
        for (int i = 0; i < sde.dimension(); i++) {
            commutes &= Algebra.isConstant(sde.along(j, sde.amplitude(i, k)), 0.0)
                    && Algebra.isConstant(sde.along(k, sde.amplitude(i, j)), 0.0);
        }
        if (commutes) {
            return;
        }
        Expression sign = new Expression.Variable(sde.dimension() + laws.size());
        laws.add(Increments.TWO_POINT);
        Expression both = product(white.get(j), white.get(k));
        for (int i = 0; i < sde.dimension(); i++) {
            Expression forth = product(sde.along(j, sde.amplitude(i, k)), sum(both, sign));
            Expression back = product(sde.along(k, sde.amplitude(i, j)), difference(both, sign));
            next.set(i, sum(next.get(i), product(constant(0.5 * step), sum(forth, back))));
        }
    }

    private static Expression constant(double value) {
        return new Expression.Constant(value);
    }
}
