package org.thalweg.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuantityTest {
    private static List<Quantity> constants() throws IllegalAccessException {
        List<Quantity> constants = new ArrayList<>();
        for (Field field : Quantity.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                constants.add((Quantity) field.get(null));
            }
        }
        return constants;
    }

    /** A key read back from a file is the quantity that was written. */
    @Test
    void aKeyIsItsQuantity() throws IllegalAccessException {
        List<Quantity> constants = constants();
        assertTrue(constants.size() > 20, "constants " + constants.size());
        assertEquals(constants.size(), constants.stream().map(Quantity::key).distinct().count());
        for (Quantity quantity : constants) {
            assertTrue(quantity.key().matches("[a-z]+(_[a-z]+)*"), quantity.key());
            assertSame(quantity, Quantity.of(quantity.key()));
            assertEquals(quantity.key(), quantity.toString());
        }
        assertSame(Quantity.AVERAGED_Y, Quantity.averaged("y"));
    }

    @Test
    void aNumberOfTheModelHasItsKeyInWords() {
        assertEquals(Optional.empty(), Quantity.find("averaged_y2"));
        assertEquals(Quantity.averaged("y2"), Quantity.of("averaged_y2"));
        assertEquals("averaged y2", Quantity.averaged("y2").labelWithUnit());
    }

    @Test
    void unitsFollowTheLabel() {
        assertEquals("mean convergence time T (learning time t = \u03b7k)", Quantity.CONVERGENCE_TIME.labelWithUnit());
        assertEquals("mean convergence time (iterations)", Quantity.CONVERGENCE_STEPS.labelWithUnit());
        assertEquals("test error (share of samples in a wrong class)", Quantity.TEST_ERROR.labelWithUnit());
        assertEquals("norm of the gradient (loss per parameter)", Quantity.GRADIENT_NORM.labelWithUnit());
        assertEquals("mean flatness \u27e8F\u27e9", Quantity.MEAN_FLATNESS.labelWithUnit());
    }

    /** Half as long a unit of time makes times twice as many, their variance four times, and iterations as many. */
    @Test
    void timesFollowTheClock() {
        assertEquals(2.0, Quantity.CONVERGENCE_TIME.factor(2.0));
        assertEquals(2.0, Quantity.LAST_SWITCH.factor(2.0));
        assertEquals(4.0, Quantity.CONVERGENCE_TIME_VARIANCE.factor(2.0));
        assertEquals(1.0, Quantity.CONVERGENCE_STEPS.factor(2.0));
        assertEquals(1.0, Quantity.MEAN_SQUARE_Y.factor(2.0));
        assertEquals(1.0, Quantity.LOG_CONVERGENCE_TIME.factor(2.0));
        assertEquals(Math.log(2.0), Quantity.LOG_CONVERGENCE_TIME.offset(2.0));
        assertEquals(0.0, Quantity.CONVERGENCE_TIME.offset(2.0));
    }
}
