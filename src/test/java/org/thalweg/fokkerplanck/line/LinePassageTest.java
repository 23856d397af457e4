package org.thalweg.fokkerplanck.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;

/** First passages over a place where the drift jumps. */
class LinePassageTest {
    private static final double DOWN = -3.0;
    private static final double UP = 2.0;

    /** From s over a kink at c to u, with a wall at 0; drifts a and b on either side, D = 1. */
    private static double time(double a, double b, double s, double c, double u) {
        double before = (Math.exp(a * c) - 1.0) / a;
        double rise = (1.0 - Math.exp(-b * (u - c))) / b;
        return below(a, c) - below(a, s) + Math.exp(-a * c) * before * rise + below(b, u - c);
    }

    /** From 0, a wall, to x under one drift. */
    private static double below(double drift, double x) {
        return x / drift - (1.0 - Math.exp(-drift * x)) / (drift * drift);
    }

    private static void passes(int side, double c, Line line) {
        double u = 1.5;
        double s = 0.1;
        Approach approach = side > 0 ? new Approach(0.0, u, Boundary.REFLECTING, Boundary.ABSORBING)
                : new Approach(-u, 0.0, Boundary.ABSORBING, Boundary.REFLECTING);
        double log = LinePassage.logMoments(line, approach, side * s, Double.POSITIVE_INFINITY, 1).mean();
        assertEquals(time(DOWN, UP, s, c, u), Math.exp(log), 1e-12);
    }

    /** Either way, since a line is seen from the start outwards. */
    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void aJumpOfTheDriftIsTheEdgeOfACell(int side) {
        double c = 0.377;
        passes(side, c, new FreeLine(new Interval(-4.0, 4.0, Boundary.REFLECTING),
                x -> side * (side * x < c ? DOWN : UP), x -> 1.0, side * c));
    }

    /** Where the ends of a ring meet nobody says that there is a kink. */
    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void soIsOneWhereTheEndsOfARingMeet(int side) {
        Interval ring = new Interval(-1.0, 1.0, Boundary.PERIODIC);
        passes(side, 1.0, new FreeLine(ring, x -> side * (side * x >= 0.0 ? DOWN : UP), x -> 1.0, 0.0));
        // The same ring, its ends elsewhere: the other jump is met on the second turn.
        Interval turned = new Interval(-0.5, 1.5, Boundary.PERIODIC);
        passes(side, 1.0, new FreeLine(turned, x -> side * (side * ring.fold(x) >= 0.0 ? DOWN : UP), x -> 1.0,
                0.0, 1.0));
    }
}
