package org.thalweg.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.thalweg.measure.Family;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Range;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.results.Ring;
import org.thalweg.results.Row;
import org.thalweg.results.plan.Limits;

/**
 * A sweep says the same on one thread and on two, in the order of its grid. Rows are records of doubles and compare bit
 * by bit.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepRunnerTest {
    /** Hot and quick; the first cell takes eight times as long as the last. */
    private static final List<Setting> CELLS = new ParameterGrid(
            Range.parse("0.1,0.2"), Optional.of(Range.parse("4,8")), Optional.empty()).cells(Ring.shipped());

    private List<CellResult> reference;

    private static List<CellResult> run(List<Setting> cells, int threads) {
        return Swept.by(
                new SweepRunner(EnumSet.copyOf(Witness.COMPUTED), 64, new Seed(2), threads, Limits.NONE), cells);
    }

    private static List<List<Row>> rows(List<CellResult> results) {
        return results.stream().map(CellResult::rows).toList();
    }

    @BeforeAll
    void runOnce() {
        reference = run(CELLS, 1);
    }

    @Test
    void twoThreadsSayWhatOneSays() {
        assertEquals(rows(reference), rows(run(CELLS, 2)));
    }

    /** Cells do not know of each other: in another order, or alone, each finds the same. */
    @Test
    void theOrderOfTheCellsChangesNothing() {
        List<Setting> backwards = new ArrayList<>(CELLS);
        Collections.reverse(backwards);
        List<List<Row>> found = new ArrayList<>(rows(run(backwards, 2)));
        Collections.reverse(found);
        assertEquals(rows(reference), found);
        // Alone it is judged as a smaller family.
        assertEquals(measurements(reference.get(3)), measurements(run(CELLS.subList(3, 4), 1).get(0)));
        // Two threads work on the ensembles of a last cell.
        assertEquals(measurements(reference.get(3)), measurements(run(CELLS.subList(3, 4), 2).get(0)));
    }

    private static List<Measurement> measurements(CellResult cell) {
        return cell.rows().stream().map(Row::measurement).toList();
    }

    /** Two kinds of trajectories, four numbers each, in each cell; nothing that chance touches without a reference. */
    @Test
    void allRowsThatChanceCouldRefuteAreCounted() {
        assertEquals(4 * 8, atRisk(EnumSet.copyOf(Witness.COMPUTED), CELLS));
        assertEquals(4 * 4, atRisk(EnumSet.of(Witness.SGD, Witness.DENSITY), CELLS));
        assertEquals(0, atRisk(EnumSet.of(Witness.SGD, Witness.SDE, Witness.THEORY), CELLS));
        Setting asymmetric = Ring.model(Path.of("models", "asymmetric-valley.yaml"), Map.of());
        assertEquals(3, atRisk(EnumSet.copyOf(Witness.COMPUTED), List.of(asymmetric)));
        long judged = reference.stream().flatMap(c -> c.rows().stream())
                .filter(r -> !Double.isNaN(r.chance())).count();
        assertTrue(judged > 0 && judged <= 4 * 8, judged + " rows");
    }

    private static long atRisk(Set<Witness> witnesses, List<Setting> cells) {
        return runner(witnesses).rowsAtRisk(Cells.of(cells, List.of()), Progress.NONE);
    }

    private static SweepRunner runner(Set<Witness> witnesses) {
        return new SweepRunner(witnesses, 64, new Seed(2), 1, Limits.NONE);
    }

    /** A sampled row is refuted where chance explains it less than its share of the rate of the whole sweep. */
    @Test
    void verdictsAreThoseOfTheFamily() {
        double share = Family.FALSE_ALARM / (4 * 8);
        reference.stream().flatMap(c -> c.rows().stream()).filter(r -> !Double.isNaN(r.chance())).forEach(r ->
                assertEquals(r.chance() < share, r.verdict().equals(Optional.of(Verdict.REFUTED)), r.toString()));
    }

    /** Whichever is done first, cells are handed over in the order given, from the calling thread. */
    @Test
    void cellsAreHandedOverInTheOrderOfTheGrid() {
        List<Setting> backwards = new ArrayList<>(CELLS);
        Collections.reverse(backwards);
        for (List<Setting> cells : List.of(CELLS, backwards)) {
            List<CellResult> handed = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            ConcurrentLinkedQueue<Double> progress = new ConcurrentLinkedQueue<>();
            SweepRunner runner = new SweepRunner(Set.of(Witness.SGD), 16, new Seed(2), 2, Limits.NONE);
            List<CellResult> returned = Swept.by(runner, Cells.of(cells, List.of()), progress::add, result -> {
                handed.add(result);
                threads.add(Thread.currentThread());
            });
            assertEquals(returned, handed);
            for (int i = 0; i < cells.size(); i++) {
                assertSame(cells.get(i), handed.get(i).setting());
                assertSame(Thread.currentThread(), threads.get(i));
            }
            // Told while a cell is under way, too.
            assertTrue(progress.size() >= cells.size(), progress.size() + " reports");
            // A sum of floating-point shares, in any order.
            assertEquals(1.0, Collections.max(progress), 1e-12);
        }
    }

    @Test
    void anInterruptionEndsTheSweep() {
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> run(CELLS, 2));
        assertTrue(Thread.interrupted(), "the interruption was swallowed");
    }

    /** What goes wrong in a cell is told as it is, with its place. */
    @Test
    void aFailureIsTold() {
        SweepRunner nobody = new SweepRunner(Set.of(Witness.SGD), 0, new Seed(2), 2, Limits.NONE);
        String message = assertThrows(CellsFailedException.class,
                () -> Swept.by(nobody, CELLS)).getMessage();
        assertTrue(message.startsWith("4 of 4 cells failed: cell "), message);
        assertTrue(message.contains("IllegalArgumentException: ensemble of 0 particles: must have at least one (at"
                + " org.thalweg.trajectory.Ensemble.run(Ensemble.java:"), message);
    }

    /** Why a cell says less than the others. */
    @Test
    void aCellWithoutAStationaryStateSaysSo() {
        Setting runaway = Ring.model(Path.of("models", "log-walled-valley.yaml"),
                Map.of("sgd.learning-rate", "0.025", "noise.batch-variance", "40"));
        CellResult cell = run(List.of(runaway), 1).get(0);
        String note = "no stationary state at learning rate 0.025, batch variance 40.0: only first passages there";
        assertEquals(List.of(note), cell.notes());
    }

    @Test
    void aCellAnswersQuestions() {
        CellResult cell = reference.get(0);
        Measurement density = cell.find(Witness.DENSITY, Quantity.CONVERGENCE_TIME).orElseThrow();
        Measurement sgd = cell.find(Witness.SGD, Quantity.CONVERGENCE_TIME).orElseThrow();
        assertEquals(density.value(), sgd.value(), 0.5 * density.value());
        assertEquals(Optional.empty(), cell.find(Witness.SGD, Quantity.RESTRICTED_CONVERGENCE_TIME));
        long judged = cell.rows().stream().filter(r -> r.verdict().isPresent()).count();
        long counted = 0;
        for (Verdict verdict : Verdict.values()) {
            counted += cell.count(verdict);
        }
        assertEquals(judged, counted);
        assertEquals(List.of(), cell.notes());
    }
}
