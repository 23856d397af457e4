package org.thalweg.spark;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.thalweg.work.Crew;
import org.thalweg.work.StandingCrew;

/**
 * The threads of an executor, which all its tasks share: as many as it has cores. A task waits while they do its cell;
 * who has no cell takes blocks of particles, repeats and densities of the cells of the other tasks, as on the threads of
 * a local run.
 */
final class ExecutorCrew {
    private static final String CORES = "spark.executor.cores";

    /** Made when a class loader of an application first asks; ends with the process. */
    private static final class Threads {
        private static final StandingCrew CREW = new StandingCrew(cores(SparkEnv.get().conf()), "cells");
    }

    private ExecutorCrew() {}

    private static int cores(SparkConf conf) {
        return conf.getInt(CORES, Runtime.getRuntime().availableProcessors());
    }

    /** Does the work of a task on these threads. */
    static <T> T run(Function<Crew, T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        Threads.CREW.all(1, () -> task -> result.set(work.apply(Threads.CREW)));
        return result.get();
    }
}
