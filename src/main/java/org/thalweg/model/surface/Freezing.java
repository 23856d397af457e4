package org.thalweg.model.surface;

import java.util.Arrays;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.paths.PathTally;
import org.thalweg.quantity.Quantity;

/**
 * Changes of the sign of x along a path of the {@link PublishedTwoValleys}, as the paper counts them: each crossing of
 * the ridge, however brief. A walker that never changes counts as frozen from its first step on, where it then is.
 */
enum Freezing implements PathQuantity {
    /** The learning time of the last change of sign. */
    TIME(Quantity.FREEZING_TIME) {
        @Override
        double of(int changes, double time, double y) {
            return time;
        }
    },
    /** y at the last change of sign. */
    PLACE(Quantity.FREEZING_PLACE) {
        @Override
        double of(int changes, double time, double y) {
            return y;
        }
    },
    /** How many changes there were. */
    SWITCHES(Quantity.SWITCHES) {
        @Override
        double of(int changes, double time, double y) {
            return changes;
        }
    };

    private final Quantity quantity;

    Freezing(Quantity quantity) {
        this.quantity = quantity;
    }

    abstract double of(int changes, double time, double y);

    @Override
    public Quantity quantity() {
        return quantity;
    }

    @Override
    public double leftOut() {
        return 0.0;
    }

    @Override
    public PathTally bind(int capacity) {
        return new Tally(capacity);
    }

    private final class Tally implements PathTally {
        /** x after the step before; 0 before the first. */
        private final double[] before;
        private final int[] changes;
        private final double[] time;
        private final double[] place;

        Tally(int capacity) {
            this.before = new double[capacity];
            this.changes = new int[capacity];
            this.time = new double[capacity];
            this.place = new double[capacity];
        }

        @Override
        public void reset(int particles) {
            Arrays.fill(before, 0.0);
            Arrays.fill(changes, 0);
        }

        @Override
        public void add(double now, double[][] theta, int[] particle, int count) {
            double[] x = theta[0];
            for (int k = 0; k < count; k++) {
                int walker = particle[k];
                if (x[k] * before[walker] <= 0.0) {
                    change(walker, x[k], now, theta[1][k]);
                }
                before[walker] = x[k];
            }
        }

        private void change(int walker, double x, double now, double y) {
            if (before[walker] != 0.0) {
                changes[walker]++;
            }
            time[walker] = now;
            place[walker] = y;
        }

        @Override
        public double value(int walker) {
            return of(changes[walker], time[walker], place[walker]);
        }
    }
}
