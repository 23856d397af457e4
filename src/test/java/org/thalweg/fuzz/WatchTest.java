package org.thalweg.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

/** A case that takes too long is seen while it runs: here half a second of processor time, where a tenth is allowed. */
class WatchTest {
    @Test
    void aSlowCaseIsAFault() {
        Fuzz slow = new Fuzz("slow", random -> {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long begin = threads.getCurrentThreadCpuTime();
            double sum = 0.0;
            while (threads.getCurrentThreadCpuTime() - begin < 500_000_000L) {
                sum += random.nextDouble();
            }
            return sum > 0.0 ? "" : "no sum";
        });
        Fuzz.Outcome outcome = slow.run(7, 1, 0.1);
        assertEquals(1, outcome.faults().size(), outcome.toString());
        assertTrue(outcome.faults().get(0).startsWith("slow, seed 7: takes more than 0.1 s"), outcome.toString());
        assertTrue(outcome.faults().get(0).contains("WatchTest"), outcome.faults().toString());
    }
}
