package org.thalweg.model.noise;

import static org.thalweg.symbolic.Algebra.difference;
import static org.thalweg.symbolic.Algebra.function;
import static org.thalweg.symbolic.Algebra.power;
import static org.thalweg.symbolic.Algebra.product;
import static org.thalweg.symbolic.Algebra.quotient;
import static org.thalweg.symbolic.Algebra.sum;

import java.util.List;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Expression.Constant;
import org.thalweg.symbolic.Operation;

/**
 * The symmetric square root of factor * H+^p + floor for two parameters, written down. With H = m + r N, N of trace 0
 * and N^2 = 1, eigenvalues are m + r and m - r, and a function f of H is (f+ + f-)/2 + (f+ - f-)/2 N.
 *
 * @param factor 2 sigma
 * @param exponent p
 * @param floor at least 0
 */
record CurvatureRoot(double factor, double exponent, double floor) {
    /** Added to r^2, so that r N = (H - m) / r has no 0 / 0 where H is a multiple of 1; below every other r^2. */
    private static final Constant TINY = new Constant(1e-300);

    private static final Constant HALF = new Constant(0.5);

    /**
     * The entries xx, xy, yy of the root.
     *
     * @param hessian H_xx, H_xy, H_yy
     */
    List<Expression> of(List<Expression> hessian) {
        Expression mean = product(HALF, sum(hessian.get(0), hessian.get(2)));
        Expression half = product(HALF, difference(hessian.get(0), hessian.get(2)));
        Expression off = hessian.get(1);
        Expression radius = function(Operation.SQRT, sum(sum(product(half, half), product(off, off)), TINY));
        Expression upper = root(sum(mean, radius));
        Expression lower = root(difference(mean, radius));
        Expression even = product(HALF, sum(upper, lower));
        Expression odd = quotient(product(HALF, difference(upper, lower)), radius);
        Expression onDiagonal = product(odd, half);
        return List.of(sum(even, onDiagonal), product(odd, off), difference(even, onDiagonal));
    }

    /** The root for one parameter. */
    Expression of(Expression curvature) {
        return root(curvature);
    }

    /** The standard deviation along an eigenvector; max(h, 0) is (h + |h|) / 2. */
    private Expression root(Expression eigenvalue) {
        Expression positive = product(HALF, sum(eigenvalue, function(Operation.ABS, eigenvalue)));
        return function(Operation.SQRT, sum(product(new Constant(factor), power(positive, new Constant(exponent))),
                new Constant(floor)));
    }
}
