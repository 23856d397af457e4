package org.thalweg.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.model.gradient.ValleyNoise;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.noise.AnisotropicNoise;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.FlatSet;
import org.thalweg.model.space.Interval;
import org.thalweg.model.surface.Valley;
import org.thalweg.refusal.Refusal;

/**
 * The conventions, each against an explicit number: t = eta k, and D = eta C / 2.
 *
 * <p>The example has eta = 0.05, sigma2 = C_yy = 2 and kappa = 4, hence C_xx = 0.5, Delta = D_yy = 0.05, D_xx = 0.0125.
 */
class ConventionsTest {
    private static final Setting EXAMPLE = new Setting("example", "",
            new Valley(new ValleyShape(Profile.constant(0.0), List.of(Profile.constant(2.0)))),
            new Domain(List.of(Interval.LINE, Interval.LINE)),
            new AnisotropicNoise(2.0 / 4.0, 2.0), new Sgd(0.05),
            new double[] {1.0, 0.0}, Optional.of(new FlatSet(1.5)));

    private static double[][] tensor(Setting setting) {
        double[][] tensor = {{9, 9}, {9, 9}};
        setting.diffusion().diffusionTensor(new double[] {0.3, -0.7}, tensor);
        return tensor;
    }

    private static void assertTensor(double along, double across, Setting setting) {
        double[][] tensor = tensor(setting);
        // One rounding for each factor.
        assertArrayEquals(new double[] {along, 0.0}, tensor[0], 1e-15);
        assertArrayEquals(new double[] {0.0, across}, tensor[1], 1e-15);
    }

    @Test
    void learningTimeIsLearningRateTimesIterations() {
        Sgd sgd = new Sgd(0.05);
        assertEquals(50.0, sgd.time(1000), 1e-13);
        assertEquals(1000, sgd.iterations(50.0));
        assertEquals(1, sgd.iterations(0.06));
        for (long k = 0; k < 100_000; k += 7) {
            assertEquals(k, sgd.iterations(sgd.time(k)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aLearningRateIsPositiveAndFinite(double learningRate) {
        assertEquals("learning rate " + learningRate + ": must be positive and finite",
                assertThrows(Refusal.class, () -> new Sgd(learningRate)).getMessage());
    }

    @Test
    void theDiffusionTensorIsHalfLearningRateTimesCovariance() {
        assertTensor(0.0125, 0.05, EXAMPLE);
        assertEquals(0.05, EXAMPLE.temperature().orElseThrow(), 1e-17);
        FloorDiffusion floor = FloorDiffusion.of(EXAMPLE.effective());
        assertEquals(0.0125, floor.along(0.3), 1e-17);
        assertEquals(0.05, floor.across(0, 0.3), 1e-17);
    }

    /** s s^T = eta C = 2 D, at a point and over a block: unit white noise is displaced by s = sqrt(2 D). */
    @Test
    void theAmplitudeSquaredIsTwiceTheTensor() {
        double[][] rate = new double[2][2];
        EXAMPLE.diffusion().covarianceRate(new double[] {0.0, 0.0}, rate);
        assertEquals(0.025, rate[0][0], 1e-17);
        assertEquals(0.1, rate[1][1], 1e-17);
        double[][] white = {{1, -2}, {3, 1}};
        double[][] displacement = new double[2][2];
        EXAMPLE.diffusion().bind(2).diffuse(new double[2][2], 2, white, displacement);
        assertArrayEquals(new double[] {Math.sqrt(0.025), -2 * Math.sqrt(0.025)}, displacement[0], 1e-15);
        assertArrayEquals(new double[] {3 * Math.sqrt(0.1), Math.sqrt(0.1)}, displacement[1], 1e-15);
        assertArrayEquals(new double[] {3, 1}, white[1]);
    }

    /** The drift is -grad L: L = y^2 / (2 F^2) with F = 2 has the gradient (0, y / 4). */
    @Test
    void theDriftIsDownhill() {
        double[] drift = new double[2];
        EXAMPLE.diffusion().drift(new double[] {0.3, 2.0}, drift);
        assertArrayEquals(new double[] {0.0, -0.5}, drift, 0.0);
        double[][] block = new double[2][3];
        EXAMPLE.diffusion().bind(3).drift(new double[][] {{0, 0, 0}, {2, 4, 6}}, 2, block);
        assertArrayEquals(new double[] {-0.5, -1.0, 0.0}, block[1], 0.0);
    }

    @Test
    void theTemperatureGrowsWithLearningRateAndBatchVariance() {
        assertTensor(0.025, 0.1, EXAMPLE.withLearningRate(0.1));
        assertTensor(0.025, 0.1, EXAMPLE.withBatchVariance(4.0));
        assertTensor(0.05, 0.05, EXAMPLE.withAnisotropy(1.0));
    }

    /** The limit eta to 0 of a fixed diffusion: the noise makes up for the learning rate. */
    @Test
    void halvingTheLearningRateAtFixedTemperatureKeepsTheDiffusion() {
        for (double learningRate : new double[] {0.1, 0.025, 1e-6}) {
            Setting other = EXAMPLE.withLearningRateAtFixedTemperature(learningRate);
            assertEquals(learningRate, other.sgd().learningRate());
            assertEquals(0.1 / learningRate, other.noise().batchVariance().orElseThrow(), 1e-12 / learningRate);
            assertTensor(0.0125, 0.05, other);
        }
    }

    /** A setting without what was changed is the same setting; the original is not touched. */
    @Test
    void changesLeaveTheRestAlone() {
        Setting changed = EXAMPLE.withStart(0.5, 0.1).withoutFlatSet().withDomain(
                new Domain(List.of(new Interval(0, 1, Boundary.PERIODIC), Interval.LINE)));
        assertEquals(Boundary.PERIODIC, changed.domain().along().boundary());
        assertArrayEquals(new double[] {0.5, 0.1}, changed.start());
        assertFalse(changed.flatSet().isPresent());
        assertTensor(0.0125, 0.05, changed);
        assertArrayEquals(new double[] {1.0, 0.0}, EXAMPLE.start());
        assertTrue(EXAMPLE.flatSet().orElseThrow().contains(1.5) && !EXAMPLE.flatSet().orElseThrow().contains(1.49));
    }

    /** Where D_yy varies there is no one temperature. */
    @Test
    void varyingNoiseHasNoSingleTemperature() {
        assertEquals(OptionalDouble.empty(), EXAMPLE.withNoise(new ValleyNoise()).temperature());
        // D_yy = eta C_yy / 2 with C_yy = 1 + x^2 at the start x = 1.
        assertEquals(0.05, EXAMPLE.withNoise(new ValleyNoise()).temperatureAt(new double[] {1.0, 0.0}), 1e-17);
    }

    @Test
    void onlyAValleyHasAFloor() {
        Setting bowl = new Setting("bowl", "", new Bowl(), EXAMPLE.domain(), EXAMPLE.noise(), EXAMPLE.sgd(),
                EXAMPLE.start(), Optional.empty());
        String message = assertThrows(Refusal.class, () -> FloorDiffusion.of(bowl.effective())).getMessage();
        assertTrue(message.startsWith("surface of 'bowl' is not a valley"), message);
    }
}
