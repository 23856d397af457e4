package org.thalweg.trajectory.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.model.ItoDiffusion;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Derivative;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Substitution;

/**
 * Drift b and amplitude s of a diffusion as expressions of its coordinates, and the operators that expansions of its
 * solution are made of (Kloeden and Platen, section 5.3, in the notation of Ito).
 *
 * @param drift b_i
 * @param amplitude s_ij, row by row
 */
public record SdeExpressions(List<Expression> drift, List<List<Expression>> amplitude) {
    /** The expressions of a diffusion, where it can write them down. */
    public static Optional<SdeExpressions> of(ItoDiffusion diffusion) {
        int dimension = diffusion.dimension();
        Optional<List<Expression>> drift = diffusion.driftExpressions();
        Optional<List<Expression>> kick = diffusion.diffuse(CompiledStep.white(dimension));
        if (drift.isEmpty() || kick.isEmpty()) {
            return Optional.empty();
        }
        List<List<Expression>> amplitude = new ArrayList<>();
        for (Expression displacement : kick.get()) {
            List<Expression> row = new ArrayList<>();
            for (int j = 0; j < dimension; j++) {
                row.add(Derivative.of(displacement, dimension + j));
            }
            amplitude.add(row);
        }
        return Optional.of(new SdeExpressions(drift.get(), amplitude));
    }

    int dimension() {
        return drift.size();
    }

    /** s_ij. */
    Expression amplitude(int i, int j) {
        return amplitude.get(i).get(j);
    }

    /** The drift at another point than the coordinates themselves. */
    List<Expression> driftAt(List<Expression> point) {
        return drift.stream().map(b -> Substitution.of(b, point)).toList();
    }

    /** s(theta) times a vector. */
    List<Expression> diffuse(List<Expression> vector) {
        List<Expression> displaced = new ArrayList<>();
        for (List<Expression> row : amplitude) {
            Expression sum = Algebra.ZERO;
            for (int j = 0; j < row.size(); j++) {
                sum = Algebra.sum(sum, Algebra.product(row.get(j), vector.get(j)));
            }
            displaced.add(sum);
        }
        return displaced;
    }

    /** L^0 f = sum_i b_i d_i f + 1/2 sum_ij (s s^T)_ij d_i d_j f: the rate at which the mean of f changes. */
    public Expression generator(Expression f) {
        Expression sum = Algebra.ZERO;
        for (int i = 0; i < dimension(); i++) {
            sum = Algebra.sum(sum, Algebra.product(drift.get(i), Derivative.of(f, i)));
        }
        for (int j = 0; j < dimension(); j++) {
            // 1/2 sum_ik s_ij s_kj d_i d_k f: the second derivative along column j, of s held fixed.
            for (int i = 0; i < dimension(); i++) {
                Expression first = Derivative.of(f, i);
                for (int k = 0; k < dimension(); k++) {
                    Expression pair = Algebra.product(amplitude(i, j), amplitude(k, j));
                    sum = Algebra.sum(sum, Algebra.product(new Expression.Constant(0.5),
                            Algebra.product(pair, Derivative.of(first, k))));
                }
            }
        }
        return sum;
    }

    /** L^j f = sum_i s_ij d_i f: by how much noise j moves f. */
    Expression along(int j, Expression f) {
        Expression sum = Algebra.ZERO;
        for (int i = 0; i < dimension(); i++) {
            sum = Algebra.sum(sum, Algebra.product(amplitude(i, j), Derivative.of(f, i)));
        }
        return sum;
    }

    /** The first {@code count} variables from {@code first} on. */
    static List<Expression> variables(int first, int count) {
        List<Expression> variables = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            variables.add(new Expression.Variable(first + i));
        }
        return variables;
    }
}
