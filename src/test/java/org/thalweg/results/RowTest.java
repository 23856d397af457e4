package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.quantity.Quantity;

class RowTest {
    private static Row row(Quantity quantity) {
        return Row.plain(Witness.THEORY, quantity, new Measurement(800.0, 0.5, 10));
    }

    /** Ten units of learning time in one of drift time: a mean and its error are ten times as much, ln T is ln 10 more. */
    @Test
    void timesAreThoseOfTheOptimiser() {
        assertEquals(new Measurement(8000.0, 5.0, 10),
                row(Quantity.CONVERGENCE_TIME).inLearningTime(10.0).measurement());
        assertEquals(new Measurement(800.0 + Math.log(10.0), 0.5, 10),
                row(Quantity.LOG_CONVERGENCE_TIME).inLearningTime(10.0).measurement());
        Row steps = row(Quantity.CONVERGENCE_STEPS);
        assertSame(steps, steps.inLearningTime(10.0));
    }
}
