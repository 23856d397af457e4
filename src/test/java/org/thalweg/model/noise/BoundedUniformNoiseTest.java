package org.thalweg.model.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.thalweg.random.Purpose;
import org.thalweg.random.Seed;

class BoundedUniformNoiseTest {
    private static final int SAMPLES = 200_000;

    /**
     * Never beyond w, and uniform: the fourth moment is w^4/5. Its standard error is sqrt((1/9 - 1/25)/n); 5 of them
     * are exceeded by chance with probability 6e-7.
     */
    @Test
    void samplesAreUniformWithinTheBounds() {
        BoundedUniformNoise noise = new BoundedUniformNoise(1, 1.0);
        double[][] sample = new double[1][SAMPLES];
        noise.bind(SAMPLES).sample(new double[1][SAMPLES], SAMPLES, new Seed(5).stream(Purpose.OTHER, 0), sample);
        double largest = 0.0;
        double fourth = 0.0;
        for (double xi : sample[0]) {
            largest = Math.max(largest, Math.abs(xi));
            fourth += xi * xi * xi * xi / SAMPLES;
        }
        assertTrue(largest < 1.0 && largest > 0.999, "largest " + largest);
        assertEquals(0.2, fourth, 5.0 * Math.sqrt((1.0 / 9.0 - 1.0 / 25.0) / SAMPLES));
        assertFalse(noise.gaussian());
    }

    /** A sweep over batch variances widens it. */
    @Test
    void theHalfWidthFollowsTheVariance() {
        BoundedUniformNoise noise = (BoundedUniformNoise) new BoundedUniformNoise(2, 0.1).withBatchVariance(3.0);
        assertEquals(3.0, noise.bound().orElseThrow(), 1e-15);
        assertEquals(3.0, noise.batchVariance().orElseThrow(), 1e-15);
    }
}
