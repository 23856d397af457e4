package org.thalweg.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each task is done once, by whoever is free; nobody waits for ever. */
@Timeout(60)
class StandingCrewTest {
    /** Seconds after which who waits is taken to wait for ever. */
    private static final long PATIENCE = 60;

    /** Tasks within tasks within tasks. */
    @Test
    void everyTaskIsDoneOnce() {
        for (int threads : new int[] {1, 2, 5}) {
            AtomicIntegerArray done = new AtomicIntegerArray(4 * 5 * 6);
            try (StandingCrew crew = new StandingCrew(threads, "crew")) {
                crew.all(4, () -> i -> crew.each(5, () -> j -> crew.each(6, () -> k ->
                        done.incrementAndGet((i * 5 + j) * 6 + k))));
            }
            for (int i = 0; i < done.length(); i++) {
                assertEquals(1, done.get(i), "task " + i + " on " + threads + " threads");
            }
        }
    }

    /** The two parts of the last task meet at a barrier: without help the first would wait there for ever. */
    @Test
    void theLastTaskIsHelped() {
        CyclicBarrier both = new CyclicBarrier(2);
        Set<Thread> met = Collections.synchronizedSet(new HashSet<>());
        try (StandingCrew crew = new StandingCrew(2, "crew")) {
            crew.all(1, () -> i -> crew.each(2, () -> part -> {
                meet(both);
                met.add(Thread.currentThread());
            }));
        }
        assertEquals(2, met.size());
    }

    /** Who becomes free later helps too: the second part is there before the other task has ended. */
    @Test
    void whoBecomesFreeHelps() {
        CyclicBarrier both = new CyclicBarrier(2);
        try (StandingCrew crew = new StandingCrew(2, "crew")) {
            crew.all(2, () -> i -> {
                if (i == 0) {
                    crew.each(2, () -> part -> meet(both));
                }
            });
        }
        assertEquals(0, both.getNumberWaiting());
    }

    /**
     * Of a long task of two parts that meet, and short ones: who has done one of the short ones does the other part
     * next, not the other short task, which would wait for ever.
     */
    @Test
    void aLongPartComesBeforeAShortTask() {
        double[] seconds = {20.0, 1.0, 1.0};
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch both = new CountDownLatch(2);
        try (StandingCrew crew = new StandingCrew(2, "crew")) {
            crew.all(seconds.length, i -> seconds[i], () -> i -> {
                switch (i) {
                    case 0 -> crew.each(2, part -> 10.0, () -> part -> {
                        begun.countDown();
                        both.countDown();
                        await(both);
                    });
                    case 1 -> await(begun);
                    default -> await(both);
                }
            });
        }
        assertEquals(0, both.getCount());
    }

    /** Who waits for a part that another is at begins the next task meanwhile: that part waits for it here. */
    @Test
    void whoWaitsBeginsAnother() {
        double[] seconds = {20.0, 1.0, 1.0};
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        CountDownLatch last = new CountDownLatch(1);
        try (StandingCrew crew = new StandingCrew(2, "crew")) {
            crew.all(seconds.length, i -> seconds[i], () -> i -> {
                switch (i) {
                    case 0 -> crew.each(2, part -> 10.0, () -> part -> {
                        (part == 0 ? begun : other).countDown();
                        await(part == 0 ? other : last);
                    });
                    case 1 -> await(begun);
                    default -> last.countDown();
                }
            });
        }
        assertEquals(0, last.getCount());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void workersBelongToThreads() {
        Set<Thread> bound = Collections.synchronizedSet(new HashSet<>());
        try (StandingCrew crew = new StandingCrew(3, "crew")) {
            crew.all(50, () -> {
                Thread own = Thread.currentThread();
                assertTrue(bound.add(own), "asked twice by one thread");
                return i -> assertSame(own, Thread.currentThread());
            });
        }
    }

    @Test
    void aFailureIsPassedOnAsItIs() {
        IllegalStateException failure = new IllegalStateException("broken");
        try (StandingCrew crew = new StandingCrew(2, "crew")) {
            assertSame(failure, assertThrows(IllegalStateException.class, () -> crew.all(3, () -> i ->
                    crew.each(2, () -> part -> {
                        throw failure;
                    }))));
            // It goes on working.
            crew.all(3, () -> i -> { });
        }
        assertSame(failure, assertThrows(IllegalStateException.class, () -> Crew.ALONE.each(1, () -> i -> {
            throw failure;
        })));
    }

    @Test
    void anInterruptionEndsTheWaiting() {
        try (StandingCrew crew = new StandingCrew(1, "crew")) {
            Thread.currentThread().interrupt();
            // The task is never done, so that there is something to wait for.
            assertThrows(CancellationException.class,
                    () -> crew.all(1, () -> i -> await(new CountDownLatch(1))));
            assertTrue(Thread.interrupted(), "the interruption was swallowed");
        }
    }

    @Test
    void nobodyIsNoCrew() {
        assertThrows(IllegalArgumentException.class, () -> Crew.of(0));
    }
}
