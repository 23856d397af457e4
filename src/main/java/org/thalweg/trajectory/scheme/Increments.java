package org.thalweg.trajectory.scheme;

import java.util.Locale;
import org.thalweg.random.RandomStream;

/**
 * Laws of the increments that stand for those of a Brownian motion, in units of the root of the time step. All have
 * mean zero and variance one. A law with few values is cheaper and as good for means over the ensemble (weak
 * convergence), but its paths converge to nothing.
 */
public enum Increments {
    /** The increments of Brownian motion themselves. */
    NORMAL {
        @Override
        public void fill(RandomStream random, double[] values, int count) {
            random.fillNormal(values, count);
        }

        @Override
        public void fill(RandomStream random, double[][] rows, int count) {
            random.fillNormal(rows, count);
        }
    },
    /** -1 or 1; moments as of the normal law up to the third, enough for weak order 1. */
    TWO_POINT {
        @Override
        public void fill(RandomStream random, double[] values, int count) {
            random.fillTwoPoint(values, count);
        }
    },
    /** 0 or +-sqrt(3); moments as of the normal law up to the fifth, enough for weak order 2. */
    THREE_POINT {
        @Override
        public void fill(RandomStream random, double[] values, int count) {
            random.fillThreePoint(values, count);
        }
    };

    /**
     * Independent increments.
     *
     * @param values modified: the first {@code count} entries
     */
    public abstract void fill(RandomStream random, double[] values, int count);

    /**
     * Independent increments in several rows.
     *
     * @param rows modified: the first {@code count} entries of each
     */
    public void fill(RandomStream random, double[][] rows, int count) {
        for (double[] row : rows) {
            fill(random, row, count);
        }
    }

    /** The name used in options: "two-point". */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
