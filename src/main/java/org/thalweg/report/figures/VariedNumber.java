package org.thalweg.report.figures;

import java.util.Map;

/** What a number of the model that a sweep varies is called on an axis. */
final class VariedNumber {
    private static final Map<String, String> WORDS = Map.of(
            "sgd.learning-rate", "learning rate \u03b7",
            "sgd.momentum", "momentum \u03b2",
            "sgd.weight-decay", "weight decay",
            "noise.batch", "batch size B",
            "noise.batch-variance", "batch variance \u03c3\u00b2",
            "noise.anisotropy", "anisotropy \u03ba",
            "noise.samples", "samples in the data set");

    private VariedNumber() {}

    /** In words where its path has some, and the path as it is for parameters of a model's own. */
    static String words(String path) {
        return WORDS.getOrDefault(path, path);
    }
}
