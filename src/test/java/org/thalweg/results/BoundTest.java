package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;

/** The upper bounds that a model has, as numbers on the axes of a sweep. */
class BoundTest {
    private static Bound named(List<Bound> bounds, String name) {
        return bounds.stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();
    }

    /** The ring: lambda = 1/F^2 from 4/9 to 4, hence 2/lambda from 1/2 to 9/2, whatever the batch variance. */
    @Test
    void theRingHasStepSizeBounds() {
        for (double batchVariance : new double[] {1.0, 8.0}) {
            PlainSetting ring = Ring.of(0.05, batchVariance, 4.0);
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
        PlainSetting valley = Ring.model(Path.of("models", "near-degenerate-valley.yaml"), Map.of());
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
        PlainSetting valley = Ring.model(Path.of("models", "log-walled-valley.yaml"), Map.of());
        List<Bound> bounds = Bound.all(valley);
        double kappa = valley.noise().anisotropy().orElseThrow();
        double state = named(bounds, "no stationary state").temperature().orElseThrow();
        double mean = named(bounds, "infinite mean flatness").temperature().orElseThrow();
        // Tail exponents are fitted far out.
        assertEquals((kappa + 2.0) / (kappa + 1.0), state / mean, 1e-4);
    }

    /** Every shipped model says of each of the three kinds what its bound is, or why there is none. */
    @Test
    void everyModelHasItsBoundsOrReasons() throws IOException, ModelFileException {
        try (Stream<Path> files = Files.list(Path.of("models"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                Setting setting = ModelFile.read(file).setting();
                List<String> names = Bound.all(setting).stream().map(Bound::name).toList();
                String all = names + " " + Bound.absent(setting).keySet();
                assertTrue(all.contains("selection bifurcation") && all.contains("no stationary state"), file + all);
                assertTrue(all.contains("expelled") || all.contains("unstable minimum")
                        || all.contains("step-size divergence"), file + all);
                Bound.all(setting).forEach(b -> assertTrue(b.asLearningRate(setting) > 0.0, file + " " + b));
            }
        }
    }

    /** The sharpest of the eight directions has the curvature 3; two valleys and a neuron have smooth minima too. */
    @Test
    void surfacesThatAreNoValleysLoseTheirMinima() {
        assertEquals(2.0 / 3.0, unstable("inverse-variance-flatness"), 1e-12);
        assertTrue(unstable("two-valleys") > 0.01);
        assertTrue(unstable("logistic-neuron") > 0.01);
        assertTrue(Bound.all(Ring.model(Path.of("models", "asymmetric-valley.yaml"), Map.of())).isEmpty());
    }

    private static double unstable(String model) {
        PlainSetting setting = Ring.model(Path.of("models", model + ".yaml"), Map.of());
        return named(Bound.all(setting), "unstable minimum").asLearningRate(setting);
    }

    /**
     * Batches of 8 that see curvatures with a spread of 0.2, and shifts that move lambda = exp(-x) by exp(dx): q = f
     * Var(s lambda(x - dx)), f = (1/8)(1 - 8/4096). Relative to lambda^2 that is f (1.04 e^(2/100) - 1) e^(1/100) for
     * normal data.
     */
    @Test
    void batchesThatSeeDifferentCurvaturesLowerTheBound() {
        PlainSetting setting = Ring.model(Path.of("models", "mini-batch-valley.yaml"), Map.of());
        double spread = 0.125 * (1.0 - 8.0 / 4096.0) * (1.04 * Math.exp(0.01) - 1.0) * Math.exp(0.01);
        double sharpest = Math.exp(1.0);
        double expected = 2.0 / (sharpest * (1.0 + spread));
        // The variance of 4096 samples is off by 2 %, of a term that is 0.6 % itself.
        assertEquals(expected, named(Bound.all(setting), "expelled from the sharp part").asLearningRate(setting),
                1e-3 * expected);
    }
}
