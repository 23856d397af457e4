package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/** Values from outside within the errors of both sides; what has no error refutes nothing. */
class OutsideComparisonTest {
    private static final double RATE = 1e-3;

    private static Row judged(double value, double error, Row... rows) {
        OutsideValue outside = new OutsideValue(Quantity.of("q"), new Measurement(value, error, 0));
        return OutsideComparison.row(outside, OutsideComparison.of(outside, List.of(rows), row -> 0.0, RATE));
    }

    private static Row sgd(double value, double error) {
        return Row.plain(Witness.SGD, Quantity.of("q"), new Measurement(value, error, 1_000_000));
    }

    private static Row density(double value, double error) {
        return Row.plain(Witness.DENSITY, Quantity.of("q"), Measurement.computed(value, error));
    }

    private static void assertVerdict(Verdict expected, Row row) {
        assertEquals(Optional.of(expected), row.verdict(), row.toString());
    }

    /** 3.29 joint standard errors of .005 are .0165. */
    @Test
    void bothErrorsCount() {
        assertVerdict(Verdict.CONSISTENT, judged(1.016, 0.003, sgd(1.0, 0.004)));
        assertVerdict(Verdict.REFUTED, judged(1.017, 0.003, sgd(1.0, 0.004)));
        assertVerdict(Verdict.INCONCLUSIVE, judged(1.0, 0.03, sgd(1.0, 0.04)));
        assertVerdict(Verdict.CONSISTENT, judged(1.0125, 0.003, density(1.0, 0.003)));
        assertVerdict(Verdict.REFUTED, judged(1.0135, 0.003, density(1.0, 0.003)));
    }

    @Test
    void withoutAnErrorNothingIsRefuted() {
        assertVerdict(Verdict.CONSISTENT, judged(1.05, Double.NaN, sgd(1.0, 0.004)));
        assertVerdict(Verdict.INCONCLUSIVE, judged(1.05, Double.NaN, sgd(1.0, 0.04)));
        assertVerdict(Verdict.INCONCLUSIVE, judged(7.0, Double.NaN, sgd(1.0, 0.004)));
        assertTrue(Double.isNaN(judged(7.0, Double.NaN, sgd(1.0, 0.004)).chance()));
    }

    /** One row for all witnesses: the worst verdict and the least chance; none where nobody has the quantity. */
    @Test
    void theWorstVerdictStands() {
        Row row = judged(1.0, 0.003, sgd(1.0, 0.004), density(1.5, 1e-6));
        assertVerdict(Verdict.REFUTED, row);
        assertTrue(row.chance() < 1e-9, row.toString());
        assertVerdict(Verdict.INCONCLUSIVE, judged(1.0, 0.003, sgd(1.0, 0.04), density(1.0, 1e-6)));
        assertEquals(Optional.empty(), judged(1.0, 0.003).verdict());
        Row silent = new Row(Witness.THEORY, Quantity.of("q"), Measurement.exact(9.0),
                Optional.of(Verdict.NOT_APPLICABLE));
        assertEquals(Optional.empty(), judged(1.0, 0.003, silent).verdict());
    }

    /** 20000 right values: 20 are refuted on the average, 40 or more with probability 5e-5 (this seed: no). */
    @Test
    void rightValuesAreRefutedAtTheStatedRate() {
        RandomStream normal = new Seed(3).stream(Purpose.START, 0);
        int refuted = 0;
        for (int i = 0; i < 20_000; i++) {
            Row row = judged(1.0 + 0.003 * normal.nextNormal(), 0.003, sgd(1.0 + 0.004 * normal.nextNormal(), 0.004));
            refuted += row.verdict().equals(Optional.of(Verdict.REFUTED)) ? 1 : 0;
        }
        assertTrue(refuted > 5 && refuted < 40, refuted + " refuted");
    }
}
