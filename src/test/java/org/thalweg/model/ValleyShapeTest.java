package org.thalweg.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a valley says about itself. */
class ValleyShapeTest {
    private static final Profile LEVEL = Profile.constant(0.0);

    @Test
    void flatnessIsTheGeometricMeanOfTheDirections() {
        assertEquals(3.0, new ValleyShape(LEVEL, List.of(Profile.constant(3.0))).flatnessAt(0.7));
        ValleyShape two = new ValleyShape(LEVEL, List.of(Profile.constant(2.0), Profile.constant(8.0)));
        assertEquals(4.0, two.flatnessAt(0.7), 1e-14);
        assertEquals(2, two.sharpDirections());
    }

    @Test
    void aValleyIsDegenerateWhereItsFloorIsLevel() {
        assertTrue(new ValleyShape(Profile.constant(5.0), List.of(LEVEL)).degenerate(-3.0, 3.0));
        assertFalse(new ValleyShape(new Slope(1e-9), List.of(LEVEL)).degenerate(-3.0, 3.0));
    }

    /** A floor that is level in a part of the valley is degenerate there. */
    @Test
    void degeneracyIsAskedOfARange() {
        ValleyShape shape = new ValleyShape(new Ramp(), List.of(LEVEL));
        assertTrue(shape.degenerate(-2.0, 0.0));
        assertFalse(shape.degenerate(-2.0, 2.0));
    }

    private record Slope(double slope) implements Profile {
        @Override
        public double value(double x) {
            return slope * x;
        }

        @Override
        public double slope(double x) {
            return slope;
        }

        @Override
        public double curvature(double x) {
            return 0.0;
        }
    }

    /** 0 below x = 0, x^2 above. */
    private record Ramp() implements Profile {
        @Override
        public double value(double x) {
            return Math.max(x, 0.0) * Math.max(x, 0.0);
        }

        @Override
        public double slope(double x) {
            return 2.0 * Math.max(x, 0.0);
        }

        @Override
        public double curvature(double x) {
            return x > 0.0 ? 2.0 : 0.0;
        }
    }
}
