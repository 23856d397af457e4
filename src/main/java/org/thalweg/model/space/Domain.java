package org.thalweg.model.space;

import java.util.List;

/**
 * The box in which the parameters live, one interval a coordinate.
 *
 * @param intervals in the order of the coordinates
 */
public record Domain(List<Interval> intervals) {
    /** An immutable copy. */
    public Domain {
        intervals = List.copyOf(intervals);
    }

    /** The interval of coordinate {@code i}. */
    public Interval interval(int i) {
        return intervals.get(i);
    }

    /** The interval along the valley. */
    public Interval along() {
        return intervals.get(0);
    }
}
