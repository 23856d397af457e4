package org.thalweg.spectra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.thalweg.random.Seed;

/** Densities by random vectors beside those of eigenvalues that are known. */
class SpectralDensityTest {
    private static final Seed SEED = new Seed(20261129);

    /** A few large eigenvalues over a bulk, turned by a reflection so that no unit vector is an eigenvector. */
    private static DenseMatrix matrix(double[] eigenvalues) {
        int n = eigenvalues.length;
        double[] u = new SplittableRandom(SEED.value()).doubles(n, -1.0, 1.0).toArray();
        double squares = Arrays.stream(u).map(x -> x * x).sum();
        double[][] q = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                q[i][j] = (i == j ? 1.0 : 0.0) - 2.0 * u[i] * u[j] / squares;
            }
        }
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    a[i][j] += q[i][k] * eigenvalues[k] * q[k][j];
                }
            }
        }
        return new DenseMatrix(a);
    }

    private static double[] eigenvalues() {
        double[] values = new double[200];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < 4 ? 10.0 - 2.0 * i : Math.pow((values.length - i) / 196.0, 3.0) - 0.2;
        }
        return values;
    }

    /**
     * At 60 places within 4.5 standard errors of 15 degrees of freedom: a false alarm in 60 x 4e-4 = 2 % of seeds, and
     * less as places are correlated.
     */
    @Test
    void withinItsErrorBars() {
        double[] exact = eigenvalues();
        DenseMatrix matrix = matrix(exact);
        Lanczos.Pairs pairs = new Lanczos(4, 1).of(matrix, SEED).first(4);
        SpectralDensity density = new SpectralDensity(0.2, 16, 60);
        double[] places = new double[60];
        Arrays.setAll(places, k -> -1.0 + 0.2 * k);
        SpectralDensity.Curve curve = density.of(matrix, pairs, places, SEED);
        double mass = 0.0;
        for (int k = 0; k < places.length; k++) {
            double difference = curve.density()[k] - exact(density, exact, places[k]);
            assertTrue(Math.abs(difference) <= 4.5 * curve.error()[k] + 1e-12,
                    "seed " + SEED + ", at " + places[k] + ": " + difference + " +- " + curve.error()[k]);
            mass += 0.2 * curve.density()[k];
        }
        assertEquals(1.0, mass, 1e-3, "the density integrates to 1");
        assertTrue(Arrays.stream(curve.error()).max().orElseThrow() > 0.0);
    }

    /** Where all eigenpairs are known there is nothing left to draw. */
    @Test
    void exactWhereAllArePairs() {
        double[] exact = {3.0, 1.0, -0.5};
        Spectrum spectrum = Spectrum.of(matrix(exact));
        SpectralDensity density = new SpectralDensity(0.3, 4, 3);
        double[] places = {-1.0, 0.9, 3.0};
        SpectralDensity.Curve curve = density.of(matrix(exact), Lanczos.Pairs.of(spectrum), places, SEED);
        for (int k = 0; k < places.length; k++) {
            assertEquals(exact(density, exact, places[k]), curve.density()[k], 1e-12);
            assertEquals(0.0, curve.error()[k]);
        }
    }

    /** Products for the whole space: the quadrature is exact, and one vector's error is that of sampling. */
    @Test
    void oneDimensionLeft() {
        double[] exact = {3.0, 1.0, -0.5};
        Lanczos.Pairs pairs = Lanczos.Pairs.of(Spectrum.of(matrix(exact))).first(2);
        SpectralDensity density = new SpectralDensity(0.3, 2, 5);
        SpectralDensity.Curve curve = density.of(matrix(exact), pairs, new double[] {-0.4}, SEED);
        assertEquals(exact(density, exact, -0.4), curve.density()[0], 1e-12);
        assertEquals(0.0, curve.error()[0], 1e-12);
    }

    /** The density of eigenvalues that are known: each a Gaussian of the curve's width. */
    private static double exact(SpectralDensity density, double[] eigenvalues, double place) {
        NormalDistribution blurred = new NormalDistribution(0.0, density.width());
        return Arrays.stream(eigenvalues).map(value -> blurred.density(place - value)).average().orElseThrow();
    }
}
