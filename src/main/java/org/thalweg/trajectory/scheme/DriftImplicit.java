package org.thalweg.trajectory.scheme;

import static org.thalweg.symbolic.Algebra.difference;
import static org.thalweg.symbolic.Algebra.function;
import static org.thalweg.symbolic.Algebra.negation;
import static org.thalweg.symbolic.Algebra.product;
import static org.thalweg.symbolic.Algebra.quotient;
import static org.thalweg.symbolic.Algebra.sum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Derivative;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Operation;

/**
 * The step of {@link Schemes#DRIFT_IMPLICIT}: x' = x + h (b(x) + b(x')) / 2 + s(x) W by two Newton iterations from x' =
 * x, with the matrix M = 1 + h A / 2 both times.
 *
 * <p>A stands for the Hessian -b'. In two coordinates it is the Hessian, shifted by its negative eigenvalue if it has
 * one; in more, the positive part of its diagonal, for surfaces whose stiff directions are coordinates. Either is
 * positive semi-definite, so that M has no small eigenvalue wherever the surface is concave.
 */
final class DriftImplicit {
    private final SdeExpressions sde;
    private final double step;

    private DriftImplicit(SdeExpressions sde, double step) {
        this.sde = sde;
        this.step = step;
    }

    /** The step as expressions. */
    static StepMap compose(SdeExpressions sde, double step, Increments increments) {
        return new DriftImplicit(sde, step).map(increments);
    }

    private StepMap map(Increments increments) {
        int dimension = sde.dimension();
        List<Expression> x = SdeExpressions.variables(0, dimension);
        List<Expression> kick = sde.diffuse(SdeExpressions.variables(dimension, dimension));
        List<List<Expression>> stiffness = stiffness();
        List<Expression> free = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            free.add(sum(product(constant(step), sde.drift().get(i)),
                    product(constant(Math.sqrt(step)), kick.get(i))));
        }
        List<Expression> first = solve(stiffness, free);
        List<Expression> there = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            there.add(sum(x.get(i), first.get(i)));
        }
        List<Expression> driftThere = sde.driftAt(there);
        List<Expression> residual = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            Expression change = difference(driftThere.get(i), sde.drift().get(i));
            for (int j = 0; j < dimension; j++) {
                change = sum(change, product(stiffness.get(i).get(j), first.get(j)));
            }
            residual.add(product(constant(0.5 * step), change));
        }
        List<Expression> second = solve(stiffness, residual);
        List<Expression> next = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            next.add(sum(there.get(i), second.get(i)));
        }
        return new StepMap(next, Collections.nCopies(dimension, increments));
    }

    private List<List<Expression>> stiffness() {
        int dimension = sde.dimension();
        if (dimension == 2) {
            Expression p = curvature(0, 0);
            Expression q = curvature(1, 1);
            Expression r = product(constant(0.5), sum(curvature(0, 1), curvature(1, 0)));
            Expression gap = product(constant(0.5), difference(p, q));
            Expression lowest = difference(product(constant(0.5), sum(p, q)),
                    function(Operation.SQRT, sum(product(gap, gap), product(r, r))));
            Expression shift = positivePart(negation(lowest));
            return List.of(List.of(sum(p, shift), r), List.of(r, sum(q, shift)));
        }
        List<List<Expression>> rows = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            List<Expression> row = new ArrayList<>(Collections.nCopies(dimension, Algebra.ZERO));
            row.set(i, positivePart(curvature(i, i)));
            rows.add(row);
        }
        return rows;
    }

    private Expression curvature(int i, int j) {
        return negation(Derivative.of(sde.drift().get(i), j));
    }

    private static Expression positivePart(Expression a) {
        return product(constant(0.5), sum(a, function(Operation.ABS, a)));
    }

    /** (1 + h A / 2)^-1 times a vector: two coordinates, or a diagonal A. */
    private List<Expression> solve(List<List<Expression>> stiffness, List<Expression> vector) {
        List<Expression> diagonal = new ArrayList<>();
        for (int i = 0; i < vector.size(); i++) {
            diagonal.add(sum(Algebra.ONE, product(constant(0.5 * step), stiffness.get(i).get(i))));
        }
        if (vector.size() == 2) {
            Expression off = product(constant(0.5 * step), stiffness.get(0).get(1));
            Expression determinant = difference(product(diagonal.get(0), diagonal.get(1)), product(off, off));
            return List.of(
                    quotient(difference(product(diagonal.get(1), vector.get(0)), product(off, vector.get(1))),
                            determinant),
                    quotient(difference(product(diagonal.get(0), vector.get(1)), product(off, vector.get(0))),
                            determinant));
        }
        List<Expression> solution = new ArrayList<>();
        for (int i = 0; i < vector.size(); i++) {
            solution.add(quotient(vector.get(i), diagonal.get(i)));
        }
        return solution;
    }

    private static Expression constant(double value) {
        return new Expression.Constant(value);
    }
}
