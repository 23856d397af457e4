package org.thalweg.fokkerplanck;

/** Solves linear systems with a {@link Generator}. The seam behind which direct solvers may be exchanged. */
interface SparseSolver {
    /**
     * Factors a generator.
     *
     * @throws NumericsException where it is singular: a set of cells that mass never leaves
     */
    Factors factor(Generator generator);

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
        return MultifrontalLu::factor;
    }
}
