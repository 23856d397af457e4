package org.thalweg.model.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.thalweg.model.loss.ValleyShape;

class QuadraticTest {
    /** Asked for every recorded state: the formula of its floor is parsed once. */
    @Test
    void aBowlIsTheSameValleyEachTime() {
        Quadratic bowl = new Quadratic(0.5, 0.0, 4.0);
        ValleyShape shape = bowl.geometry().shape().orElseThrow();
        assertSame(shape, bowl.geometry().shape().orElseThrow());
        assertEquals(0.5, shape.flatnessAt(3.0));
        assertEquals(0.25 * 9.0, shape.floor().value(3.0));
        assertTrue(new Quadratic(0.5, 0.1, 4.0).geometry().shape().isEmpty());
    }
}
