package org.thalweg.spectra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** Two matrices whose relation is known, and products of matrices beside those of a library. */
class NoiseCurvatureTest {
    private static final long SEED = 20261129;

    private static DenseMatrix diagonal(double exponent, int n) {
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            rows[i][i] = Math.pow(n - i, exponent);
        }
        return new DenseMatrix(rows);
    }

    private static DenseMatrix random(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = random.nextDouble(-1.0, 1.0);
                a[j][i] = a[i][j];
            }
        }
        return new DenseMatrix(a);
    }

    /** C = H^1.5: the exponent is 1.5 to rounding, and they commute. */
    @Test
    void aPowerOfTheHessian() {
        DenseMatrix hessian = diagonal(1.0, 30);
        NoiseCurvature found = NoiseCurvature.of(hessian, Spectrum.of(hessian), diagonal(1.5, 30));
        assertEquals(1.5, found.exponent(1000).value(), 1e-12);
        assertEquals(1.0, found.exponent(1000).correlation(), 1e-12);
        assertEquals(30, found.exponent(1000).directions());
        assertEquals(10, found.exponent(10).directions());
        assertEquals(0.0, found.commutator(), 1e-15);
    }

    @Test
    void definitionsOfTwoMatrices() {
        DenseMatrix hessian = random(70, SEED);
        DenseMatrix root = random(70, SEED + 1);
        DenseMatrix noise = root.times(root);
        RealMatrix h = new Array2DRowRealMatrix(hessian.rows());
        RealMatrix r = new Array2DRowRealMatrix(root.rows());
        RealMatrix c = r.multiply(r);
        assertEquals(0.0, c.subtract(new Array2DRowRealMatrix(noise.rows())).getFrobeniusNorm(), 1e-12);
        Spectrum spectrum = Spectrum.of(hessian);
        NoiseCurvature found = NoiseCurvature.of(hessian, spectrum, noise);
        double difference = c.multiply(h).subtract(h.multiply(c)).getFrobeniusNorm();
        assertEquals(difference / (c.getFrobeniusNorm() * h.getFrobeniusNorm()), found.commutator(), 1e-12);
        assertEquals(c.getTrace(), found.trace(), 1e-11);
        for (int i = 0; i < 70; i++) {
            double[] v = spectrum.vectors()[i];
            double expected = 0.0;
            double[] cv = c.operate(v);
            for (int j = 0; j < v.length; j++) {
                expected += v[j] * cv[j];
            }
            assertEquals(expected, found.noise()[i], 1e-11);
        }
    }
}
