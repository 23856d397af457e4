package org.thalweg.fokkerplanck.linear;

import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.law.NumericsException;

/**
 * The resolvent (1 - tau A)^-1 of an operator, which is all that {@link KrylovFlow} asks of it: of finite volumes,
 * forward or backward, or of the valley hierarchy.
 */
public interface Resolvent {
    /**
     * The resolvent at one time, factored.
     *
     * @throws NumericsException where it is singular
     */
    Solve at(double tau);

    /** One linear system, to be solved as often as needed. */
    interface Solve {
        /**
         * x becomes (1 - tau A)^-1 x.
         *
         * @param x modified
         */
        void apply(double[] x);
    }

    /** Of masses of cells. */
    static Resolvent forward(Generator generator) {
        return tau -> {
            SparseSolver.Factors factors = SparseSolver.standard().factor(generator.timesMinusIdentity(tau));
            return x -> {
                negate(x);
                factors.solve(x);
            };
        };
    }

    /** Of functions of cells. */
    static Resolvent backward(Generator generator) {
        return tau -> {
            SparseSolver.Factors factors = SparseSolver.standard().factor(generator.timesMinusIdentity(tau));
            return x -> {
                negate(x);
                factors.solveAdjoint(x);
            };
        };
    }

    private static void negate(double[] x) {
        for (int c = 0; c < x.length; c++) {
            x[c] = -x[c];
        }
    }
}
