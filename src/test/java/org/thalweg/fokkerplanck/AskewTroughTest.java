package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.quantity.Quantity;

/**
 * Open planes whose mass lies in a trough askew to both axes, far from the start: the window found holds all of it. The
 * law of a logistic neuron under noise of the same strength everywhere is exp(-L / D), here by the rule of trapezoids
 * around the minimum that Newton's method finds; on a bell that rule is exact to rounding.
 */
class AskewTroughTest {
    private static final int PANELS = 600;

    /** Seed 6 draws a trough eleven times as long as wide, between the samples of a window. */
    @ParameterizedTest
    @ValueSource(ints = {5, 6, 10})
    void theWindowHoldsTheLaw(int seed) throws Exception {
        Path model = Path.of("models/logistic-neuron.yaml");
        Setting setting = ModelFile.recorded(model, Files.readString(model), Map.of("seed", String.valueOf(seed)))
                .setting();
        DensitySolution found = StationaryDensity.solve(setting.effective(), DensityMethod.AUTO, Resolution.DEFAULT);
        double[] exact = byTrapezoids(setting);
        assertCovers(exact[0], found.quantities().get(Quantity.MEAN_X));
        assertCovers(exact[1], found.quantities().get(Quantity.VARIANCE_X));
    }

    private static void assertCovers(double exact, Measurement found) {
        assertTrue(found.standardError() < 1e-3 * Math.abs(exact), found::toString);
        assertEquals(exact, found.value(), 3.0 * found.standardError() + 1e-12 * Math.abs(exact));
    }

    /** Mean and variance of x under exp(-L / D), on panels along the principal axes to ten deviations. */
    private static double[] byTrapezoids(Setting setting) {
        LossSurface loss = setting.surface();
        double[] minimum = loss.landmarks().minima().get(0);
        double[][] h = new double[2][2];
        loss.hessian(minimum, h);
        double[][] tensor = new double[2][2];
        setting.diffusion().diffusionTensor(minimum, tensor);
        double d = tensor[0][0];
        double lowest = loss.value(minimum);
        double angle = 0.5 * Math.atan2(2.0 * h[0][1], h[0][0] - h[1][1]);
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        double along = Math.sqrt(d / (h[0][0] * c * c + 2.0 * h[0][1] * c * s + h[1][1] * s * s));
        double across = Math.sqrt(d / (h[0][0] * s * s - 2.0 * h[0][1] * c * s + h[1][1] * c * c));
        double mass = 0.0;
        double first = 0.0;
        double second = 0.0;
        for (int i = 0; i <= PANELS; i++) {
            double u = 10.0 * along * (2.0 * i / PANELS - 1.0);
            for (int k = 0; k <= PANELS; k++) {
                double v = 10.0 * across * (2.0 * k / PANELS - 1.0);
                double x = c * u - s * v;
                double p = Math.exp((lowest
                        - loss.value(new double[] {minimum[0] + x, minimum[1] + s * u + c * v})) / d);
                mass += p;
                first += p * x;
                second += p * x * x;
            }
        }
        double mean = first / mass;
        return new double[] {minimum[0] + mean, second / mass - mean * mean};
    }
}
