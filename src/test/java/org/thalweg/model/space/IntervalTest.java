package org.thalweg.model.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.refusal.Refusal;

/** Where a point that left an interval comes back. */
class IntervalTest {
    private static final long SEED = 20261121;

    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "2.5, 0.5", "-0.5, 1.5", "-4.5, 1.5", "2, 0", "0, 0", "-2, 0", "2000001.25, 1.25"})
    void aRingIsWrapped(double x, double expected) {
        assertEquals(expected, new Interval(0, 2, Boundary.PERIODIC).fold(x));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "2.5, 1.5", "-0.5, 0.5", "4.5, 0.5", "-2.5, 1.5", "2, 2", "0, 0", "6.5, 1.5"})
    void wallsAreMirrors(double x, double expected) {
        assertEquals(expected, new Interval(0, 2, Boundary.REFLECTING).fold(x));
    }

    /**
     * Properties over random intervals and points, near and far: the folded point is inside; folding twice changes
     * nothing; the original lies a whole number of turns away (a ring), or its mirror image does (walls).
     */
    @ParameterizedTest
    @EnumSource(value = Boundary.class, names = {"PERIODIC", "REFLECTING"})
    void foldingFindsThePointInside(Boundary boundary) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 200_000; i++) {
            double from = 20.0 * (random.nextDouble() - 0.5);
            Interval interval = new Interval(from, from + 1e-3 + 10.0 * random.nextDouble(), boundary);
            double x = interval.from() + interval.length() * Math.pow(10.0, 4.0 * random.nextDouble())
                    * (2.0 * random.nextDouble() - 1.0);
            double folded = interval.fold(x);
            String what = "seed " + SEED + ", " + interval + ", x = " + x + ", folded = " + folded;
            assertTrue(folded >= interval.from() && folded <= interval.to(), what);
            assertEquals(folded, interval.fold(folded), what);
            double period = boundary == Boundary.PERIODIC ? interval.length() : 2.0 * interval.length();
            double image = 2.0 * interval.from() - folded;
            double distance = boundary == Boundary.PERIODIC
                    ? fromWholeTurn(x - folded, period)
                    : Math.min(fromWholeTurn(x - folded, period), fromWholeTurn(x - image, period));
            // Rounding in x and in the turns, of which there are up to 1e4.
            assertEquals(0.0, distance, 1e-11 * (1.0 + Math.abs(x)), what);
        }
    }

    private static double fromWholeTurn(double distance, double period) {
        return Math.abs(distance - period * Math.rint(distance / period));
    }

    /** Ends, their neighbours in floating point, and points a whole number of turns away stay inside as well. */
    @ParameterizedTest
    @EnumSource(value = Boundary.class, names = {"PERIODIC", "REFLECTING"})
    void nothingSlipsOutByRounding(Boundary boundary) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 100_000; i++) {
            double from = 20.0 * (random.nextDouble() - 0.5);
            Interval interval = new Interval(from, from + 10.0 * random.nextDouble() + 1e-3, boundary);
            double end = interval.from() + random.nextInt(-4, 5) * interval.length();
            for (double x : new double[] {end, Math.nextUp(end), Math.nextDown(end)}) {
                double folded = interval.fold(x);
                assertTrue(interval.contains(folded) && folded >= interval.from() && folded <= interval.to(),
                        "seed " + SEED + ", " + interval + ", x = " + x + ", folded = " + folded);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Boundary.class)
    void insideNothingChanges(Boundary boundary) {
        Interval interval = new Interval(-Math.PI, Math.PI, boundary);
        for (double x : new double[] {-Math.PI, -1.0, 0.0, Math.nextDown(Math.PI)}) {
            assertEquals(x, interval.fold(x));
        }
    }

    /** What overflowed stays recognisable: neither a ring nor a wall makes a number of it. */
    @ParameterizedTest
    @EnumSource(value = Boundary.class, names = {"PERIODIC", "REFLECTING"})
    void notANumberStaysSo(Boundary boundary) {
        Interval interval = new Interval(-1, 1, boundary);
        for (double x : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertTrue(Double.isNaN(interval.fold(x)));
        }
        assertFalse(interval.contains(Double.NaN));
    }

    @ParameterizedTest
    @EnumSource(value = Boundary.class, names = {"ABSORBING", "OPEN"})
    void withoutAReturnPointsAreLeftWhereTheyAre(Boundary boundary) {
        assertEquals(17.0, new Interval(-1, 1, boundary).fold(17.0));
    }

    @Test
    void containsItsEnds() {
        Interval walls = new Interval(-1, 2, Boundary.REFLECTING);
        assertTrue(walls.contains(-1) && walls.contains(2) && !walls.contains(2.1) && !walls.contains(-1.1));
        assertTrue(new Interval(-1, 2, Boundary.PERIODIC).contains(1e6));
        assertEquals(3.0, walls.length());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, OPEN, interval from 1.0 to 1.0: must have from < to",
        "2, 1, PERIODIC, interval from 2.0 to 1.0: must have from < to",
        "NaN, 1, OPEN, interval from NaN to 1.0: must have from < to",
        "0, Infinity, REFLECTING, interval from 0.0 to Infinity: only an open boundary may be infinite",
        "-Infinity, 0, PERIODIC, interval from -Infinity to 0.0: only an open boundary may be infinite"})
    void whatIsNoIntervalIsRefused(double from, double to, Boundary boundary, String message) {
        assertEquals(message,
                assertThrows(Refusal.class, () -> new Interval(from, to, boundary)).getMessage());
    }

    /** An infinite end is cut 10 units beyond 0 or beyond the other end, whichever is farther out. */
    @ParameterizedTest
    @CsvSource({
        "-Infinity, Infinity, -10, 10", "3, Infinity, 3, 13", "-30, Infinity, -30, 10", "-Infinity, 30, -10, 30",
        "-Infinity, -30, -40, -30"})
    void theWindowIsFinite(double from, double to, double low, double high) {
        assertEquals(new Interval(low, high, Boundary.OPEN), new Interval(from, to, Boundary.OPEN).window());
        Interval bounded = new Interval(low, high, Boundary.REFLECTING);
        assertSame(bounded, bounded.window());
    }
}
