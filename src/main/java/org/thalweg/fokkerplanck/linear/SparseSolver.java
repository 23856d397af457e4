package org.thalweg.fokkerplanck.linear;

import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.law.NumericsException;

/** Solves linear systems with a {@link Generator}. The seam behind which direct solvers may be exchanged. */
public interface SparseSolver {
    /**
     * Factors a generator.
     *
     * @throws NumericsException where it is singular: a set of cells that mass never leaves
     */
    Factors factor(Generator generator);

    /**
     * Factors a generator for right-hand sides that are zero in all cells but one, which takes half the memory; there
     * is no {@link Factors#solveAdjoint} then.
     *
     * @throws NumericsException as above
     */
    Factors factor(Generator generator, int source);

    /** A generator, factored: solve as often as needed. */
    interface Factors {
        /**
         * Solves G m = rhs.
         *
         * @param x modified: the right-hand side, then the solution
         */
        void solve(double[] x);

        /**
         * Solves G^T f = rhs.
         *
         * @param x modified: the right-hand side, then the solution
         */
        void solveAdjoint(double[] x);
    }

    /** The solver in use. */
    static SparseSolver standard() {
        return MultifrontalLu.SOLVER;
    }
}
