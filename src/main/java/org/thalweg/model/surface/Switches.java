package org.thalweg.model.surface;

import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.paths.PathTally;
import org.thalweg.quantity.Quantity;

/**
 * Changes between the valleys at x &lt; 0 and x &gt; 0. A walker belongs to the valley in which it last was beyond |x|
 * = 0.5, so that loitering on the barrier between them is no change.
 */
enum Switches implements PathQuantity {
    /** How many; 0 for walkers that stay. */
    COUNT(Quantity.SWITCHES) {
        @Override
        double of(int count, double last) {
            return count;
        }
    },
    /** The learning time of the last; walkers that never change have none, and are left out of the mean. */
    LAST(Quantity.LAST_SWITCH) {
        @Override
        double of(int count, double last) {
            return count == 0 ? Double.NaN : last;
        }
    };

    /** Half of the way from the barrier to a minimum. */
    private static final double INSIDE = 0.5;

    private final Quantity quantity;

    Switches(Quantity quantity) {
        this.quantity = quantity;
    }

    abstract double of(int count, double last);

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
        return new SideChanges(INSIDE, capacity) {
            @Override
            double of(int changes, double time, double y) {
                return Switches.this.of(changes, time);
            }
        };
    }
}
