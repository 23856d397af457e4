package org.thalweg.model.noise.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelText;
import org.thalweg.random.Purpose;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;

/** Mini-batches of a finite data set: their covariance is that of the data, and samples are drawn as they should be. */
class MiniBatchNoiseTest {
    private static final Seed SEED = new Seed(32);
    private static final String VALLEY = "{kind: valley, flatness: \"1 + 0.5*cos(x)\", floor: \"0.1*sin(2*x)\"}";
    private static final String DATA = "samples: 64, batch: 8, shift: {x: 0.2, y: 0.4}, curvature: 0.3";
    private static final double[][] FIVE_POINTS = {{0.0, 0.0}, {2.9, -0.3}, {-1.0, 0.5}, {1.3, 0.02}, {-2.2, -1.5}};

    private static MiniBatchNoise noise(String more) {
        return noise(VALLEY, more);
    }

    private static MiniBatchNoise noise(String loss, String more) {
        return (MiniBatchNoise) ModelText.sound(ModelText.of(loss, "{kind: mini-batch, " + more + "}"))
                .setting().noise();
    }

    /** The gradient of sample i at a point, written down as the definition has it. */
    private static double[] gradient(DataSet data, int i, double[] theta) {
        double u = theta[0] - data.dx(i);
        double w = theta[1] - data.dy(i);
        double f = 1.0 + 0.5 * Math.cos(u);
        double fSlope = -0.5 * Math.sin(u);
        double s = data.scale(i);
        return new double[] {
            s * (0.2 * Math.cos(2.0 * u) - w * w * fSlope / (f * f * f)), s * w / (f * f)};
    }

    private static DataSet data() {
        return DataSet.of(new Seed(0), 64, new DataSet.Spread(0.2, 0.4, 0.3));
    }

    /** S by a double loop over samples and entries; exact but for the rounding of 64 terms and of the table. */
    private static double[][] directCovariance(DataSet data, double[] theta) {
        double[] mean = new double[2];
        for (int i = 0; i < data.size(); i++) {
            double[] g = gradient(data, i, theta);
            mean[0] += g[0] / data.size();
            mean[1] += g[1] / data.size();
        }
        double[][] s = new double[2][2];
        for (int i = 0; i < data.size(); i++) {
            double[] g = gradient(data, i, theta);
            for (int a = 0; a < 2; a++) {
                for (int b = 0; b < 2; b++) {
                    s[a][b] += (g[a] - mean[a]) * (g[b] - mean[b]) / data.size();
                }
            }
        }
        return s;
    }

    @ParameterizedTest
    @ValueSource(strings = {"replacement: true", "replacement: false", "reshuffle: true"})
    void theCovarianceIsTheDirectSumOverTheData(String drawn) {
        MiniBatchNoise noise = noise(DATA + ", " + drawn);
        double factor = drawn.equals("replacement: true") ? 1.0 / 8 : (64.0 - 8.0) / (8.0 * 63.0);
        for (double[] theta : FIVE_POINTS) {
            double[][] direct = directCovariance(data(), theta);
            double[][] found = new double[2][2];
            noise.covariance(theta, found);
            for (int a = 0; a < 2; a++) {
                for (int b = 0; b < 2; b++) {
                    assertEquals(factor * direct[a][b], found[a][b],
                            1e-11 * factor * Math.sqrt(direct[a][a] * direct[b][b]), Arrays.toString(theta));
                }
            }
        }
    }

    /**
     * Literal batches have the stated covariance, cross terms included, within 4 standard errors taken from the samples
     * themselves: 6e-5 a comparison. 3 ways of drawing, 5 points, 3 entries and 2 means: 5e-3 for a new seed, nothing
     * or everything for this one.
     */
    @ParameterizedTest
    @ValueSource(strings = {"replacement: true", "replacement: false", "reshuffle: true"})
    void literalBatchesHaveIt(String drawn) {
        MiniBatchNoise noise = noise(DATA + ", " + drawn);
        // Each of these particles shuffles all its data for one batch of them.
        int batches = drawn.startsWith("reshuffle") ? 20_000 : 100_000;
        for (double[] theta : FIVE_POINTS) {
            double[][] repeated = new double[2][batches];
            Arrays.fill(repeated[0], theta[0]);
            Arrays.fill(repeated[1], theta[1]);
            double[][] sample = new double[2][batches];
            noise.bind(batches).sample(repeated, batches, SEED.stream(Purpose.OTHER, 0), sample);
            double[][] c = new double[2][2];
            noise.covariance(theta, c);
            for (int a = 0; a < 2; a++) {
                assertMean(0.0, sample[a], "mean " + a);
                for (int b = 0; b <= a; b++) {
                    double[] product = new double[batches];
                    for (int k = 0; k < batches; k++) {
                        product[k] = sample[a][k] * sample[b][k];
                    }
                    assertMean(c[a][b], product, noise + " at " + Arrays.toString(theta) + " " + a + b);
                }
            }
        }
    }

    private static void assertMean(double expected, double[] values, String what) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        double z = (mean - expected) / Math.sqrt(variance / values.length);
        assertTrue(Math.abs(z) < 4.0, what + ": " + mean + " for " + expected + ", z = " + z);
    }

    /**
     * Every batch is what the definition says of its samples: here all but one, whichever it is, so that the 64 means
     * of 63 gradients are all there can be. Particles do not fill a line, and batches are longer than a row.
     */
    @Test
    void batchesAreMeansOfGradients() {
        MiniBatchNoise noise = noise("samples: 64, batch: 63, shift: {x: 0.2, y: 0.4}, curvature: 0.3");
        double[] theta = FIVE_POINTS[1];
        int count = 13;
        double[][] repeated = new double[2][count];
        Arrays.fill(repeated[0], theta[0]);
        Arrays.fill(repeated[1], theta[1]);
        double[][] sample = new double[2][count];
        noise.bind(count).sample(repeated, count, SEED.stream(Purpose.OTHER, 8), sample);
        double[][] expected = new double[64][];
        double[] mean = new double[2];
        for (int i = 0; i < 64; i++) {
            expected[i] = gradient(data(), i, theta);
            mean[0] += expected[i][0] / 64;
            mean[1] += expected[i][1] / 64;
        }
        for (int k = 0; k < count; k++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (double[] left : expected) {
                // (64 mean - g) / 63 - mean
                nearest = Math.min(nearest, Math.hypot(
                        sample[0][k] - (mean[0] - left[0]) / 63, sample[1][k] - (mean[1] - left[1]) / 63));
            }
            assertEquals(0.0, nearest, 1e-12);
        }
    }

    /** Without shifts along the valley there is a shorter way; a tiny shift takes the long one. */
    @Test
    void theShortWayIsTheLongWay() {
        MiniBatchNoise shorter = noise("samples: 64, batch: 8, shift: {y: 0.4}, curvature: 0.3");
        MiniBatchNoise longer = noise("samples: 64, batch: 8, shift: {x: 1e-13, y: 0.4}, curvature: 0.3");
        double[][] theta = {{0.0, 2.9, -1.0, 1.3, -2.2}, {0.0, -0.3, 0.5, 0.02, -1.5}};
        double[][] a = new double[2][5];
        double[][] b = new double[2][5];
        shorter.bind(5).sample(theta, 5, SEED.stream(Purpose.OTHER, 1), a);
        longer.bind(5).sample(theta, 5, SEED.stream(Purpose.OTHER, 1), b);
        assertArrayEquals(a[0], b[0], 1e-11);
        assertArrayEquals(a[1], b[1], 1e-11);
    }

    @Test
    void allSamplesTogetherHaveNoNoise() {
        MiniBatchNoise all = noise("samples: 64, batch: 64, shift: {x: 0.2, y: 0.4}, curvature: 0.3");
        double[][] sample = new double[2][1];
        all.bind(1).sample(new double[][] {{1.0}, {0.7}}, 1, SEED.stream(Purpose.OTHER, 2), sample);
        assertEquals(0.0, sample[0][0], 1e-13);
        assertEquals(0.0, sample[1][0], 1e-13);
        double[][] c = new double[2][2];
        all.covariance(new double[] {1.0, 0.7}, c);
        assertArrayEquals(new double[2], c[0]);
    }

    /** Batches of another size: S (N - B) / (B (N - 1)), and the same data. */
    @Test
    void theBatchSizeDividesTheVariance() {
        MiniBatchNoise eight = noise(DATA);
        double[] theta = {1.0, 0.2};
        for (int size : List.of(1, 16, 63)) {
            double expected = (64.0 - size) / size / ((64.0 - 8) / 8);
            assertEquals(expected, eight.withBatchSize(size).variance(1, theta) / eight.variance(1, theta), 1e-12);
            assertEquals(expected, eight.withBatchSize(size).batchVariance().getAsDouble()
                    / eight.batchVariance().getAsDouble(), 1e-12);
        }
        assertEquals(8, eight.batchSize().getAsInt());
        double doubled = eight.times(2.0).variance(0, theta);
        assertEquals(2.0 * eight.variance(0, theta), doubled, 1e-15);
    }

    /** The model file alone determines the data, and another data-seed makes others. */
    @Test
    void theDataBelongToTheModel() {
        double[] theta = {1.0, 0.2};
        assertEquals(noise(DATA).variance(1, theta), noise(DATA).variance(1, theta));
        assertTrue(noise(DATA).variance(1, theta) != noise(DATA + ", data-seed: 1").variance(1, theta));
        DataSet shorter = DataSet.of(new Seed(5), 8, new DataSet.Spread(0.1, 0.2, 0.3));
        // Rounded to the nearest multiple of 2^-17.
        assertEquals(0.1 * normal(5, 0, 8)[0], shorter.dx(0), 0.1 * 0x1p-18);
        assertEquals(0.2 * 0x1p-17 * Math.round(0x1p17 * normal(5, 1, 8)[3]), shorter.dy(3));
        assertEquals(1.0 + 0.3 * 0x1p-17 * Math.round(0x1p17 * normal(5, 2, 8)[7]), shorter.scale(7));
    }

    private static double[] normal(long seed, long block, int count) {
        double[] values = new double[count];
        new Seed(seed).stream(Purpose.DATA, block).fillNormal(values, count);
        return values;
    }

    /**
     * A flatness that changes within a hundredth of the domain: panels are halved until their polynomials meet the
     * sums.
     */
    @Test
    void sharpPlacesHaveShorterPanels() {
        String sharp = "{kind: valley, flatness: \"1 + 0.5*tanh(20*x)\"}";
        MiniBatchNoise noise = noise(sharp, "samples: 64, batch: 8, shift: {x: 0.01, y: 0.4}, curvature: 0.3");
        DataSet data = DataSet.of(new Seed(0), 64, new DataSet.Spread(0.01, 0.4, 0.3));
        LandscapeSums sums = new LandscapeSums(ModelText
                .sound(ModelText.of(sharp, "{kind: isotropic, batch-variance: 1}"))
                .setting().surface().geometry().shape().orElseThrow(), data);
        double[] direct = new double[LandscapeTable.ROWS];
        double[] c = new double[3];
        for (double x = -0.3; x < 0.3; x += 0.0371) {
            sums.at(x, direct);
            noise.covariance(direct, 0.2, c);
            assertEquals(c[0], noise.variance(0, new double[] {x, 0.2}), 1e-10 * c[0]);
            assertEquals(c[2], noise.variance(1, new double[] {x, 0.2}), 1e-10 * c[2]);
        }
    }

    /** Where the flatness has a kink everywhere, sums are taken: right, and slow. */
    @Test
    void kinksAreSummedOver() {
        MiniBatchNoise kinked = noise("{kind: valley, flatness: \"1 + abs(x)\"}", DATA);
        DataSet data = data();
        double mean = 0.0;
        double square = 0.0;
        for (int i = 0; i < 64; i++) {
            double f = 1.0 + Math.abs(0.1 - data.dx(i));
            double g = data.scale(i) * (0.5 - data.dy(i)) / (f * f);
            mean += g / 64;
            square += g * g / 64;
        }
        assertEquals((square - mean * mean) * 56 / (8 * 63.0), kinked.variance(1, new double[] {0.1, 0.5}), 1e-14);
    }

    @Test
    void reshufflingHasNoDiffusion() {
        Setting setting = ModelText.sound(ModelText.of(VALLEY, "{kind: mini-batch, reshuffle: true, " + DATA + "}"))
                .setting();
        Refusal refused = org.junit.jupiter.api.Assertions.assertThrows(
                Refusal.class, setting::diffusion);
        assertTrue(refused.getMessage().contains("remove noise.reshuffle"), refused.getMessage());
        assertTrue(setting.temperature().isEmpty());
    }
}
