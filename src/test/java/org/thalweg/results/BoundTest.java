package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.model.Setting;

/** The upper bounds that a model has, as numbers on the axes of a sweep. */
class BoundTest {
    private static Bound named(List<Bound> bounds, String name) {
        return bounds.stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();
    }

    /** The ring: lambda = 1/F^2 from 4/9 to 4, hence 2/lambda from 1/2 to 9/2, whatever the batch variance. */
    @Test
    void theRingHasStepSizeBounds() {
        for (double batchVariance : new double[] {1.0, 8.0}) {
            Setting ring = Ring.of(0.05, batchVariance, 4.0);
            List<Bound> bounds = Bound.all(ring);
            assertEquals(List.of("expelled from the sharp part", "divergence"),
                    bounds.stream().map(Bound::name).toList());
            // The extremes of F are searched on a grid.
            assertEquals(0.5, bounds.get(0).asLearningRate(ring), 1e-4);
            assertEquals(4.5, bounds.get(1).asLearningRate(ring), 1e-3);
            assertTrue(bounds.stream().allMatch(b -> b.temperature().isEmpty()));
        }
    }

    /** A bound on Delta = eta sigma2 / 2 is, as a learning rate, inverse to the batch variance. */
    @Test
    void aTemperatureBoundDependsOnTheBatchVariance() {
        Setting valley = Ring.model(Path.of("models", "near-degenerate-valley.yaml"), Map.of());
        Bound bound = named(Bound.all(valley), "selection bifurcation");
        double sigma2 = valley.noise().batchVariance().orElseThrow();
        double critical = bound.temperature().orElseThrow();
        assertEquals(2.0 * critical / sigma2, bound.asLearningRate(valley), 1e-12);
        assertEquals(critical / sigma2, bound.asLearningRate(valley.withBatchVariance(2.0 * sigma2)), 1e-12);
        assertEquals(2.0 * critical / sigma2, bound.asLearningRate(valley.withLearningRate(0.001)), 1e-12);
    }

    /** The stationary state is lost at eps kappa/(kappa + 1), &lt;F&gt; already at eps kappa/(kappa + 2). */
    @Test
    void theLogWalledValleyLosesItsMeanFirst() {
        Setting valley = Ring.model(Path.of("models", "log-walled-valley.yaml"), Map.of());
        List<Bound> bounds = Bound.all(valley);
        double kappa = valley.noise().anisotropy().orElseThrow();
        double state = named(bounds, "no stationary state").temperature().orElseThrow();
        double mean = named(bounds, "infinite mean flatness").temperature().orElseThrow();
        // Tail exponents are fitted far out.
        assertEquals((kappa + 2.0) / (kappa + 1.0), state / mean, 1e-4);
    }
}
