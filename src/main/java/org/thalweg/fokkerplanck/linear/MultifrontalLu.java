package org.thalweg.fokkerplanck.linear;

import org.thalweg.fokkerplanck.grid.Generator;

/**
 * Multifrontal LU of a {@link Generator} along a {@link Dissection}.
 *
 * <p>Without pivoting, and without subtractions: each pivot is computed as minus the sum of what leaves its cell, mass
 * that dies included (Grassmann, Taksar, Heyman 1985), and eliminating a cell adds to the rates between its neighbours.
 * So solutions for right-hand sides of one sign are accurate component by component, in the remotest tail and across
 * the highest barrier.
 */
final class MultifrontalLu implements SparseSolver.Factors {
    private final EliminationTree tree;
    private final EliminatedPart[] eliminated;
    private final int source;

    private MultifrontalLu(EliminationTree tree, EliminatedPart[] eliminated, int source) {
        this.tree = tree;
        this.eliminated = eliminated;
        this.source = source;
    }

    /** As a {@link SparseSolver}. */
    static final SparseSolver SOLVER = new SparseSolver() {
        @Override
        public Factors factor(Generator generator) {
            return MultifrontalLu.factor(generator, Front.ANY_CELL);
        }

        @Override
        public Factors factor(Generator generator, int source) {
            return MultifrontalLu.factor(generator, source);
        }
    };

    private static MultifrontalLu factor(Generator generator, int source) {
        EliminationTree tree = EliminationTree.of(Dissection.of(generator.grid(), generator.diagonal()));
        return new MultifrontalLu(tree, new Elimination(tree, generator, source).run(), source);
    }

    @Override
    public void solve(double[] x) {
        double[] front = new double[longest()];
        for (int p = 0; p < eliminated.length; p++) {
            if (eliminated[p].lower() != EliminatedPart.NONE) {
                gather(x, p, front);
                eliminated[p].forward(front);
                scatter(front, p, x, true);
            }
        }
        tree.downwards((first, last) -> {
            double[] local = new double[longest()];
            for (int p = last; p >= first; p--) {
                gather(x, p, local);
                eliminated[p].backward(local);
                scatter(local, p, x, false);
            }
        });
    }

    @Override
    public void solveAdjoint(double[] x) {
        if (source != Front.ANY_CELL) {
            throw new IllegalStateException("factored for right-hand sides in cell " + source + " alone");
        }
        double[] front = new double[longest()];
        for (int p = 0; p < eliminated.length; p++) {
            gather(x, p, front);
            eliminated[p].forwardAdjoint(front);
            scatter(front, p, x, true);
        }
        tree.downwards((first, last) -> {
            double[] local = new double[longest()];
            for (int p = last; p >= first; p--) {
                gather(x, p, local);
                eliminated[p].backwardAdjoint(local);
                scatter(local, p, x, false);
            }
        });
    }

    private int longest() {
        int longest = 0;
        for (EliminatedPart part : eliminated) {
            longest = Math.max(longest, part.size());
        }
        return longest;
    }

    private void gather(double[] x, int p, double[] local) {
        int[] own = tree.parts().get(p).own();
        int[] boundary = tree.parts().get(p).boundary();
        for (int i = 0; i < own.length; i++) {
            local[i] = x[own[i]];
        }
        for (int b = 0; b < boundary.length; b++) {
            local[own.length + b] = x[boundary[b]];
        }
    }

    private void scatter(double[] local, int p, double[] x, boolean withBoundary) {
        int[] own = tree.parts().get(p).own();
        for (int i = 0; i < own.length; i++) {
            x[own[i]] = local[i];
        }
        int[] boundary = tree.parts().get(p).boundary();
        for (int b = 0; withBoundary && b < boundary.length; b++) {
            x[boundary[b]] = local[own.length + b];
        }
    }
}
