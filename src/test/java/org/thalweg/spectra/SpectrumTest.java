package org.thalweg.spectra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.junit.jupiter.api.Test;

/** Eigenvalues of whole matrices: known ones, and those of another program. */
class SpectrumTest {
    private static final long SEED = 20261129;

    private final SplittableRandom random = new SplittableRandom(SEED);

    private DenseMatrix random(int n) {
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = random.nextInt(5) == 0 ? 0.0 : random.nextDouble() - 0.5;
                a[j][i] = a[i][j];
            }
        }
        return new DenseMatrix(a);
    }

    private static double[] hipparchus(DenseMatrix matrix) {
        return new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix.rows())).getEigenvalues();
    }

    /** A v = lambda v, and vectors of length 1 at right angles. */
    private static void assertEigenvectors(DenseMatrix matrix, Spectrum spectrum, double scale) {
        int n = matrix.dimension();
        double[] product = new double[n];
        for (int i = 0; i < n; i++) {
            double[] v = spectrum.vectors()[i];
            matrix.apply(v, product);
            for (int j = 0; j < n; j++) {
                assertEquals(spectrum.values()[i] * v[j], product[j], 1e-13 * scale, "seed " + SEED);
            }
            for (int j = 0; j <= i; j++) {
                double overlap = 0.0;
                for (int k = 0; k < n; k++) {
                    overlap += v[k] * spectrum.vectors()[j][k];
                }
                assertEquals(i == j ? 1.0 : 0.0, overlap, 1e-12, "seed " + SEED);
            }
        }
    }

    /** The reduction, which takes the time, serves both questions: in either order the same bits as asked anew. */
    @Test
    void oneReductionServesValuesAndVectors() {
        DenseMatrix matrix = random(41);
        Tridiagonal reduced = Tridiagonal.of(matrix, true);
        Spectrum anew = Spectrum.of(matrix);
        for (int twice = 0; twice < 2; twice++) {
            assertArrayEquals(anew.values(), reduced.values().values());
            assertArrayEquals(anew.values(), reduced.spectrum().values());
            assertArrayEquals(anew.vectors(), reduced.spectrum().vectors());
        }
    }

    @Test
    void agreesWithAnotherProgram() {
        for (int n : new int[] {1, 2, 3, 7, 8, 9, 20, 41, 63, 64, 65, 130}) {
            DenseMatrix matrix = random(n);
            double[] expected = hipparchus(matrix);
            Arrays.sort(expected);
            Spectrum spectrum = Spectrum.of(matrix);
            double[] values = Spectrum.values(matrix).values();
            for (int i = 0; i < n; i++) {
                assertEquals(expected[n - 1 - i], spectrum.values()[i], 1e-13 * n, "n " + n + ", seed " + SEED);
                assertEquals(spectrum.values()[i], values[i]);
            }
            assertEigenvectors(matrix, spectrum, n);
        }
    }

    /** 2 on the diagonal and -1 beside it: 2 - 2 cos(k pi / (n + 1)). */
    @Test
    void knownEigenvalues() {
        int n = 50;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i][i] = 2.0;
            if (i > 0) {
                a[i][i - 1] = -1.0;
                a[i - 1][i] = -1.0;
            }
        }
        Spectrum spectrum = Spectrum.of(new DenseMatrix(a));
        for (int k = 1; k <= n; k++) {
            assertEquals(2.0 - 2.0 * Math.cos(k * Math.PI / (n + 1)), spectrum.values()[n - k], 1e-14);
        }
    }

    /** Zeros, equal eigenvalues, rank one, sizes far from 1. */
    @Test
    void degenerateMatrices() {
        for (double size : new double[] {1e-200, 1.0, 1e150}) {
            for (int n : new int[] {1, 2, 5, 30}) {
                double[][] same = new double[n][n];
                double[][] rankOne = new double[n][n];
                for (int i = 0; i < n; i++) {
                    same[i][i] = size;
                    Arrays.fill(rankOne[i], size);
                }
                for (double value : Spectrum.of(new DenseMatrix(same)).values()) {
                    assertEquals(size, value, 1e-14 * size);
                }
                Spectrum one = Spectrum.of(new DenseMatrix(rankOne));
                assertEquals(n * size, one.largest(), 1e-13 * n * size);
                assertEquals(n == 1 ? size : 0.0, one.smallest(), 1e-13 * n * size);
                assertEquals(0.0, Spectrum.values(new DenseMatrix(new double[n][n])).largest());
                assertEigenvectors(new DenseMatrix(rankOne), one, n * size);
            }
        }
    }

    /**
     * Eigenvalues of sizes down to 1e-45, and zeros: below rounding of the largest one, what is left beside the
     * diagonal is as large as what is on it, and never becomes smaller than that.
     */
    @Test
    void sizesBelowRounding() {
        int n = 300;
        double[][] a = new double[n][n];
        for (int k = 0; k < 60; k++) {
            double[] factor = new double[n];
            for (int i = 0; i < n; i++) {
                factor[i] = i % 3 == 0 ? 0.0 : random.nextDouble() - 0.5;
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    a[i][j] += Math.pow(10.0, -0.75 * k) * factor[i] * factor[j];
                }
            }
        }
        DenseMatrix matrix = new DenseMatrix(a);
        Spectrum spectrum = Spectrum.of(matrix);
        assertEigenvectors(matrix, spectrum, spectrum.largest());
        for (int i = 60; i < n; i++) {
            assertEquals(0.0, spectrum.values()[i], 1e-14 * spectrum.largest(), "seed " + SEED);
        }
    }
}
