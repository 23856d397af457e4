package org.thalweg.theory.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.Profiles;
import org.thalweg.model.formula.Formula;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.noise.BoundedUniformNoise;
import org.thalweg.model.noise.FormulaNoise;
import org.thalweg.theory.CurvatureNoise;
import org.thalweg.theory.Valleys;

/** What conditions say of the noise. */
class HypothesesTest {
    private static final GradientNoise VARYING = new CurvatureNoise(Profiles.RING, 2.0, 1.0, 4.0);

    /** Whoever scales normal numbers has normal numbers. */
    @Test
    void scaledGaussianNoiseIsGaussian() {
        assertTrue(Hypotheses.gaussianNoise(VARYING).holds());
        assertTrue(Hypotheses.gaussianNoise(VARYING.times(3.0)).holds());
        assertFalse(Hypotheses.gaussianNoise(new BoundedUniformNoise(2, 0.1)).holds());
        assertFalse(Hypotheses.gaussianNoise(new BoundedUniformNoise(2, 0.1).times(3.0)).holds());
    }

    /** Coupled noise may be the same everywhere: that it varied would be the wrong reason. */
    @Test
    void theReasonSaysWhatTheNoiseIsLike() {
        assertEquals("it is", found(Valleys.ring(4.0, 0.05, 0.1).noise()));
        assertEquals("noise varies in space", found(VARYING));
        assertEquals("noise in different directions is correlated, or may be",
                found(FormulaNoise.of(constant(1.0), constant(0.5), constant(1.0))));
    }

    private static String found(GradientNoise noise) {
        return Hypotheses.constantNoise(FloorDiffusion.of(Valleys.setting(Profiles.LEVEL,
                List.of(Profiles.RING), Valleys.RING, noise, 0.1, 3.0, 1.35))).found();
    }

    private static Formula constant(double value) {
        return Formula.parse(Double.toString(value), List.of("x", "y"), Map.of());
    }
}
