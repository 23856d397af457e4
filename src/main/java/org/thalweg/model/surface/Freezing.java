package org.thalweg.model.surface;

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
        return new SideChanges(0.0, capacity) {
            @Override
            double of(int changes, double time, double y) {
                return Freezing.this.of(changes, time, y);
            }
        };
    }
}
