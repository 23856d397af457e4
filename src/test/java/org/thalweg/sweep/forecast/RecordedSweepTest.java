package org.thalweg.sweep.forecast;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sweeps as they were recorded once, told again: what is foretold when a tenth of their processor time is over is
 * within 30 % of what was left, of processor time and by the clock. The clock is that of two processors with nothing
 * else to do, on which the compilers of the recording run too; the machine is the one that was recorded, one three
 * times as slow, and one twice as fast, and the forecast is told so. Nothing is left to chance. This shows that a
 * change of the forecast or of its constants does not spoil what these sweeps have; of others it shows nothing: only
 * {@code isotropic-control} and {@code leading-directions} were recorded after the constants were chosen.
 */
class RecordedSweepTest {
    private static final int THREADS = 2;
    private static final double WITHIN = 0.3;

    /** Of sweeps of so many seconds by the clock no time is told. */
    private static final double SHORT = 5.0;

    @ParameterizedTest
    @ValueSource(strings = {"near-degenerate-valley", "log-walled-valley", "label-noise-valley", "degenerate-valley",
            "bump-valley", "two-sharp-directions", "saturating-valley", "isotropic-control", "leading-directions"})
    void aTenthTellsWhatIsLeft(String name) {
        for (double slower : new double[] {1.0, 3.0, 0.5}) {
            Recording sweep = Recording.of(name).alone(slower, THREADS);
            Recording.Foretold tenth = sweep.again(THREADS, slower, 0.1).get(0);
            System.out.printf("RecordedSweepTest: %s, %.1f s, %.1f times as slow: processor time %+.0f %%,"
                    + " clock %+.0f %%%n", name, sweep.seconds(), slower, 100.0 * tenth.ofProcessor(), 100.0 * tenth.ofWall());
            assertTrue(Math.abs(tenth.ofProcessor()) <= WITHIN, "processor time " + tenth);
            boolean untold = Double.isNaN(tenth.wall()) && (1.0 - WITHIN) * tenth.leftWall() < SHORT;
            assertTrue(Math.abs(tenth.ofWall()) <= WITHIN || untold, "clock " + tenth);
        }
    }
}
