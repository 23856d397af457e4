package org.thalweg.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.Row;

/** When a cell has particles enough, and what stopping then does to its numbers. */
class PrecisionTest {
    private static List<Row> rows(double value, double error) {
        return List.of(Row.plain(Witness.SGD, Quantity.CONVERGENCE_TIME, new Measurement(value, error, 100)),
                Row.plain(Witness.SGD, Quantity.SELECTION_EXPONENT, new Measurement(1.0, 50.0, 100)),
                Row.plain(Witness.DENSITY, Quantity.CONVERGENCE_TIME, new Measurement(value, 9.0 * value, 0)));
    }

    @Test
    void theErrorSaysHowManyTimesAsMany() {
        Precision precision = Precision.parse("2%");
        assertEquals(new Precision(0.02), precision);
        assertEquals(Optional.empty(), precision.next(rows(10.0, 0.2), 100, 100));
        assertEquals(Optional.of(200), precision.next(rows(10.0, 0.25), 100, 100));
        assertEquals(Optional.of(1600), precision.next(rows(10.0, 0.8), 100, 100));
        assertEquals(Optional.of(6400), precision.next(rows(10.0, 5.0), 100, 100));
        assertEquals(Optional.of(6400), precision.next(rows(0.0, 5.0), 100, 100));
        assertEquals(Optional.empty(), precision.next(rows(10.0, 5.0), 6400, 100));
        assertTrue(precision.note(rows(10.0, 5.0), "a place").orElseThrow().contains("50.0 % with 64 times"));
        assertEquals(Optional.empty(), precision.note(rows(10.0, 0.1), "a place"));
    }

    @Test
    void whatIsNoShareIsRefused() {
        for (String wrong : List.of("0", "-1%", "100%", "2 percent", "NaN")) {
            assertThrows(Refusal.class, () -> Precision.parse(wrong), wrong);
        }
    }

    /**
     * Exponential times, as passages are, 64 at first and 5 % wanted: of 2000 runs of the rule the mean is off by less
     * than a fifth of the error that is stated, and the error is too small by less than a tenth. Seed 11; each bound is
     * more than four standard errors of these averages away, so that by chance fewer than one seed in 10^4 fails.
     */
    @Test
    void stoppingMovesTheMeanByLessThanAFifthOfItsError() {
        SplittableRandom random = new SplittableRandom(11);
        Precision precision = new Precision(0.05);
        StreamingStatistics bias = new StreamingStatistics();
        StreamingStatistics means = new StreamingStatistics();
        StreamingStatistics stated = new StreamingStatistics();
        for (int run = 0; run < 2000; run++) {
            StreamingStatistics times = new StreamingStatistics();
            int particles = 64;
            Optional<Integer> next = Optional.of(particles);
            while (next.isPresent()) {
                particles = next.get();
                while (times.getN() < particles) {
                    times.addValue(-Math.log1p(-random.nextDouble()));
                }
                Measurement mean = Measurement.mean(times);
                next = precision.next(rows(mean.value(), mean.standardError()), particles, 64);
            }
            Measurement last = Measurement.mean(times);
            bias.addValue((last.value() - 1.0) / last.standardError());
            means.addValue(last.value());
            stated.addValue(last.standardError());
        }
        assertTrue(Math.abs(bias.getMean()) < 0.2, "bias of " + bias.getMean() + " standard errors");
        double ratio = stated.getMean() / means.getStandardDeviation();
        assertTrue(ratio > 0.9 && ratio < 1.1, "stated over true error " + ratio);
        System.out.printf("PrecisionTest: bias %.3f standard errors, stated over true error %.3f%n", bias.getMean(),
                ratio);
    }
}
