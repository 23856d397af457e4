package org.thalweg.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlicedTasksTest {
    /** Of a task: those of all tasks are a multiple of the threads. */
    private static final int SLICES = 12;

    /** So many slices at once, or nobody goes on. */
    private static void together(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("a slice was alone", e);
        }
    }

    /** No slice is ever done alone, so that the last is done when all of the work over the threads is. */
    @ParameterizedTest
    @CsvSource({"2, 2", "3, 2", "5, 2", "20, 2", "4, 3", "7, 3", "5, 4"})
    void threadsEndTogether(int tasks, int threads) {
        CyclicBarrier barrier = new CyclicBarrier(threads);
        AtomicInteger done = new AtomicInteger();
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        SlicedTasks.all(tasks, SLICES, threads, task -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            int[] left = {SLICES};
            return () -> {
                together(barrier);
                done.incrementAndGet();
                if (--left[0] == 0) {
                    open.decrementAndGet();
                }
                return left[0];
            };
        });
        assertEquals(tasks * SLICES, done.get());
        assertTrue(most.get() <= 2 * threads, most + " tasks were begun and not finished at a time");
    }

    /** Those of which others have failed are abandoned, and the failure is what it was. */
    @Test
    void failure() {
        AtomicInteger abandoned = new AtomicInteger();
        IllegalStateException why = new IllegalStateException("full");
        CyclicBarrier barrier = new CyclicBarrier(2);
        assertEquals(why, assertThrows(IllegalStateException.class, () -> SlicedTasks.all(9, 1e9, 2, task -> {
            assertTrue(task < 2, "began after a failure");
            int[] slices = {0};
            return new SlicedTasks.Task() {
                @Override
                public double proceed() {
                    slices[0]++;
                    if (slices[0] <= 5) {
                        together(barrier);
                    }
                    if (task == 0 && slices[0] == 5) {
                        throw why;
                    }
                    return 1e9 - slices[0];
                }

                @Override
                public void abandon() {
                    abandoned.incrementAndGet();
                }
            };
        })));
        assertEquals(2, abandoned.get());
    }
}
