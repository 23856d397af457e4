package org.thalweg.model.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.model.Profiles;
import org.thalweg.model.profile.Profile;

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
    void manyPlacesAreLikeOneAndTheLogSlopeIsADerivative() {
        double[] x = {-1.3, 0.0, 0.7};
        double[] flatness = {9.0, 9.0, 9.0};
        double[] logSlope = {9.0, 9.0, 9.0};
        for (List<Profile> profiles : List.of(List.of(Profiles.RING), List.of(Profiles.RING, Profiles.OPENING))) {
            ValleyShape shape = new ValleyShape(LEVEL, profiles);
            shape.evaluate(x, flatness, logSlope);
            for (int i = 0; i < x.length; i++) {
                double h = 1e-5;
                double ratio = Math.log(shape.flatnessAt(x[i] + h) / shape.flatnessAt(x[i] - h));
                assertEquals(shape.flatnessAt(x[i]), flatness[i], 1e-15);
                assertEquals(shape.logSlope(x[i]), logSlope[i], 1e-15);
                assertEquals(profiles.size() * ratio / (2.0 * h), logSlope[i], 1e-9);
            }
        }
    }

    @Test
    void aValleyIsDegenerateWhereItsFloorIsLevel() {
        assertTrue(new ValleyShape(Profile.constant(5.0), List.of(LEVEL)).degenerate(-3.0, 3.0));
        assertFalse(new ValleyShape(Profiles.formula("1e-9*x"), List.of(LEVEL)).degenerate(-3.0, 3.0));
    }

    /** A floor that is level in a part of the valley is degenerate there. */
    @Test
    void degeneracyIsAskedOfARange() {
        ValleyShape shape = new ValleyShape(Profiles.formula("((x + abs(x))/2)^2"), List.of(LEVEL));
        assertTrue(shape.degenerate(-2.0, 0.0));
        assertFalse(shape.degenerate(-2.0, 2.0));
    }
}
