package org.thalweg.model.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.thalweg.model.noise.AnisotropicNoise;
import org.thalweg.model.noise.LandscapeNoise;
import org.thalweg.model.surface.TwoValleys;
import org.thalweg.random.Purpose;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;

/** {@code times} multiplies every covariance; a noise that cannot do so itself is wrapped. */
class ScaledNoiseTest {
    private static final GradientNoise PLAIN = new ValleyNoise();
    private static final GradientNoise SCALED = PLAIN.times(9.0);
    private static final double[][] BLOCK = {{0.5, -1.0, 2.0}, {0.1, 0.2, 0.3}};

    @Test
    void theCovarianceIsMultiplied() {
        double[][] covariance = new double[2][2];
        SCALED.covariance(new double[] {2.0, 0.0}, covariance);
        assertArrayEquals(new double[] {9.0, 0.0}, covariance[0]);
        assertArrayEquals(new double[] {0.0, 45.0}, covariance[1]);
    }

    /** Deviations grow by the root of the factor, from the same random numbers. */
    @Test
    void samplesAndColoursAreMultipliedByTheRoot() {
        double[][] plain = new double[2][3];
        double[][] scaled = new double[2][3];
        PLAIN.bind(3).sample(BLOCK, 3, new Seed(1).stream(Purpose.OTHER, 0), plain);
        SCALED.bind(3).sample(BLOCK, 3, new Seed(1).stream(Purpose.OTHER, 0), scaled);
        assertTriple(plain, scaled);
        double[][] white = {{1, 2, 3}, {-1, 0, 1}};
        PLAIN.bind(3).colour(BLOCK, 3, white, plain);
        SCALED.bind(3).colour(BLOCK, 3, white, scaled);
        assertTriple(plain, scaled);
    }

    private static void assertTriple(double[][] plain, double[][] scaled) {
        for (int i = 0; i < plain.length; i++) {
            for (int k = 0; k < plain[i].length; k++) {
                assertEquals(3.0 * plain[i][k], scaled[i][k]);
            }
        }
    }

    @Test
    void theShapeOfTheNoiseIsKept() {
        assertEquals(2, SCALED.dimension());
        assertEquals(NoiseStructure.DIAGONAL, SCALED.structure());
        assertEquals(PLAIN.batchVariance(), SCALED.batchVariance());
        assertEquals(PLAIN.anisotropy(), SCALED.anisotropy());
    }

    /** The noise of a landscape that changes goes on changing with it. */
    @Test
    void theNoiseStillFollowsTime() {
        TwoValleys valleys = new TwoValleys(0.5, 20.0, 1.0);
        GradientNoise noise = new LandscapeNoise(valleys, 0.3, 1.0);
        double[] theta = {0.7};
        double later = noise.at(30.0).variance(0, theta);
        assertNotEquals(noise.variance(0, theta), later);
        assertEquals(4.0 * later, new ScaledNoise(noise, 4.0).at(30.0).variance(0, theta), 1e-14);
        assertEquals(0.25 * later, noise.withBatchSize(4).at(30.0).variance(0, theta), 1e-14);
    }

    /** Factors multiply, and a factor and its inverse cancel. */
    @Test
    void factorsMultiply() {
        double[][] covariance = new double[2][2];
        SCALED.times(1.0 / 9.0).covariance(new double[] {2.0, 0.0}, covariance);
        assertEquals(5.0, covariance[1][1], 1e-14);
    }

    /** A noise with a batch variance scales that number instead, and stays what it is. */
    @Test
    void aNoiseWithABatchVarianceScalesItself() {
        GradientNoise noise = new AnisotropicNoise(2.0 / 4.0, 2.0).times(3.0);
        assertEquals(AnisotropicNoise.class, noise.getClass());
        assertEquals(6.0, noise.batchVariance().orElseThrow(), 1e-15);
        assertEquals(4.0, noise.anisotropy().orElseThrow(), 1e-15);
    }

    @Test
    void whatANoiseDoesNotHaveCannotBeVaried() {
        assertEquals("this noise has no batch variance; vary one of its parameters instead",
                assertThrows(Refusal.class, () -> SCALED.withBatchVariance(1.0)).getMessage());
        assertEquals("this noise has no anisotropy; vary one of its parameters instead",
                assertThrows(Refusal.class, () -> SCALED.withAnisotropy(1.0)).getMessage());
    }
}
