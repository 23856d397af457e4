package org.thalweg.sweep;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.thalweg.measure.Progress;
import org.thalweg.results.Effort;
import org.thalweg.work.Crew;
import org.thalweg.work.Meter;

/**
 * Where the cells of a sweep are run: on the threads of this process, or on other machines. What a cell says does not
 * depend on where, nor on what was run there before.
 */
public interface Engine {
    /** What there is to run, as this process sees it. */
    interface Task {
        /** Runs a cell. */
        CellResult run(int cell, Crew crew, Meter meter);

        /** About how much work a cell is. */
        Effort effort(int cell);

        /** The rate of false alarms of each row, which depends on all cells together. */
        double falseAlarm();
    }

    /** Makes an engine; found on the class path, by {@code META-INF/services}. */
    interface Provider {
        /** How {@code --engine} calls it. */
        String name();

        /**
         * An engine for one sweep; nothing runs yet.
         *
         * @param request what every machine makes the cells of
         * @param master where the engine is reached; empty where it knows by itself
         */
        Engine engine(SweepRequest request, Optional<String> master);
    }

    /** Is told of cells as soon as they are finished, by any thread, each once. */
    interface Sink {
        void finished(int cell, StoredCell line);

        /** A cell that failed where it ran, while the others go on. */
        void failed(FailedCell cell);
    }

    /**
     * Runs cells, and returns when all are finished or have failed.
     *
     * @param cells their numbers, in the order of the grid
     * @param progress told the share that is done
     * @throws CancellationException where the thread is interrupted
     * @throws RuntimeException what went wrong that concerns all cells, as it is
     */
    void run(List<Integer> cells, Task task, Progress progress, Sink sink);
}
