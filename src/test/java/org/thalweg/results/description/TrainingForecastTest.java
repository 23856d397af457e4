package org.thalweg.results.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The time of a training, without and with vector instructions. */
class TrainingForecastTest {
    @Test
    void shortTrainingsTakeNoVectorInstructions() {
        TrainingForecast forecast = new TrainingForecast(0.001, 2000.0);
        assertFalse(forecast.compiles(2000.0));
        assertEquals(2.0, forecast.repeat(2000.0), 1e-12);
    }

    /** Seconds of one core: 2000 iterations of 1 ms, 3 s of compiling, 8000 iterations of 1/8 ms. */
    @Test
    void longOnesPayForThemOnce() {
        TrainingForecast forecast = new TrainingForecast(0.001, 2000.0);
        assertTrue(forecast.compiles(10000.0));
        assertEquals(6.0, forecast.repeat(10000.0), 1e-12);
        assertEquals(1.25, forecast.further(10000.0), 1e-12);
    }

    @Test
    void whereThereAreNoneNothingIsCompiled() {
        TrainingForecast forecast = new TrainingForecast(0.001, Double.POSITIVE_INFINITY);
        assertFalse(forecast.compiles(1e12));
        assertEquals(1e9, forecast.repeat(1e12), 1.0);
    }
}
