package org.thalweg.referee;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The variance of a model's noise times a factor, for each kind of noise; the ranges of its sweep follow. */
final class NoiseScale {
    private NoiseScale() {}

    /**
     * Scales.
     *
     * @param model modified
     * @return why it cannot be done; empty where it was
     */
    static Optional<String> of(Map<String, Object> model, double factor) {
        Map<String, Object> noise = Variation.tree(model, "noise");
        String kind = String.valueOf(noise.get("kind"));
        switch (kind) {
            case "anisotropic", "isotropic" -> noise.compute("batch-variance", (key, value) -> times(value, factor));
            // Both are read as the variance at curvature 1 or its like: the covariance is proportional to the strength.
            case "power", "spectral" -> noise.compute("strength", (key, value) -> times(value, factor));
            // These are amplitudes.
            case "bounded-uniform" ->
                    noise.compute("half-width", (key, value) -> times(value, Math.sqrt(factor)));
            case "landscape" -> noise.compute("strength", (key, value) -> times(value, Math.sqrt(factor)));
            case "mini-batch" -> noise.compute("batch", (key, value) -> size(value, factor));
            default -> {
                return Optional.of("noise of kind " + kind + " has no strength");
            }
        }
        Map<String, Object> sweep = Variation.tree(model, "sweep");
        sweep.computeIfPresent("batch-variance", (key, value) -> Variation.scaled(value, v -> v * factor));
        sweep.computeIfPresent("batch-size", (key, value) -> factor < 1.0
                ? Variation.scaled(value, v -> Math.rint(v / factor)) : "1");
        return Optional.empty();
    }

    private static Object times(Object value, double factor) {
        return value instanceof List<?> several
                ? several.stream().map(one -> times(one, factor)).collect(Collectors.toList())
                : factor + "*(" + value + ")";
    }

    /** Sizes of batches are whole, and 1 at least. */
    private static Object size(Object value, double factor) {
        return (int) Math.max(1.0, Math.rint(Double.parseDouble(String.valueOf(value)) / factor));
    }
}
