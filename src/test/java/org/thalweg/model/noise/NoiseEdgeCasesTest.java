package org.thalweg.model.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.model.formula.Formula;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.profile.Profile;
import org.thalweg.refusal.Refusal;

/** The edges of the noises' ranges. */
class NoiseEdgeCasesTest {
    private static final List<String> XY = List.of("x", "y");

    private static Formula formula(String text) {
        return Formula.parse(text, XY, Map.of());
    }

    @Test
    void isotropicNoiseKeepsItsAnisotropy() {
        GradientNoise noise = new IsotropicNoise(2, 3.0);
        assertEquals(noise, noise.withAnisotropy(1.0));
        assertTrue(assertThrows(Refusal.class, () -> noise.withAnisotropy(2.0)).getMessage()
                .contains("'anisotropic'"));
    }

    @Test
    void variancesMustBePositive() {
        assertThrows(Refusal.class, () -> new AnisotropicNoise(1.0, 0.0));
        assertThrows(Refusal.class, () -> new IsotropicNoise(2, Double.NaN));
        ValleyShape shape = new ValleyShape(Profile.constant(0.0), List.of(Profile.constant(1.0)));
        assertThrows(Refusal.class, () -> new PowerNoise(shape, 1.0, -1.0, 1.0));
        assertThrows(Refusal.class, () -> new PowerNoise(shape, 1.0, 1.0, 0.0));
    }

    @Test
    void powerZeroIsAnisotropicNoise() {
        ValleyShape shape = new ValleyShape(Profile.constant(0.0), List.of(Profile.constant(0.3)));
        GradientNoise power = new PowerNoise(shape, 2.0, 0.0, 4.0);
        assertEquals(NoiseStructure.ADDITIVE, power.structure());
        double[][] c = new double[2][2];
        power.covariance(new double[2], c);
        assertEquals(2.0, c[1][1], 1e-15);
        assertEquals(0.5, c[0][0], 1e-15);
    }

    @Test
    void formulaNoiseIsDiagonalWithoutMixedTerm() {
        assertEquals(NoiseStructure.DIAGONAL, FormulaNoise.of(formula("1"), formula("0*x"), formula("2")).structure());
        assertEquals(NoiseStructure.GENERAL, FormulaNoise.of(formula("1"), formula("x"), formula("2")).structure());
        assertTrue(FormulaNoise.of(formula("1"), formula("x"), formula("2")).batchVariance().isEmpty());
    }

    @Test
    void anIndefiniteCovarianceMakesNaNRatherThanAWrongNumber() {
        GradientNoise noise = FormulaNoise.of(formula("1"), formula("2"), formula("1"));
        double[][] coloured = new double[2][1];
        noise.bind(1).colour(new double[2][1], 1, new double[][] {{1.0}, {1.0}}, coloured);
        assertTrue(Double.isNaN(coloured[1][0]));
    }
}
