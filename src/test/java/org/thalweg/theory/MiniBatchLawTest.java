package org.thalweg.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;

/** The law along the floor of an exponential valley under mini-batches, P ~ F^(kappa + 4). */
class MiniBatchLawTest {
    private static PlainSetting valley(String samples) throws ModelFileException {
        return ModelFile.read(Path.of("models", "mini-batch-valley.yaml")).with(Map.of("noise.samples", samples))
                .setting().effective();
    }

    /** C is the same multiple of lambda^2 everywhere on the floor, so that kappa is one number, and P a power of F. */
    @Test
    void theMarginalIsAPowerOfTheFlatness() throws ModelFileException {
        PlainSetting setting = valley("4096");
        double kappa = kappa(setting, 0.0);
        assertEquals(kappa, kappa(setting, -0.9), 1e-9 * kappa);
        assertEquals(kappa, kappa(setting, 0.7), 1e-9 * kappa);
        GeneralNoise law = GeneralNoise.of(setting);
        // ln F = x / 2.
        double exponent = (law.logDensity(0.9) - law.logDensity(-0.9)) / 0.9;
        assertEquals(kappa + 4.0, exponent, 1e-6);
    }

    /**
     * kappa of normal data, 3.05. The fourth moment of N normal numbers has the relative error sqrt(96/9 / N); kappa
     * half as much again in all: 4.9 of them, 1e-6 false alarms, fixed data.
     */
    @ParameterizedTest
    @ValueSource(ints = {4096, 65536})
    void kappaOfNormalData(int samples) throws ModelFileException {
        double m = 1.04 * Math.exp(8.0 * 0.25 * 0.01);
        double kappa = m / (0.25 * 0.64 * (3.0 * m - Math.exp(4.0 * 0.25 * 0.01)));
        assertEquals(kappa, kappa(valley(Integer.toString(samples)), 0.2),
                4.9 * 1.5 * kappa * Math.sqrt(96.0 / 9.0 / samples));
    }

    private static double kappa(PlainSetting setting, double x) {
        double[] point = {x, 0.0};
        return setting.noise().variance(1, point) / setting.noise().variance(0, point);
    }
}
