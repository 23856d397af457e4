package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;

/**
 * What densities of shipped cells are said to cost, against the processor seconds that the recordings of
 * docs/scaling.md have for them: within a factor of two.
 */
class DensityCostTest {
    private static void costs(double seconds, String model, double rate, double variance) throws ModelFileException {
        Setting cell = ModelFile.read(Path.of("models", model + ".yaml")).setting().withLearningRate(rate)
                .withBatchVariance(variance);
        double cost = DensityCost.seconds(cell.effective());
        assertTrue(cost > 0.5 * seconds && cost < 2.0 * seconds, model + ", " + variance + ": " + cost);
    }

    /** Low walls: the hotter, the more decades a range has. */
    @Test
    void rangesOfManyDecadesCostMore() throws ModelFileException {
        costs(0.078, "log-walled-valley", 0.0125, 8.0);
        costs(0.223, "log-walled-valley", 0.0125, 20.0);
        costs(1.9, "log-walled-valley", 0.0125, 40.0);
    }

    /** High walls: the colder, the deeper ln P falls below what numbers resolve. */
    @Test
    void depthsBeyondNumbersCostMore() throws ModelFileException {
        costs(0.005, "near-degenerate-valley", 0.025, 6.4);
        costs(0.22, "near-degenerate-valley", 0.0125, 4.8);
        costs(1.2, "near-degenerate-valley", 0.0125, 0.8);
    }

    /** Without a stationary state the solution says so, whatever is expected of it. */
    @Test
    void whereThereIsNoneAGridIsExpected() throws ModelFileException {
        Setting hot = ModelFile.read(Path.of("models", "log-walled-valley.yaml")).setting().withLearningRate(0.025)
                .withBatchVariance(40.0);
        assertEquals(0.3, DensityCost.seconds(hot.effective()));
    }
}
