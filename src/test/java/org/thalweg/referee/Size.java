package org.thalweg.referee;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much is computed. */
enum Size {
    /** One cell, few particles: for the build. */
    SMALL(64, 128, 1, 20.0) {
        @Override
        void shorten(Map<String, Object> model) {
            Map<String, Object> cell = new LinkedHashMap<>();
            cell.put("learning-rate", String.valueOf(Variation.tree(model, "sgd").get("learning-rate")));
            cell.put("particles", 64);
            model.put("sweep", cell);
        }
    },
    /** What a user gets who names nothing but the model. */
    FULL(4096, 4096, Runtime.getRuntime().availableProcessors(), 900.0) {
        @Override
        void shorten(Map<String, Object> model) {
            // As it is.
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

    /** Makes the sweep of a model as small as this; modified. */
    abstract void shorten(Map<String, Object> model);

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

    /** Processor seconds after which a command is given up. */
    double secondsLimit() {
        return secondsLimit;
    }
}
