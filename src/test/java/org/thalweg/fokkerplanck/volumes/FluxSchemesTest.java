package org.thalweg.fokkerplanck.volumes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FluxSchemesTest {
    private static final double[] EXPONENTS = {0.0, 1e-300, 1e-12, 1e-5, 0.99e-4, 1.01e-4, 0.1, 1.0, 30.0, 700.0, 1e4,
            1e300};

    @ParameterizedTest
    @EnumSource
    void weightsAreNotNegativeAndConsistent(FluxSchemes scheme) {
        for (double z : EXPONENTS) {
            assertTrue(scheme.weight(z) >= 0.0 && scheme.weight(-z) >= 0.0, () -> "weights at " + z);
            assertEquals(z, scheme.weight(-z) - scheme.weight(z), 4e-16 * (1.0 + z), () -> "weight(-z) - weight(z) at "
                    + z);
        }
    }

    @Test
    void bernoulliKeepsDetailedBalanceToRounding() {
        for (double z : EXPONENTS) {
            if (z <= 700.0) {
                FluxSchemes scheme = FluxSchemes.SCHARFETTER_GUMMEL;
                // The ratio carries the error of exp(z), z times the rounding error of z.
                assertEquals(1.0, scheme.weight(-z) * Math.exp(-z) / scheme.weight(z), 1e-15 * (4.0 + z), () -> "at "
                        + z);
            }
        }
    }
}
