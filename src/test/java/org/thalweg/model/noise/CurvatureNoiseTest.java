package org.thalweg.model.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelText;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.refusal.Refusal;

class CurvatureNoiseTest {
    private static final long SEED = 3;
    private static final String SADDLES = "{kind: formula, value: \"cos(x)*sin(y) + x*y/3\"}";

    private static Setting setting(String loss, String noise) {
        return ModelText.sound(ModelText.of(loss, noise)).setting();
    }

    /** 2 sigma H+^p + floor by a decomposition of another kind, among saddles, maxima and minima. */
    @Test
    void covarianceIsAPowerOfTheHessian() {
        for (double exponent : new double[] {1.0, 2.0, 1.5}) {
            Setting setting = setting(SADDLES, "{kind: curvature, strength: 0.7, exponent: " + exponent
                    + ", floor: 0.01}");
            Random random = new Random(SEED);
            int clipped = 0;
            for (int trial = 0; trial < 200; trial++) {
                double[] point = {2.0 * random.nextGaussian(), 2.0 * random.nextGaussian()};
                clipped += check(setting, point, exponent, "seed " + SEED + ", trial " + trial);
            }
            // Among 400 eigenvalues many are negative.
            assertTrue(clipped > 50);
        }
    }

    private static int check(Setting setting, double[] point, double exponent, String where) {
        double[][] hessian = new double[2][2];
        double[][] covariance = new double[2][2];
        setting.surface().hessian(point, hessian);
        setting.noise().covariance(point, covariance);
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(hessian));
        double[] powers = new double[2];
        int clipped = 0;
        for (int k = 0; k < 2; k++) {
            clipped += eigen.getEigenvalue(k) < 0.0 ? 1 : 0;
            powers[k] = 1.4 * Math.pow(Math.max(0.0, eigen.getEigenvalue(k)), exponent) + 0.01;
        }
        RealMatrix expected = eigen.getV().multiply(MatrixUtils.createRealDiagonalMatrix(powers))
                .multiply(eigen.getV().transpose());
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                assertEquals(expected.getEntry(i, j), covariance[i][j], 1e-13 * (powers[0] + powers[1]), where);
            }
        }
        return clipped;
    }

    /** Where H is a multiple of 1 there is no preferred direction, and no 0 / 0. */
    @Test
    void aRoundBowlHasRoundNoise() {
        GradientNoise noise = setting("{kind: formula, value: \"x^2 + y^2\"}",
                "{kind: curvature, strength: 0.5, exponent: 1, floor: 0}").noise();
        double[][] covariance = new double[2][2];
        noise.covariance(new double[] {0.3, -0.1}, covariance);
        assertEquals(2.0, covariance[0][0], 1e-15);
        assertEquals(0.0, covariance[0][1]);
        assertEquals(2.0, covariance[1][1], 1e-15);
    }

    /** One parameter, and many: no expression, a decomposition for each point; C = 2 sigma H where H is diagonal. */
    @Test
    void anyNumberOfParameters() {
        Setting line = setting("{kind: published-two-valleys, at: 5}",
                "{kind: curvature, strength: 0.5, exponent: 1, floor: 0}");
        double[][] one = new double[1][1];
        line.noise().covariance(new double[] {0.1}, one);
        // 2 / f_1, f_1 = .64 (25/35)^2.
        assertEquals(2.0 / (0.64 * 25.0 * 25.0 / (35.0 * 35.0)), one[0][0], 1e-13);
        Setting many = setting("{kind: spectrum, least: 0.375, largest: 3, directions: 4, minimum: 1}",
                "{kind: curvature, strength: 0.5, exponent: 2, floor: 0}");
        LossSurface bowl = many.surface();
        double[][] covariance = new double[bowl.dimension()][bowl.dimension()];
        many.noise().covariance(many.start(), covariance);
        double[][] hessian = new double[bowl.dimension()][bowl.dimension()];
        bowl.hessian(many.start(), hessian);
        for (int i = 0; i < bowl.dimension(); i++) {
            assertEquals(hessian[i][i] * hessian[i][i], covariance[i][i], 1e-13);
            assertEquals(0.0, covariance[i][(i + 1) % bowl.dimension()], 1e-14);
        }
    }

    @Test
    void refusesWhatIsNoNoise() {
        LossSurface surface = setting(SADDLES, "{kind: isotropic, batch-variance: 1}").surface();
        assertThrows(Refusal.class, () -> new CurvatureNoise(surface, false, 0.0, 1.0, 0.0));
        assertThrows(Refusal.class, () -> new CurvatureNoise(surface, false, 1.0, 0.0, 0.0));
        assertThrows(Refusal.class, () -> new CurvatureNoise(surface, false, 1.0, 1.0, -1.0));
    }
}
