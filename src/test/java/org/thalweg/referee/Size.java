package org.thalweg.referee;

import java.util.List;

/** How much is computed. */
enum Size {
    /** One cell, few particles: for the build. */
    SMALL(64, 128, 1, 20.0) {
        @Override
        List<String> sweep(double learningRate) {
            return List.of("--learning-rate", String.valueOf(learningRate), "--particles", "64");
        }
    },
    /** What a user gets who names nothing but the model. */
    FULL(4096, 4096, Runtime.getRuntime().availableProcessors(), 900.0) {
        @Override
        List<String> sweep(double learningRate) {
            return List.of();
        }
    };

    private final int simulated;
    private final int judged;
    private final int threads;
    private final double secondsLimit;

    Size(int simulated, int judged, int threads, double secondsLimit) {
        this.simulated = simulated;
        this.judged = judged;
        this.threads = threads;
        this.secondsLimit = secondsLimit;
    }

    /** Options of a sweep. */
    abstract List<String> sweep(double learningRate);

    /** Options of a validation. */
    List<String> validate() {
        return List.of("--particles", String.valueOf(judged));
    }

    /** Options of a simulation. */
    List<String> simulate() {
        return List.of("--particles", String.valueOf(simulated), "--record", "summary");
    }

    int threads() {
        return threads;
    }

    double secondsLimit() {
        return secondsLimit;
    }
}
