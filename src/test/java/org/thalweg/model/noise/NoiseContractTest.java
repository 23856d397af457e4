package org.thalweg.model.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.model.file.ModelText;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseKernel;
import org.thalweg.model.gradient.NoiseKind;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Tape;

/** What every gradient noise promises, over the examples of the whole catalogue and some harder ones. */
class NoiseContractTest {
    private static final Seed SEED = new Seed(2024);
    private static final int SAMPLES = 200_000;

    /**
     * Two-sided normal tail beyond 5 standard errors: 5.7e-7 a comparison. About 10 noises x 3 points x up to 9
     * numbers: the false-alarm rate of this class is below 2e-4 for a new seed, and zero or one for this one.
     */
    private static final double SIGMAS = 5.0;

    private static final String VALLEY = "{kind: valley, flatness: \"1 + 0.5*cos(x)\"}";
    private static final String TWO = "{kind: valley, flatness: [\"1 + 0.5*cos(x)\", \"0.5 + exp(-x^2/2)\"]}";

    static Stream<GradientNoise> noises() {
        Stream<GradientNoise> harder = Stream.of(
                noise(TWO, "{kind: anisotropic, batch-variance: [2.0, 1.0], anisotropy: [4, 2]}"),
                noise(TWO, "{kind: power, strength: 2, exponent: 2, anisotropy: 0.5}"),
                noise(TWO, "{kind: isotropic, batch-variance: 3}"),
                noise(VALLEY, "{kind: power, strength: 2, exponent: 0.7, anisotropy: 3}"),
                noise(VALLEY, "{kind: power, strength: 2, exponent: 0, anisotropy: 3}"),
                noise(VALLEY, "{kind: formula, covariance: {xx: \"x^2\", xy: \"x*y\", yy: \"y^2\"}}"),
                noise(VALLEY, "{kind: formula, covariance: {xx: \"exp(x)\", yy: \"1\"}}"));
        return Stream.concat(NoiseCatalogue.KINDS.stream().map(NoiseContractTest::example), harder);
    }

    private static GradientNoise example(NoiseKind kind) {
        return noise(kind.exampleLoss(), kind.example());
    }

    private static GradientNoise noise(String loss, String noise) {
        return ModelText.sound(ModelText.of(loss, noise)).setting().noise();
    }

    private static List<double[]> places(int dimension) {
        Random random = new Random(SEED.value());
        return Stream.generate(() -> random.doubles(dimension, -2.0, 2.0).toArray())
                .limit(3).collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("noises")
    void samplesHaveMeanZeroAndTheStatedCovariance(GradientNoise noise) {
        int n = noise.dimension();
        int block = 0;
        for (double[] place : places(n)) {
            double[][] theta = repeated(place);
            double[][] sample = new double[n][SAMPLES];
            RandomStream stream = SEED.stream(Purpose.OTHER, block++);
            noise.bind(SAMPLES).sample(theta, SAMPLES, stream, sample);
            double[][] c = new double[n][n];
            noise.covariance(place, c);
            for (int i = 0; i < n; i++) {
                String where = noise + " at " + Arrays.toString(place) + ", entry " + i;
                assertEquals(0.0, Arrays.stream(sample[i]).sum() / SAMPLES, SIGMAS * Math.sqrt(c[i][i] / SAMPLES),
                        where);
                for (int j = 0; j <= i; j++) {
                    double sum = 0.0;
                    for (int k = 0; k < SAMPLES; k++) {
                        sum += sample[i][k] * sample[j][k];
                    }
                    // The variance of a product of Gaussians of mean zero: C_ii C_jj + C_ij^2 (Isserlis).
                    double error = Math.sqrt((c[i][i] * c[j][j] + c[i][j] * c[i][j]) / SAMPLES);
                    assertEquals(c[i][j], sum / SAMPLES, SIGMAS * error, where + "," + j);
                }
            }
        }
    }

    private static double[][] repeated(double[] place) {
        double[][] theta = new double[place.length][SAMPLES];
        for (int i = 0; i < place.length; i++) {
            Arrays.fill(theta[i], place[i]);
        }
        return theta;
    }

    /** R R^T from the kernel, with unit vectors for white numbers, is the covariance at the point. */
    @ParameterizedTest
    @MethodSource("noises")
    void blockIsPoint(GradientNoise noise) {
        int n = noise.dimension();
        for (double[] place : places(n)) {
            double[][] theta = new double[n][n];
            double[][] white = new double[n][n];
            for (int k = 0; k < n; k++) {
                white[k][k] = 1.0;
                for (int i = 0; i < n; i++) {
                    theta[i][k] = place[i];
                }
            }
            double[][] root = new double[n][n];
            NoiseKernel kernel = noise.bind(n + 3);
            kernel.colour(theta, n, white, root);
            double[][] c = new double[n][n];
            noise.covariance(place, c);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double product = 0.0;
                    for (int k = 0; k < n; k++) {
                        product += root[i][k] * root[j][k];
                    }
                    // A root and its square: a few units of rounding.
                    assertEquals(c[i][j], product, 8.0 * Math.ulp(1.0) * Math.sqrt(c[i][i] * c[j][j]),
                            noise.toString());
                }
            }
        }
    }

    /** Where the noise is written as expressions they are the colouring, and the variance is the diagonal of C. */
    @ParameterizedTest
    @MethodSource("noises")
    void expressionsAndVariancesAreThoseOfTheCovariance(GradientNoise noise) {
        int n = noise.dimension();
        List<Expression> white = IntStream.range(n, 2 * n).<Expression>mapToObj(Expression.Variable::new).toList();
        for (double[] place : places(n)) {
            double[][] c = new double[n][n];
            noise.covariance(place, c);
            for (int i = 0; i < n; i++) {
                assertEquals(c[i][i], noise.variance(i, place), 1e-14 * c[i][i], noise.toString());
            }
            noise.colour(white).ifPresent(coloured -> {
                double[][] product = new double[n][n];
                for (int column = 0; column < n; column++) {
                    double[] variables = Arrays.copyOf(place, 2 * n);
                    variables[n + column] = 1.0;
                    double[] outputs = new double[n];
                    Tape.of(2 * n, coloured).evaluate(variables, outputs);
                    for (int i = 0; i < n; i++) {
                        for (int j = 0; j < n; j++) {
                            product[i][j] += outputs[i] * outputs[j];
                        }
                    }
                }
                for (int i = 0; i < n; i++) {
                    assertArrayEquals(c[i], product[i], 1e-13 * c[i][i], noise.toString());
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("noises")
    void covarianceHasTheDeclaredStructure(GradientNoise noise) {
        int n = noise.dimension();
        double[][] first = new double[n][n];
        noise.covariance(places(n).get(0), first);
        for (double[] place : places(n)) {
            double[][] c = new double[n][n];
            noise.covariance(place, c);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    assertEquals(c[i][j], c[j][i], noise.toString());
                    assertTrue(i == j || c[i][j] == 0.0 || noise.structure() == NoiseStructure.GENERAL,
                            noise.toString());
                    assertTrue(c[i][j] == first[i][j] || noise.structure() != NoiseStructure.ADDITIVE,
                            noise.toString());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("noises")
    void batchVarianceScalesEverything(GradientNoise noise) {
        int n = noise.dimension();
        if (noise.batchVariance().isEmpty()) {
            return;
        }
        GradientNoise doubled = noise.withBatchVariance(2.0 * noise.batchVariance().getAsDouble());
        assertEquals(noise.anisotropy(), doubled.anisotropy());
        double[][] one = new double[n][n];
        double[][] two = new double[n][n];
        for (double[] place : places(n)) {
            noise.covariance(place, one);
            doubled.covariance(place, two);
            for (int i = 0; i < n; i++) {
                // A function of a matrix is good to the rounding of its largest entries.
                double scale = noise.structure() == NoiseStructure.GENERAL
                        ? IntStream.range(0, n).mapToDouble(k -> two[k][k]).max().orElseThrow() : two[i][i];
                assertEquals(2.0 * one[i][i], two[i][i], 8.0 * Math.ulp(scale), noise.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("noises")
    void anisotropyIsTheRatioOfVariances(GradientNoise noise) {
        int n = noise.dimension();
        double[][] c = new double[n][n];
        noise.covariance(places(n).get(0), c);
        noise.anisotropy().ifPresent(kappa -> assertEquals(kappa, c[1][1] / c[0][0], 1e-14 * kappa, noise.toString()));
    }

    @ParameterizedTest
    @MethodSource("noises")
    void canBePrinted(GradientNoise noise) {
        assertFalse(noise.toString().contains("@"), "give " + noise.getClass() + " a toString()");
    }
}
