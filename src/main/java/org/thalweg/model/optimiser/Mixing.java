package org.thalweg.model.optimiser;

import java.util.Locale;
import org.thalweg.random.RandomStream;

/** With whom each learner averages in an iteration: a doubly stochastic matrix M. */
public enum Mixing {
    /** A third of itself and of each neighbour on a ring; eigenvalues (1 + 2 cos(2 pi k / n)) / 3. */
    RING {
        @Override
        double eigenvalue(int k, int learners) {
            return (1.0 + 2.0 * Math.cos(2.0 * Math.PI * k / learners)) / 3.0;
        }
    },
    /** With one other, chosen anew each time; of an odd number one stays alone. */
    RANDOM_PAIR {
        @Override
        double eigenvalue(int k, int learners) {
            return k == 0 ? 1.0 : Double.NaN;
        }
    },
    /** With all: every learner steps from the average, by its gradient where it was. */
    COMPLETE {
        @Override
        double eigenvalue(int k, int learners) {
            return k == 0 ? 1.0 : 0.0;
        }
    },
    /** No learner ever leaves the average: one SGD with as many batches, for comparison. */
    SYNCHRONOUS {
        @Override
        double eigenvalue(int k, int learners) {
            return k == 0 ? 1.0 : 0.0;
        }
    };

    /** The name in model files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Eigenvalue number k of M, 0 being that of the average, 1; NaN where M is random. */
    abstract double eigenvalue(int k, int learners);

    /** True where partners are drawn. */
    boolean random() {
        return this == RANDOM_PAIR;
    }

    /**
     * Draws partners: {@code partner[j]} of learner j, itself where it stays alone.
     *
     * @param order modified: what it holds before does not matter, so that a draw depends on the stream alone
     * @param partner modified
     */
    static void draw(RandomStream random, int[] order, int[] partner) {
        for (int j = 0; j < order.length; j++) {
            order[j] = j;
        }
        for (int left = order.length; left > 1; left--) {
            int there = (int) (random.nextDouble() * left);
            int last = order[left - 1];
            order[left - 1] = order[there];
            order[there] = last;
        }
        for (int j = 0; j < order.length; j++) {
            int pair = j ^ 1;
            partner[order[j]] = pair < order.length ? order[pair] : order[j];
        }
    }
}
