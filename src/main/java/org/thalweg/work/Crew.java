package org.thalweg.work;

import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/** Whoever does numbered tasks that may be done in any order, each once. Results must not depend on who does which. */
@FunctionalInterface
public interface Crew {
    /** The calling thread alone, in the order of the numbers. */
    Crew ALONE = (tasks, worker) -> {
        IntConsumer own = worker.get();
        for (int i = 0; i < tasks; i++) {
            own.accept(i);
        }
    };

    /**
     * Does tasks 0 to {@code tasks - 1}, the calling thread among others, and returns when all are done.
     *
     * @param worker asked by each thread that takes part, on that thread: scratch arrays belong to one
     * @throws RuntimeException what a task throws, as it is; the tasks that had not begun are then left
     * @throws CancellationException where the calling thread is interrupted while it waits
     */
    void each(int tasks, Supplier<IntConsumer> worker);

    /**
     * The same, where it is known how long each task is: who has nothing to do may take the longest there is.
     *
     * @param seconds about how long each takes
     */
    default void each(int tasks, IntToDoubleFunction seconds, Supplier<IntConsumer> worker) {
        each(tasks, worker);
    }

    /**
     * This crew, with each task timed: it has {@code amount} of its number of work of a kind.
     *
     * @param seconds about how long an amount of one takes
     */
    default Crew metered(Meter meter, String kind, double seconds, IntToDoubleFunction amount) {
        return (tasks, worker) -> each(tasks, task -> seconds * amount.applyAsDouble(task), () -> {
            IntConsumer own = worker.get();
            return task -> meter.time(kind, amount.applyAsDouble(task), () -> own.accept(task));
        });
    }

    /** Threads that are there for one call of {@link #each} only. */
    static Crew of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("crew of " + threads + " threads: must have at least one");
        }
        return (tasks, worker) -> {
            try (StandingCrew crew = new StandingCrew(Math.min(threads, tasks), "ensemble")) {
                crew.all(tasks, worker);
            }
        };
    }
}
