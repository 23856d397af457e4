package org.thalweg.model.file;

import java.util.Optional;
import java.util.OptionalInt;
import org.thalweg.model.space.Range;

/**
 * What {@code thalweg sweep} varies unless told otherwise; empty where the file does not say.
 *
 * @param learningRate eta, all positive
 * @param batchVariance sigma2, all positive
 * @param anisotropy kappa, all positive
 * @param batchSize B, whole numbers
 * @param iterations of a cell, on surfaces that are not valleys; at least 1
 * @param particles trajectories a cell, at least 1
 */
public record SweepDefaults(
        Optional<Range> learningRate, Optional<Range> batchVariance, Optional<Range> anisotropy,
        Optional<Range> batchSize, OptionalInt iterations, OptionalInt particles) {
    /** A file that does not say anything. */
    public static final SweepDefaults NONE = new SweepDefaults(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(),
            OptionalInt.empty());
}
