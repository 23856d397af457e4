package org.thalweg.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Range;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.Ring;

/** The order of the cells is the order of the table. */
class ParameterGridTest {
    private static final Setting MODEL = Ring.shipped();

    /** eta, sigma2, kappa of each cell. */
    private static List<List<Double>> numbers(List<Setting> cells) {
        return cells.stream().map(s -> List.of(s.sgd().learningRate(), s.noise().batchVariance().orElseThrow(),
                s.noise().anisotropy().orElseThrow())).toList();
    }

    @Test
    void theLearningRateVariesSlowestTheAnisotropyFastest() {
        ParameterGrid grid = new ParameterGrid(
                Range.parse("0.1,0.2"), Optional.of(Range.parse("1,2")), Optional.of(Range.parse("4,8")));
        assertEquals(List.of(
                List.of(0.1, 1.0, 4.0), List.of(0.1, 1.0, 8.0), List.of(0.1, 2.0, 4.0), List.of(0.1, 2.0, 8.0),
                List.of(0.2, 1.0, 4.0), List.of(0.2, 1.0, 8.0), List.of(0.2, 2.0, 4.0), List.of(0.2, 2.0, 8.0)),
                numbers(grid.cells(MODEL)));
    }

    /** sigma2 is that of one sample: a batch of B has sigma2 / B. Rounding of a logarithmic range is no matter. */
    @Test
    void theBatchVarianceFollowsTheBatchSize() {
        ParameterGrid grid = new ParameterGrid(Range.of(0.1), Optional.empty(), Optional.empty(),
                Optional.of(Range.parse("log:1:32:6")));
        assertEquals(List.of(2.0, 1.0, 0.5, 0.25, 0.125, 0.0625), grid.cells(MODEL).stream()
                .map(s -> s.noise().batchVariance().getAsDouble()).toList());
        assertThrows(Refusal.class, () -> new ParameterGrid(Range.of(0.1), Optional.empty(),
                Optional.empty(), Optional.of(Range.parse("1.5"))).cells(MODEL));
    }

    /** What is not varied stays as the model has it. */
    @Test
    void whatIsNotVariedStays() {
        assertEquals(List.of(List.of(0.1, 2.0, 4.0), List.of(0.2, 2.0, 4.0)),
                numbers(new ParameterGrid(Range.parse("0.1,0.2"), Optional.empty(), Optional.empty()).cells(MODEL)));
        assertEquals(List.of(List.of(0.1, 3.0, 4.0)),
                numbers(new ParameterGrid(Range.of(0.1), Optional.of(Range.of(3.0)), Optional.empty()).cells(MODEL)));
        // A batch variance is scaled into place, kappa with it: exact for these numbers.
        assertEquals(List.of(List.of(0.1, 2.0, 1.0)),
                numbers(new ParameterGrid(Range.of(0.1), Optional.empty(), Optional.of(Range.of(1.0))).cells(MODEL)));
    }
}
