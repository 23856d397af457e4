package org.thalweg.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at the case that is being run, from beside it: one that has used ten seconds of processor time, its own and not
 * that of a busy machine, is a fault, and where it was then is said. One that goes on for a minute ends the process: no
 * thread can be stopped from outside.
 */
final class Watch implements Runnable {
    /** Processor time of one case. */
    static final double MOST_SECONDS = 10.0;
    private static final double GIVEN_UP = 6.0;
    private static final long EVERY_MILLISECONDS = 50;
    private static final int FRAMES = 8;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Thread watched = Thread.currentThread();
    private final Thread watcher = new Thread(this, "watch");
    private final List<String> late = new ArrayList<>();
    private String running;
    private double begun;

    private final double most;

    private Watch(double most) {
        this.most = most;
    }

    /** Watches the thread that calls, whose cases may take so many seconds each. */
    static Watch start(double most) {
        Watch watch = new Watch(most);
        watch.watcher.setDaemon(true);
        watch.watcher.start();
        return watch;
    }

    synchronized void begin(String name) {
        running = name;
        begun = seconds();
    }

    synchronized void end() {
        running = null;
    }

    /** The cases that took too long. */
    List<String> stop() {
        watcher.interrupt();
        synchronized (this) {
            return List.copyOf(late);
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                Thread.sleep(EVERY_MILLISECONDS);
                look();
            }
        } catch (InterruptedException e) {
            // All cases are over.
        }
    }

    private synchronized void look() {
        double taken = running == null ? 0.0 : seconds() - begun;
        if (taken > most && late.stream().noneMatch(line -> line.startsWith(running))) {
            late.add(running + ": takes more than " + most + " s, at " + Stream.of(watched.getStackTrace())
                    .filter(at -> at.getClassName().startsWith("org.thalweg")).limit(FRAMES).map(StackTraceElement::toString).collect(Collectors.joining(" ")));
        }
        if (taken > GIVEN_UP * MOST_SECONDS) {
            System.err.println("hangs: " + late);
            Runtime.getRuntime().halt(1);
        }
    }

    private double seconds() {
        return THREADS.getThreadCpuTime(watched.getId()) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
