package org.thalweg.work;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;

/**
 * Long tasks that go on slice by slice, so that no thread is without work for longer than a slice as long as there is
 * some. A thread stays with its task as long as twice as many as there are threads are not finished: few are begun at a
 * time, and most are finished long before the last. Of those that are left then each thread takes, after every slice,
 * the one that has most to do. So all is done in the longer one of the longest task and the work of all over the
 * threads, the least there can be (R. McNaughton, Management Science 6, 1 (1959)), to about a slice.
 */
public final class SlicedTasks {
    private static final int NONE = -1;

    private final int threads;
    private final IntFunction<Task> begin;
    private final Task[] underWay;
    private final double[] left;
    /** Tasks that were begun and that nobody has now; guarded, as all counts are, by this object. */
    private final PriorityQueue<Integer> waiting;
    private int begun;
    private int unfinished;
    private boolean failed;

    /** A task that any thread can go on with, one at a time. */
    @FunctionalInterface
    public interface Task {
        /** Does a slice, and gives how much is left, in a unit of all tasks; 0 where it is finished. */
        double proceed();

        /** Instead of its end, where another task has failed, or it has itself. */
        default void abandon() {
            // Most leave nothing open.
        }
    }

    private SlicedTasks(int tasks, int threads, IntFunction<Task> begin) {
        this.threads = threads;
        this.begin = begin;
        this.underWay = new Task[tasks];
        this.left = new double[tasks];
        this.waiting = new PriorityQueue<>(Comparator.comparingDouble(task -> -left[task]));
        this.unfinished = tasks;
    }

    /**
     * Does tasks 0 to {@code tasks - 1}, and returns when all are finished.
     *
     * @param begin asked once for each task, by the thread that does its first slice
     * @throws RuntimeException what a task throws, as it is; the others are abandoned after their slices
     * @throws CancellationException where the calling thread is interrupted
     */
    public static void all(int tasks, int threads, IntFunction<Task> begin) {
        SlicedTasks all = new SlicedTasks(tasks, threads, begin);
        try {
            Crew.of(threads).each(Math.min(threads, tasks), () -> thread -> all.serve());
        } finally {
            all.abandon();
        }
    }

    private void serve() {
        boolean done = false;
        try {
            int own = next();
            while (own != NONE) {
                if (underWay[own] == null) {
                    underWay[own] = begin.apply(own);
                }
                left[own] = underWay[own].proceed();
                own = after(own);
            }
            done = true;
        } finally {
            if (!done) {
                fail();
            }
        }
    }

    private synchronized int next() {
        if (failed) {
            return NONE;
        }
        // None waits who has more to do than who was not begun.
        return begun < underWay.length ? begun++ : waiting.isEmpty() ? NONE : waiting.poll();
    }

    private synchronized int after(int own) {
        if (left[own] == 0.0) {
            underWay[own] = null;
            unfinished--;
            return next();
        }
        if (!failed && unfinished >= 2 * threads) {
            return own;
        }
        waiting.add(own);
        return next();
    }

    private synchronized void fail() {
        failed = true;
    }

    private synchronized void abandon() {
        for (Task task : underWay) {
            if (task != null) {
                task.abandon();
            }
        }
    }
}
