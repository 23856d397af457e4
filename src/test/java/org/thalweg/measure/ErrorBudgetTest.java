package org.thalweg.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Standard errors add in squares, bounds add up. */
class ErrorBudgetTest {
    private static final ErrorBudget BUDGET = ErrorBudget.EMPTY
            .withStatistical("sampling", 3.0)
            .withSystematic("grid", 0.5)
            .withStatistical("reference", 4.0)
            .withSystematic("learning rate", 1.5);

    @Test
    void statisticalPartsAddInSquares() {
        assertEquals(5.0, BUDGET.statistical());
    }

    /** A fortieth of a femto of a femto ... is an error as any other, though its square is no double. */
    @Test
    void errorsWhoseSquaresAreNoDoubles() {
        for (double unit : new double[] {1e-300, 1e-200, 1e200, 1e300}) {
            ErrorBudget budget = ErrorBudget.EMPTY.withStatistical("one", 3.0 * unit).withStatistical("other", 4.0 * unit);
            assertEquals(5.0, budget.statistical() / unit, 1e-14);
            assertEquals(Double.POSITIVE_INFINITY, budget.degreesOfFreedom());
        }
    }

    @Test
    void systematicPartsAddUp() {
        assertEquals(2.0, BUDGET.systematic());
    }

    @Test
    void theMarginIsSigmasAndBounds() {
        assertEquals(2.0 * 5.0 + 2.0, BUDGET.margin(2.0));
        assertEquals(2.0, BUDGET.margin(0.0));
    }

    /** The heaviest part depends on how many standard errors are allowed for. */
    @Test
    void theLargestPartIsTheOneThatWeighsMost() {
        assertEquals("reference", BUDGET.largest(3.0).orElseThrow().source());
        assertEquals("learning rate", BUDGET.largest(0.1).orElseThrow().source());
        assertEquals(Optional.empty(), ErrorBudget.EMPTY.largest(3.0));
    }

    @Test
    void anEmptyBudgetAllowsNothing() {
        assertEquals(0.0, ErrorBudget.EMPTY.margin(Claim.SIGMAS));
        assertEquals("", ErrorBudget.EMPTY.toString());
    }

    /** A shift may be given with its sign. */
    @Test
    void sizesAreTakenWithoutSign() {
        assertEquals(0.7, ErrorBudget.EMPTY.withSystematic("shift", -0.7).systematic());
        assertEquals(0.7, ErrorBudget.EMPTY.withStatistical("slope", -0.7).statistical());
    }

    @Test
    void aBudgetIsNeverChanged() {
        ErrorBudget before = ErrorBudget.EMPTY.withStatistical("sampling", 1.0);
        before.withSystematic("grid", 1.0);
        assertEquals(1, before.parts().size());
        assertTrue(ErrorBudget.EMPTY.parts().isEmpty());
        assertThrows(UnsupportedOperationException.class, () -> before.parts().clear());
    }

    @Test
    void partsAreNamedInTheirOrder() {
        assertEquals("sampling 3.0, grid 0.50, reference 4.0, learning rate 1.5", BUDGET.toString());
        assertEquals(List.of("sampling", "grid", "reference", "learning rate"),
                BUDGET.parts().stream().map(ErrorBudget.Part::source).toList());
    }

    /** A part of unknown size makes the whole unknown. */
    @Test
    void whatIsUnknownStaysUnknown() {
        assertTrue(Double.isNaN(BUDGET.withSystematic("grid", Double.NaN).margin(1.0)));
        assertTrue(Double.isNaN(BUDGET.withStatistical("sampling", Double.NaN).margin(1.0)));
    }
}
