package org.thalweg.spectra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;

/** Extreme eigenvalues by products alone, beside the whole spectrum. */
class LanczosTest {
    private static final long SEED = 20261202;

    private final SplittableRandom random = new SplittableRandom(SEED);

    private DenseMatrix random(int n) {
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = random.nextDouble() - 0.5;
                a[j][i] = a[i][j];
            }
        }
        return new DenseMatrix(a);
    }

    /** Residuals are true: the distance to the nearest eigenvalue is within them, and |A v - lambda v| is one. */
    @Test
    void agreesWithTheWholeSpectrum() {
        for (int n : new int[] {1, 2, 5, 30, 120}) {
            DenseMatrix matrix = random(n);
            double[] exact = Spectrum.values(matrix).values();
            int top = Math.min(n, 3);
            int bottom = Math.min(n - top, 2);
            Lanczos.Pairs pairs = new Lanczos(top, bottom).of(matrix, new Seed(SEED));
            assertTrue(pairs.converged());
            double[] product = new double[n];
            for (int k = 0; k < top + bottom; k++) {
                double expected = k < top ? exact[k] : exact[n - top - bottom + k];
                assertEquals(expected, pairs.values()[k], 1e-12 * n, "seed " + SEED);
                matrix.apply(pairs.vectors()[k], product);
                double squares = 0.0;
                for (int i = 0; i < n; i++) {
                    double r = product[i] - pairs.values()[k] * pairs.vectors()[k][i];
                    squares += r * r;
                }
                assertEquals(pairs.residuals()[k], Math.sqrt(squares), 1e-12 * n, "seed " + SEED);
            }
        }
    }

    /** Eigenvalues that are there several times, and a matrix of low rank: the basis closes, and goes on. */
    @Test
    void multipleEigenvalues() {
        double[][] a = new double[12][12];
        for (int i = 0; i < 12; i++) {
            a[i][i] = i < 3 ? 5.0 : i < 5 ? 2.0 : 0.0;
        }
        Lanczos.Pairs pairs = new Lanczos(6, 1).of(new DenseMatrix(a), new Seed(SEED));
        double[] expected = {5, 5, 5, 2, 2, 0, 0};
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], pairs.values()[k], 1e-13, "seed " + SEED);
        }
        assertEquals(0.0, new Lanczos(1, 0).of(new DenseMatrix(new double[4][4]), new Seed(SEED)).values()[0]);
    }

    /**
     * A closed basis holds every eigenvalue there is: a vector at random that is an eigenvector says that all of the
     * rest has its eigenvalue. Of rank 3 the fifth largest is known after five products, of 300 rows as of ten.
     */
    @Test
    void aClosedBasisIsEnough() {
        for (int n : new int[] {10, 300}) {
            double[][] a = new double[n][n];
            a[0][0] = 3.0;
            a[1][1] = 3.0;
            a[2][2] = -1.0;
            Lanczos.Pairs pairs = new Lanczos(4, 1).of(new DenseMatrix(a), new Seed(SEED));
            double[] expected = {3.0, 3.0, 0.0, 0.0, -1.0};
            for (int k = 0; k < expected.length; k++) {
                assertEquals(expected[k], pairs.values()[k], 1e-13, "seed " + SEED);
            }
            assertTrue(pairs.converged());
            assertTrue(pairs.products() <= 6, pairs.products() + " products");
        }
    }

    /** Too few products: the pairs so far, said to be unfinished, their errors within their residuals. */
    @Test
    void unfinishedIsSaid() {
        DenseMatrix matrix = random(200);
        double[] exact = Spectrum.values(matrix).values();
        Lanczos.Pairs pairs = new Lanczos(4, 0, 1e-10, 12).of(matrix, new Seed(SEED));
        assertTrue(!pairs.converged() && pairs.products() == 12);
        for (int k = 0; k < 4; k++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (double value : exact) {
                nearest = Math.min(nearest, Math.abs(value - pairs.values()[k]));
            }
            assertTrue(nearest <= pairs.residuals()[k] + 1e-12, "seed " + SEED);
        }
    }

    @Test
    void refusals() {
        assertThrows(Refusal.class, () -> new Lanczos(0, 0).of(random(3), new Seed(SEED)));
        assertThrows(Refusal.class, () -> new Lanczos(3, 1).of(random(3), new Seed(SEED)));
    }
}
