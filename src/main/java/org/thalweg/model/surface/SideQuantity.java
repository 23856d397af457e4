package org.thalweg.model.surface;

import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.paths.PathTally;
import org.thalweg.quantity.Quantity;

/** What a path tells of its changes between x &lt; 0 and x &gt; 0, see {@link SideChanges}. */
enum SideQuantity implements PathQuantity {
    /**
     * The learning time of the last crossing of the ridge, as [YZOTT26] counts them, however brief; a walker that never
     * crosses counts as frozen from its first step on, where it then is.
     */
    FREEZING_TIME(Quantity.FREEZING_TIME, 0.0, (changes, time, place) -> time),
    /** The last coordinate at the last crossing. */
    FREEZING_PLACE(Quantity.FREEZING_PLACE, 0.0, (changes, time, place) -> place),
    /** How many crossings there were. */
    CROSSINGS(Quantity.SWITCHES, 0.0, (changes, time, place) -> changes),
    /**
     * How many changes between valleys whose minima are at -1 and 1: beyond half of the way from the barrier to a
     * minimum, so that loitering on the barrier is no change.
     */
    SWITCHES(Quantity.SWITCHES, 0.5, (changes, time, place) -> changes),
    /** The learning time of the last of these; walkers that never change have none, and are left out of the mean. */
    LAST_SWITCH(Quantity.LAST_SWITCH, 0.5, (changes, time, place) -> changes == 0 ? Double.NaN : time);

    private final Quantity quantity;
    private final double inside;
    private final SideChanges.Reading reading;

    SideQuantity(Quantity quantity, double inside, SideChanges.Reading reading) {
        this.quantity = quantity;
        this.inside = inside;
        this.reading = reading;
    }

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
        return new SideChanges(inside, reading, capacity);
    }
}
