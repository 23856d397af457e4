package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.thalweg.measure.Measurement;

/** Statistical assertions that say what they risk. */
public final class Agreement {
    /** Two-sided normal tail beyond 4.9 standard errors: 1e-6 false alarms for each assertion. */
    static final double SIGMAS = 4.9;

    private Agreement() {}

    static void assertAgrees(double expected, Measurement measured, String what) {
        double z = (measured.value() - expected) / measured.standardError();
        assertTrue(Math.abs(z) <= SIGMAS, what + ": expected " + expected + ", measured " + measured + ", z = " + z);
    }
}
