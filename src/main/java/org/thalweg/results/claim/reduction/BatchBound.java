package org.thalweg.results.claim.reduction;

import java.nio.file.Path;
import org.thalweg.data.NumberTable;

/**
 * The learning rate beyond which a network's steps grow across its valley, where the curvature varies from batch to
 * batch: 2 / (lambda (1 + s^2)), s^2 inversely as the batch (docs/theory/bounds.md). The bound of the reduced valley,
 * whose curvature does not vary, is 2 / lambda.
 *
 * @param curvature of the sharpest direction, at each place
 * @param bound at the run's batch size, likewise
 */
public record BatchBound(double[] curvature, double[] bound) {
    /** Reads it off the table of a valley. */
    public static BatchBound of(Path table) {
        double[] flatness = NumberTable.column(table, "flatness_1");
        double[] curvature = new double[flatness.length];
        for (int i = 0; i < curvature.length; i++) {
            curvature[i] = 1.0 / (flatness[i] * flatness[i]);
        }
        return new BatchBound(curvature, NumberTable.column(table, "learning_rate_bound"));
    }

    /**
     * The least of all places.
     *
     * @param variance of a batch, in units of that of the run's
     */
    public double at(double variance) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < bound.length; i++) {
            double fickle = Math.max(0.0, 2.0 / (curvature[i] * bound[i]) - 1.0);
            least = Math.min(least, 2.0 / (curvature[i] * (1.0 + variance * fickle)));
        }
        return least;
    }
}
