package org.thalweg.sweep.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Range;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.results.Ring;
import org.thalweg.results.plan.Limits;
import org.thalweg.sweep.CellResult;
import org.thalweg.sweep.ParameterGrid;
import org.thalweg.sweep.SweepRunner;
import org.thalweg.sweep.Swept;

/** Cells with common random numbers. */
class DifferenceTest {
    private static final Set<Witness> WITNESSES = EnumSet.of(Witness.SGD, Witness.SDE, Witness.DENSITY);

    private static List<CellResult> run(SweepRunner runner) {
        List<Setting> cells = new ParameterGrid(
                Range.parse("0.1"), Optional.of(Range.parse("8,8.8")), Optional.empty()).cells(Ring.shipped());
        return Swept.by(runner, cells);
    }

    private static SweepRunner runner(int threads) {
        return new SweepRunner(WITNESSES, 256, new Seed(3), threads, Limits.NONE);
    }

    /**
     * One batch variance is a tenth larger than the other. False alarms: 1e-6 each for two witnesses, and nearly none.
     */
    @Test
    void pairsTellNeighboursApart() {
        List<CellResult> cells = run(runner(1).withCommonNumbers());
        List<Difference> differences = Difference.between(cells);
        assertEquals(2, differences.size());
        double exact = cells.get(1).find(Witness.DENSITY, Quantity.CONVERGENCE_TIME).orElseThrow().value()
                - cells.get(0).find(Witness.DENSITY, Quantity.CONVERGENCE_TIME).orElseThrow().value();
        for (Difference d : differences) {
            // The variance falls by a factor of ten (docs/adr/0020); an F ratio of 256 samples is known to a fifth.
            assertTrue(d.paired().standardError() < 0.5 * d.unpaired(), d.toString());
            // What finite steps do to a difference is a tenth of what they do to a time: 0.1 x 0.1 x 10.
            assertEquals(exact, d.paired().value(), 4.9 * d.paired().standardError() + 0.1, d.toString());
        }
    }

    @Test
    void twoThreadsSayWhatOneSays() {
        List<CellResult> one = run(runner(1).withCommonNumbers());
        List<CellResult> two = run(runner(2).withCommonNumbers());
        assertEquals(one.stream().map(CellResult::rows).toList(), two.stream().map(CellResult::rows).toList());
    }

    @Test
    void withoutCommonNumbersThereAreNone() {
        assertEquals(List.of(), Difference.between(run(runner(1))));
    }

    /** Neighbours differ in one parameter, and nothing lies between them. */
    @Test
    void neighboursAreNextToEachOther() {
        Setting ring = Ring.shipped();
        List<CellResult> cells = List.of(cell(ring, 0.1, 1.0), cell(ring, 0.1, 4.0), cell(ring, 0.1, 2.0),
                cell(ring, 0.2, 4.0));
        List<Difference> differences = Difference.between(cells);
        assertEquals(List.of("1.0 to 2.0", "4.0 to 4.0", "2.0 to 4.0"), differences.stream().map(d ->
                d.from().noise().batchVariance().orElseThrow() + " to " + d.to().noise().batchVariance().orElseThrow())
                .toList());
        assertEquals(1.0, differences.get(0).paired().value());
        assertEquals(0.0, differences.get(0).paired().standardError());
    }

    private static CellResult cell(Setting ring, double rate, double variance) {
        return new CellResult(ring.withLearningRate(rate).withBatchVariance(variance), List.of(), List.of(),
                Map.of(Witness.SGD, new double[] {variance, 1.0 + variance}));
    }
}
