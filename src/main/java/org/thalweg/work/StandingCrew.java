package org.thalweg.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Threads that help each other. Tasks may themselves have tasks ({@link #each}); a thread without anything to do takes
 * those of the work that was opened first and has some left. The last long task is therefore never alone as long as
 * anything in it can be divided, whenever the others become free.
 *
 * <p>The fork-join pool of the JDK would steal from a random worker: neither would the longest tasks begin first, nor
 * would a task be finished before others are begun, and all that are begun hold their memory.
 */
public final class StandingCrew implements Crew, AutoCloseable {
    /** Tasks, and how far they are; guarded by the crew. */
    private static final class Work {
        private final int tasks;
        private final Supplier<IntConsumer> worker;
        private int next;
        private int busy;
        private Throwable failure;

        Work(int tasks, Supplier<IntConsumer> worker) {
            this.tasks = tasks;
            this.worker = worker;
        }

        boolean left() {
            return next < tasks;
        }
    }

    private final List<Work> open = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
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
        Work work = begin(tasks, worker);
        take(work);
        finish(work, true);
    }

    /** Does tasks by the threads of this crew, while the calling thread, which is not one of them, waits. */
    public void all(int tasks, Supplier<IntConsumer> worker) {
        finish(begin(tasks, worker), false);
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

    private synchronized Work begin(int tasks, Supplier<IntConsumer> worker) {
        Work work = new Work(tasks, worker);
        open.add(work);
        notifyAll();
        return work;
    }

    private void serve() {
        try {
            for (Work work = await(); work != null; work = await()) {
                take(work);
            }
        } catch (InterruptedException e) {
            // The crew is closed.
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Work await() throws InterruptedException {
        while (!closed) {
            Work work = open.stream().filter(Work::left).findFirst().orElse(null);
            if (work != null) {
                return work;
            }
            rest();
        }
        return null;
    }

    private void rest() throws InterruptedException {
        long begin = System.nanoTime();
        try {
            wait();
        } finally {
            idle.add(System.nanoTime() - begin);
        }
    }

    /** Takes tasks of a work as long as there are any. */
    private void take(Work work) {
        IntConsumer own = null;
        for (int task = next(work); task >= 0; task = next(work)) {
            Throwable failure = null;
            try {
                own = own == null ? work.worker.get() : own;
                own.accept(task);
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            done(work, failure);
        }
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

    /** Waits until others have done what they took; helps elsewhere meanwhile, but begins nothing at the top. */
    private void finish(Work work, boolean helping) {
        try {
            for (Work other = settled(work, helping); other != null; other = settled(work, helping)) {
                take(other);
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

    private synchronized void close(Work work) {
        work.next = work.tasks;
        open.remove(work);
    }

    /** Null where all of a work is done; else another that can be helped. */
    private synchronized Work settled(Work work, boolean helping) throws InterruptedException {
        while (work.left() || work.busy > 0) {
            if (helping) {
                // Those opened later only: they are parts of what this one waits for, or as short.
                Work other = open.subList(open.indexOf(work) + 1, open.size()).stream().filter(Work::left).findFirst()
                        .orElse(null);
                if (other != null) {
                    return other;
                }
                rest();
            } else {
                wait();
            }
        }
        return null;
    }
}
