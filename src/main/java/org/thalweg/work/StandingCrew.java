package org.thalweg.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Threads that help each other. Tasks may themselves have tasks ({@link #each}); a thread without anything to do takes
 * the longest task that is left of any work, of equals one of the work that was opened first. A part of a long task is
 * therefore done before a shorter task is begun, what is left for the end is short, and the last long task is never
 * alone as long as anything in it can be divided. Who waits for parts that others have may begin one more task of the
 * outermost work meanwhile.
 *
 * <p>The fork-join pool of the JDK would steal from a random worker: neither would the longest tasks begin first, nor
 * would a task be finished before others are begun, and all that are begun hold their memory.
 */
public final class StandingCrew implements Crew, AutoCloseable {
    /** Tasks, and how far they are; guarded by the crew. */
    private static final class Work {
        private final int tasks;
        private final Supplier<IntConsumer> worker;
        /** About how long each takes. */
        private final IntToDoubleFunction seconds;
        /** Whether it is given from outside, and not by a task. */
        private final boolean outermost;
        private int next;
        private int busy;
        private Throwable failure;

        Work(int tasks, IntToDoubleFunction seconds, Supplier<IntConsumer> worker, boolean outermost) {
            this.tasks = tasks;
            this.seconds = seconds;
            this.worker = worker;
            this.outermost = outermost;
        }

        boolean left() {
            return next < tasks;
        }

        double length() {
            return seconds.applyAsDouble(next);
        }
    }

    private final List<Work> open = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    /** Those that began a task of the outermost work while they wait for another. */
    private final Set<Thread> twice = new HashSet<>();
    private final LongAdder idle = new LongAdder();
    private boolean closed;

    /**
     * Threads that wait for work.
     *
     * @param name of each thread
     */
    public StandingCrew(int threads, String name) {
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(this::serve, name);
            thread.setDaemon(true);
            this.threads.add(thread);
        }
        this.threads.forEach(Thread::start);
    }

    /** Does tasks within a task, on a thread of this crew. */
    @Override
    public void each(int tasks, Supplier<IntConsumer> worker) {
        each(tasks, task -> 0.0, worker);
    }

    @Override
    public void each(int tasks, IntToDoubleFunction seconds, Supplier<IntConsumer> worker) {
        double[] known = IntStream.range(0, tasks).mapToDouble(seconds::applyAsDouble).toArray();
        Work work = begin(new Work(tasks, task -> known[task], worker, false));
        take(work, false);
        finish(work, true);
    }

    /** Does tasks by the threads of this crew, while the calling thread, which is not one of them, waits. */
    public void all(int tasks, Supplier<IntConsumer> worker) {
        all(tasks, task -> Double.POSITIVE_INFINITY, worker);
    }

    /**
     * The same, where it is known how long they are.
     *
     * @param seconds about how long each takes; asked again and again
     */
    public void all(int tasks, IntToDoubleFunction seconds, Supplier<IntConsumer> worker) {
        finish(begin(new Work(tasks, seconds, worker, true)), false);
    }

    /** Nanoseconds for which threads had nothing to do so far, all threads together; who still waits does not count. */
    public long idleNanos() {
        return idle.sum();
    }

    /** Interrupts what is still done, and lets the threads end. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        threads.forEach(Thread::interrupt);
    }

    private synchronized Work begin(Work work) {
        open.add(work);
        notifyAll();
        return work;
    }

    private void serve() {
        try {
            for (Work work = await(); work != null; work = await()) {
                take(work, true);
            }
        } catch (InterruptedException e) {
            // The crew is closed.
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Work await() throws InterruptedException {
        while (!closed) {
            Optional<Work> work = longest(open.stream());
            if (work.isPresent()) {
                return work.get();
            }
            rest();
        }
        return null;
    }

    private static Optional<Work> longest(Stream<Work> those) {
        return those.filter(Work::left).max(Comparator.comparingDouble(Work::length));
    }

    /** True where another work has a longer task. */
    private synchronized boolean longerThan(Work work) {
        return longest(open.stream()).filter(other -> other != work).isPresent();
    }

    private void rest() throws InterruptedException {
        long begin = System.nanoTime();
        try {
            wait();
        } finally {
            idle.add(System.nanoTime() - begin);
        }
    }

    /**
     * Takes tasks of a work as long as there are any.
     *
     * @param free to leave it for longer ones
     */
    private void take(Work work, boolean free) {
        IntConsumer own = null;
        for (int task = next(work); task >= 0; task = free && longerThan(work) ? -1 : next(work)) {
            own = run(work, task, own);
        }
    }

    /** Does a task, and says by which worker; null where there is none yet. */
    private IntConsumer run(Work work, int task, IntConsumer before) {
        IntConsumer own = before;
        Throwable failure = null;
        try {
            own = own == null ? work.worker.get() : own;
            own.accept(task);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        done(work, failure);
        return own;
    }

    private synchronized int next(Work work) {
        if (!work.left()) {
            return -1;
        }
        work.busy++;
        return work.next++;
    }

    private synchronized void done(Work work, Throwable failure) {
        work.busy--;
        if (failure != null) {
            work.failure = work.failure == null ? failure : work.failure;
            work.next = work.tasks;
        }
        if (!work.left() && work.busy == 0) {
            notifyAll();
        }
    }

    /** Waits until others have done what they took; helps elsewhere meanwhile. */
    private void finish(Work work, boolean helping) {
        try {
            for (Work other = settled(work, helping); other != null; other = settled(work, helping)) {
                help(other);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted; what was not finished is not kept");
        } finally {
            close(work);
        }
        if (work.failure instanceof Error error) {
            throw error;
        }
        if (work.failure instanceof RuntimeException failure) {
            throw failure;
        }
    }

    /** All tasks of a work, or one of the outermost. */
    private void help(Work other) {
        if (!other.outermost) {
            take(other, false);
            return;
        }
        try {
            int task = next(other);
            if (task >= 0) {
                run(other, task, null);
            }
        } finally {
            synchronized (this) {
                twice.remove(Thread.currentThread());
            }
        }
    }

    private synchronized void close(Work work) {
        work.next = work.tasks;
        open.remove(work);
    }

    /** Null where all of a work is done; else another that can be helped. */
    private synchronized Work settled(Work work, boolean helping) throws InterruptedException {
        while (work.left() || work.busy > 0) {
            if (helping) {
                // Those opened later only, or begun now: two threads never wait for what the other is at beneath.
                Optional<Work> other = longest(open.subList(open.indexOf(work) + 1, open.size()).stream());
                if (other.isPresent()) {
                    return other.get();
                }
                Optional<Work> another = twice.contains(Thread.currentThread()) ? Optional.empty()
                        : open.stream().filter(w -> w.outermost && w.left()).findFirst();
                if (another.isPresent()) {
                    twice.add(Thread.currentThread());
                    return another.get();
                }
                rest();
            } else {
                wait();
            }
        }
        return null;
    }
}
