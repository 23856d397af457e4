package org.thalweg.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;

/**
 * Long tasks that go on slice by slice, so that all threads end together. A thread stays with its task, but for one: a
 * task that nobody is at, and that takes as long as all that is left over the threads, can wait no longer, and is gone
 * on with at once. So all is done in the longer one of the longest task and the work of all over the threads, the least
 * there can be (R. McNaughton, Management Science 6, 1 (1959)), to about two slices; and most tasks are finished long
 * before, while few are begun at a time.
 */
public final class SlicedTasks {
    private static final int NONE = -1;
    /** Before a task can wait no longer: threads look at the end of a slice only. */
    private static final int SLICES_EARLY = 2;

    private final int threads;
    private final IntFunction<Task> begin;
    private final Task[] underWay;
    /** Of each task; guarded, as all that follows, by this object. */
    private final double[] left;
    private final List<Integer> waiting = new ArrayList<>();
    private final double each;
    private double all;
    private int begun;
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

    private SlicedTasks(int tasks, double each, int threads, IntFunction<Task> begin) {
        this.threads = threads;
        this.begin = begin;
        this.underWay = new Task[tasks];
        this.left = new double[tasks];
        this.each = each;
        this.all = tasks * each;
    }

    /**
     * Does tasks 0 to {@code tasks - 1}, and returns when all are finished.
     *
     * @param each how much there is to do in a task that is not begun, as far as that is known
     * @param begin asked once for each task, by the thread that does its first slice
     * @throws RuntimeException what a task throws, as it is; the others are abandoned after their slices
     * @throws CancellationException where the calling thread is interrupted
     */
    public static void all(int tasks, double each, int threads, IntFunction<Task> begin) {
        SlicedTasks all = new SlicedTasks(tasks, each, threads, begin);
        try {
            Crew.of(threads).each(Math.min(threads, tasks), () -> thread -> all.serve());
        } finally {
            all.abandon();
        }
    }

    private void serve() {
        boolean done = false;
        try {
            int own = next(0.0);
            while (own != NONE) {
                if (underWay[own] == null) {
                    underWay[own] = begin.apply(own);
                }
                own = after(own, underWay[own].proceed());
            }
            done = true;
        } finally {
            if (!done) {
                fail();
            }
        }
    }

    private synchronized int after(int own, double now) {
        double slice = left[own] - now;
        all -= slice;
        left[own] = now;
        if (now == 0.0) {
            underWay[own] = null;
            return next(slice);
        }
        if (failed) {
            return NONE;
        }
        Optional<Integer> other = urgent(slice).filter(task -> left(task) > now);
        if (other.isEmpty()) {
            return own;
        }
        waiting.add(own);
        return taken(other.get());
    }

    /** For who has none. */
    private synchronized int next(double slice) {
        if (failed) {
            return NONE;
        }
        return urgent(slice)
                .or(() -> waiting.stream().min(Comparator.comparingDouble(this::left)))
                .or(() -> begun < left.length ? Optional.of(begun) : Optional.empty())
                .map(this::taken).orElse(NONE);
    }

    /** The longest task that nobody is at, where it can wait no longer. */
    private Optional<Integer> urgent(double slice) {
        Optional<Integer> longest = begun < left.length ? Optional.of(begun)
                : waiting.stream().max(Comparator.comparingDouble(this::left));
        return longest.filter(task -> left(task) >= all / threads - SLICES_EARLY * slice);
    }

    private double left(int task) {
        return task < begun ? left[task] : each;
    }

    private int taken(Integer task) {
        if (task == begun) {
            left[begun] = each;
            begun++;
        } else {
            waiting.remove(task);
        }
        return task;
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
