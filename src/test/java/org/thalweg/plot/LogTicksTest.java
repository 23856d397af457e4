package org.thalweg.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

class LogTicksTest {
    private static final double ROOM = 9;

    @Test
    void labelsFollowTheSpan() {
        assertEquals("10⁻³ 10⁻² 10⁻¹ 10⁰", labels(1e-3, 1));
        assertEquals("10⁻¹² 10⁻⁸ 10⁻⁴ 10⁰ 10⁴ 10⁸", labels(1e-12, 1e9));
        assertEquals("0.02 0.05 0.1 0.2 0.5 1", labels(0.02, 1));
        assertEquals("0.02 0.03 0.05 0.1", labels(0.02, 0.1));
        assertEquals("100 102 104 106", labels(99.5, 107.5));
        assertEquals("0.095 0.100 0.105", labels(0.0925, 0.108));
        assertEquals("2·10⁻⁶ 3·10⁻⁶ 4·10⁻⁶ 6·10⁻⁶", labels(2e-6, 6e-6));
    }

    @Test
    void decadesAreDividedByMinorTicks() {
        List<Tick> ticks = LogTicks.between(1, 1000, ROOM);
        assertEquals(28, ticks.size());
        assertEquals(4, ticks.stream().filter(Tick::major).count());
    }

    /** Any axis, from 0.02 % to 30 decades wide: 2 to 9 labels, all different, ticks inside and in order. */
    @Test
    void everyAxisHasLabels() {
        long seed = 42;
        RandomStream random = new Seed(seed).stream(Purpose.values()[0], 0);
        for (int i = 0; i < 5000; i++) {
            double lower = Math.pow(10, -12 + 20 * random.nextDouble());
            double upper = lower * Math.pow(10, Math.pow(10, -4 + 5.5 * random.nextDouble()));
            String axis = "seed " + seed + ": " + lower + " to " + upper;
            List<Tick> ticks = LogTicks.between(lower, upper, ROOM);
            List<String> labels = ticks.stream().filter(Tick::major).map(Tick::label).collect(Collectors.toList());
            assertTrue(labels.size() >= 2 && labels.size() <= 9, axis + labels);
            assertEquals(labels.size(), labels.stream().distinct().count(), axis + labels);
            for (int k = 0; k < ticks.size(); k++) {
                double value = ticks.get(k).value();
                assertTrue(value >= lower * (1 - 1e-8) && value <= upper * (1 + 1e-8), axis);
                assertTrue(k == 0 || value > ticks.get(k - 1).value(), axis);
            }
        }
    }

    @Test
    void labelsOfLinearAxesHaveEqualDecimals() {
        TickLabel halves = TickLabel.forMultiplesOf(0.5);
        assertEquals("−1.5 0.0 2.0", halves.format(-1.5) + " " + halves.format(-0.0) + " " + halves.format(2));
        assertEquals("20000", TickLabel.forMultiplesOf(5000).format(20000));
        assertEquals("3·10⁶", TickLabel.forMultiplesOf(1e6).format(3e6));
        assertEquals("−2.5·10⁻⁵", TickLabel.forMultiplesOf(5e-6).format(-2.5e-5));
        assertEquals("0", TickLabel.forMultiplesOf(5e-6).format(0));
    }

    @Test
    void stepsAreRound() {
        assertEquals(0.2, Tick.step(0.17), 1e-15);
        assertEquals(2.5, Tick.step(2.1), 1e-15);
        assertEquals(10, Tick.step(6), 1e-15);
        assertEquals(1, Tick.step(1), 1e-15);
    }

    private static String labels(double lower, double upper) {
        return LogTicks.between(lower, upper, ROOM).stream().filter(Tick::major).map(Tick::label)
                .collect(Collectors.joining(" "));
    }
}
