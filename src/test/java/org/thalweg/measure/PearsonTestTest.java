package org.thalweg.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Chi-square of histograms whose numbers are chosen, not drawn. */
class PearsonTestTest {
    private static Marginal marginal(double... density) {
        double[] x = new double[density.length];
        Arrays.setAll(x, i -> (i + 0.5) / density.length);
        return new Marginal(x, new double[density.length], density, new double[density.length]);
    }

    /** 100 + 10, 100 - 10, 100, 100 of 400: 1 + 1, three degrees of freedom, P = .5724. */
    @Test
    void fourBins() {
        PearsonTest test = PearsonTest.of(marginal(1.1, 0.9, 1.0, 1.0), marginal(1.0, 1.0, 1.0, 1.0), 400);
        assertEquals(2.0, test.chiSquare(), 1e-12);
        assertEquals(3, test.degreesOfFreedom());
        assertEquals(0.5724067, test.tail(), 1e-6);
    }

    /** Bins that are expected to hold 10, 10, 90 and 290 make two groups: the first three, and the last. */
    @Test
    void sparseBinsArePutTogether() {
        PearsonTest test = PearsonTest.of(marginal(0.2, 0.0, 0.9, 2.9), marginal(0.1, 0.1, 0.9, 2.9), 400);
        assertEquals(0.0, test.chiSquare(), 1e-12);
        assertEquals(1, test.degreesOfFreedom());
    }

    @Test
    void whatIsFarOffIsUnlikely() {
        assertTrue(PearsonTest.of(marginal(1.5, 0.5), marginal(1.0, 1.0), 10_000).tail() < 1e-15);
        assertEquals(1.0, PearsonTest.of(marginal(1.0, 1.0), marginal(1.0, 1.0), 10).tail());
    }
}
