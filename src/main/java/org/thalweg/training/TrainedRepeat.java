package org.thalweg.training;

import java.util.List;

/**
 * One repeat, finished.
 *
 * @param repeat its number, from 0
 * @param rows of its checkpoints, the start first; fewer than planned where it ended early
 * @param end how it ended
 */
public record TrainedRepeat(int repeat, List<TrainingRow> rows, End end) {
    /** How a repeat ended. */
    public enum End {
        /** After all iterations. */
        TIME,
        /** By its error, before. */
        ERROR,
        /** Its loss or its parameters overflowed; the rows are those before. */
        DIVERGED
    }

    /** An immutable copy. */
    public TrainedRepeat {
        rows = List.copyOf(rows);
    }

    /** The last checkpoint. */
    public TrainingRow last() {
        return rows.get(rows.size() - 1);
    }
}
