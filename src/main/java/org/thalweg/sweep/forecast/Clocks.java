package org.thalweg.sweep.forecast;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/**
 * The clocks that work is timed by, all in nanoseconds.
 *
 * @param thread for which the calling thread was on a processor
 * @param process for which all threads of the process were, compilers and collector among them
 * @param wall by the clock
 */
public record Clocks(LongSupplier thread, LongSupplier process, LongSupplier wall) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Those of this machine; where it cannot tell the time on processors, that by the clock. */
    public static final Clocks HERE = new Clocks(
            () -> THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime(),
            Clocks::ofProcess, System::nanoTime);

    private static long ofProcess() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                && machine.getProcessCpuTime() >= 0 ? machine.getProcessCpuTime() : System.nanoTime();
    }
}
