package org.thalweg.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.IterateAverage.CycleEnds;
import org.thalweg.measure.IterateAverage.Exponential;
import org.thalweg.measure.IterateAverage.Tail;
import org.thalweg.refusal.Refusal;

class IterateAverageTest {
    private static final long[] STEPS = LongStream.range(0, 100).toArray();
    private static final double[][] PATH = path();

    private static double[][] path() {
        Random random = new Random(7);
        return new double[][] {random.doubles(100).toArray(), random.doubles(100, -3.0, 1.0).toArray()};
    }

    @Test
    void theTailIsTheMeanOfWhatComesAfter() {
        double sum = 0.0;
        for (int k = 60; k < 100; k++) {
            sum += PATH[1][k];
        }
        assertEquals(sum / 40.0, new Tail(59).of(STEPS, PATH)[1], 1e-15);
        assertTrue(Double.isNaN(new Tail(99).of(STEPS, PATH)[0]));
    }

    /** Against the recursion m <- beta m + (1 - beta) w, divided by 1 - beta^k. */
    @Test
    void theExponentialAverageIsTheRecursion() {
        double beta = 0.9;
        double m = 0.0;
        double norm = 0.0;
        for (double w : PATH[0]) {
            m = beta * m + (1.0 - beta) * w;
            norm = beta * norm + (1.0 - beta);
        }
        assertEquals(m / norm, new Exponential(beta).of(STEPS, PATH)[0], 1e-14);
        assertEquals(PATH[0][99], new Exponential(0.0).of(STEPS, PATH)[0]);
        assertThrows(Refusal.class, () -> new Exponential(1.0));
    }

    /** A path that is constant between records averages the same from its records as from all steps. */
    @Test
    void sparseRecordsStandForTheStepsUpToTheNext() {
        double[][] piecewise = {new double[100]};
        for (int k = 0; k < 100; k++) {
            piecewise[0][k] = PATH[0][k / 11];
        }
        long[] sparse = LongStream.range(0, 10).map(i -> 11 * i).toArray();
        double[][] records = {new double[10]};
        System.arraycopy(PATH[0], 0, records[0], 0, 10);
        assertArrayEquals(new Exponential(0.95).of(STEPS, piecewise), new Exponential(0.95).of(sparse, records), 1e-14);
    }

    /** A rate that falls within each cycle of ten steps brings the last iterate of each closest to the minimum. */
    @Test
    void weightAveragingTakesTheEndsOfCycles() {
        double[][] cyclic = {new double[100]};
        for (int k = 0; k < 100; k++) {
            cyclic[0][k] = 9 - k % 10;
        }
        assertEquals(0.0, new CycleEnds(9, 10).of(STEPS, cyclic)[0]);
        assertEquals(4.5, new CycleEnds(0, 1).of(STEPS, cyclic)[0], 1e-15);
        assertEquals(new Tail(-1).of(STEPS, PATH)[0], new CycleEnds(0, 1).of(STEPS, PATH)[0]);
        assertThrows(Refusal.class, () -> new CycleEnds(0, 0));
    }
}
