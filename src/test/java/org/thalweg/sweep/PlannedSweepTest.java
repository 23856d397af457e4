package org.thalweg.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.compute.Backend;
import org.thalweg.measure.Progress;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.space.Range;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.Effort;
import org.thalweg.results.operator.OperatorQuestions;
import org.thalweg.storage.SealedJournal;
import org.thalweg.work.Crew;
import org.thalweg.work.Meter;

/** A sweep as a value: what another process makes of it, engines that run it elsewhere, and cells that fail there. */
class PlannedSweepTest {
    private static final String VERSION = "1";

    @TempDir
    private Path folder;

    private static SweepRequest request(List<SweepRequest.Axis> variations) throws ModelFileException {
        return request(variations, OperatorQuestions.NONE);
    }

    private static SweepRequest request(List<SweepRequest.Axis> variations, OperatorQuestions questions)
            throws ModelFileException {
        ModelFile model = ModelFile.read(Path.of("models", "degenerate-valley.yaml"));
        return new SweepRequest(VERSION, Backend.current().description(), model.file(), model.text(), Map.of("a", "0.4"),
                PlannedSweep.files(model), new SweepRequest.Grid(List.of(0.15, 0.2), List.of(6.0, 8.0), null, null),
                variations, 16, 7, Witness.COMPUTED.stream().map(Witness::key).toList(), null, null, false, null, null,
                questions);
    }

    private static PlannedSweep elsewhere(SweepRequest request) {
        return PlannedSweep.elsewhere(SweepRequest.parse(request.json()), VERSION);
    }

    /** Runs each cell from the text of the request alone, in another order; some of them fail. */
    private static Engine remote(SweepRequest request, IntPredicate fails) {
        return (cells, task, progress, sink) -> {
            List<Integer> backwards = new ArrayList<>(cells);
            Collections.reverse(backwards);
            for (int cell : backwards) {
                if (fails.test(cell)) {
                    sink.failed(new FailedCell(cell, "a machine", "no memory", false));
                } else {
                    String line = elsewhere(request).line(cell, task.falseAlarm(), Crew.of(2));
                    sink.finished(cell, StoredCell.parse(line).orElseThrow());
                }
            }
        };
    }

    private static List<String> lines(List<CellResult> results) {
        return results.stream().map(r -> StoredCell.of(0, r).json()).toList();
    }

    /** The same bytes by threads of this process and from the request alone: questions and laws of cells among them. */
    @Test
    void aRequestIsAllThatACellNeeds() throws Exception {
        OperatorQuestions questions = new OperatorQuestions(2, true, List.of(-3.0, 9.0),
                List.of(), List.of("-1<=x<=0", "2<=x<=3"));
        PlannedSweep here = elsewhere(request(List.of(), questions));
        List<CellResult> local = Swept.by(here.runner(2), here.cells(), Progress.NONE, cell -> { });
        List<CellResult> remote = Swept.by(here.runner(1).on(remote(here.request(), cell -> false)), here.cells(),
                Progress.NONE, cell -> { });
        assertEquals(4, local.size());
        assertEquals(lines(local), lines(remote));
        for (CellResult cell : remote) {
            assertTrue(cell.find(Witness.DENSITY, Quantity.of("relaxation_rate_2")).isPresent());
            assertTrue(cell.find(Witness.DENSITY, Quantity.of("committor")).isPresent());
            assertTrue(cell.find(Witness.DENSITY, Quantity.of("transition_rate_back")).isPresent());
            assertEquals(Set.copyOf(Witness.COMPUTED), cell.laws().marginals().keySet());
        }
    }

    /** A cell that fails is recorded with where and why, the others go on, and a second run tries it again. */
    @Test
    void aCellThatFailsIsRecordedAndTheOthersGoOn() throws Exception {
        PlannedSweep sweep = elsewhere(request(List.of()));
        Map<String, Object> asked = new TreeMap<>(Map.of("seed", 7));
        List<Integer> handed = new ArrayList<>();
        try (SweepJournal journal = SealedJournal.begin(new SweepJournal(folder, asked))) {
            List<FailedCell> failures = sweep.runner(1).withJournal(journal)
                    .on(remote(sweep.request(), cell -> cell == 1))
                    .each(sweep.cells(), Progress.NONE, (number, cell) -> handed.add(number));
            assertEquals(List.of(new FailedCell(1, "a machine", "no memory", false)), failures);
            assertEquals(List.of(0, 2, 3), handed);
            String message = assertThrows(CellsFailedException.class, () -> FailedCell.raise(failures, 4)).getMessage();
            assertTrue(message.contains("1 of 4 cells failed: cell 1 on a machine: no memory"), message);
        }
        try (SweepJournal journal = SealedJournal.reopen(new SweepJournal(folder, asked))) {
            assertEquals(List.of(), journal.remarks());
            assertEquals(3, journal.size());
            List<Integer> again = new ArrayList<>();
            Engine counting = (cells, task, progress, sink) -> {
                again.addAll(cells);
                new LocalEngine(1).run(cells, task, progress, sink);
            };
            sweep.runner(1).withJournal(journal).on(counting).each(sweep.cells(), Progress.NONE, (number, cell) -> { });
            assertEquals(List.of(1), again);
            assertEquals(4, journal.size());
        }
    }

    /** On threads of this process too: what ends a cell ends no other; what concerns all ends the sweep. */
    @Test
    void aCellThatFailsHereIsRecordedLikewise() throws Exception {
        PlannedSweep sweep = elsewhere(request(List.of()));
        Map<String, Object> asked = new TreeMap<>(Map.of("seed", 7));
        ArithmeticException madeUp = new ArithmeticException("made up");
        FailedCell failed = new FailedCell(2, "this machine", "java.lang.ArithmeticException: made up (at "
                + madeUp.getStackTrace()[0] + ")", false);
        try (SweepJournal journal = SealedJournal.begin(new SweepJournal(folder, asked))) {
            List<Integer> handed = Collections.synchronizedList(new ArrayList<>());
            List<FailedCell> failures = sweep.runner(1).withJournal(journal)
                    .on(failing(2, madeUp))
                    .each(sweep.cells(), Progress.NONE, (number, cell) -> handed.add(number));
            assertEquals(List.of(failed), failures);
            assertEquals(List.of(0, 1, 3), handed);
        }
        assertTrue(Files.readString(folder.resolve(SweepJournal.FILE)).contains(failed.json().substring(1)));
        try (SweepJournal journal = SealedJournal.reopen(new SweepJournal(folder, asked))) {
            assertEquals(3, journal.size());
            assertEquals(4, Swept.by(sweep.runner(2).withJournal(journal), sweep.cells(),
                    Progress.NONE, c -> { }).size());
            assertEquals(4, journal.size());
            journal.finish(List.of());
        }
        assertFalse(Files.readString(folder.resolve(SweepJournal.FILE)).contains("failed"));
        SweepRunner interrupted = sweep.runner(1).on(failing(0, new CancellationException("interrupted")));
        assertThrows(CancellationException.class, () -> Swept.by(interrupted, sweep.cells(),
                Progress.NONE, c -> { }));
    }

    /** Threads of this process, with a cell that fails when it is planned and when it runs. */
    private static Engine failing(int bad, RuntimeException why) {
        return (cells, task, progress, sink) -> new LocalEngine(2).run(cells, new Engine.Task() {
            @Override
            public CellResult run(int cell, Crew crew, Meter meter) {
                return good(cell).run(cell, crew, meter);
            }

            @Override
            public Effort effort(int cell) {
                return good(cell).effort(cell);
            }

            @Override
            public double falseAlarm() {
                return task.falseAlarm();
            }

            private Engine.Task good(int cell) {
                if (cell == bad) {
                    throw why;
                }
                return task;
            }
        }, progress, sink);
    }

    /** What no cell can do is bad input, and leaves no folder; one failure among cells that are finished leaves all. */
    @Test
    void whatNoCellCanDoIsRefused() {
        FailedCell refused = FailedCell.of(0, "here", new Refusal("no; say something else"));
        assertEquals(new FailedCell(0, "here", "no; say something else", true), refused);
        assertEquals("no; say something else (all 2 cells are refused)",
                assertThrows(Refusal.class, () -> FailedCell.raise(List.of(refused, refused), 2)).getMessage());
        assertThrows(CellsFailedException.class, () -> FailedCell.raise(List.of(refused), 2));
        FailedCell.raise(List.of(), 2);
    }

    /** Another version, other arrays or other data would give other bytes. */
    @Test
    void aProcessThatWouldSayAnythingElseRefuses() throws Exception {
        SweepRequest right = request(List.of());
        assertThrows(Refusal.class, () -> PlannedSweep.elsewhere(right, "2"));
        Map<String, String> other = new LinkedHashMap<>(Map.of("table.csv", "0123"));
        SweepRequest data = new SweepRequest(VERSION, right.backend(), right.file(), right.text(), right.assignments(),
                other, right.grid(), right.variations(), 16, 7, right.witnesses(), null, null, false, null, null,
                OperatorQuestions.NONE);
        String message = assertThrows(Refusal.class, () -> elsewhere(data)).getMessage();
        assertTrue(message.startsWith("table.csv is null here and was 0123"), message);
    }

    /** Cells made one by one are those of the lists; learning rates that vary as numbers of the model are theirs. */
    @Test
    void cellsAreMadeWhenTheyAreAskedFor() throws Exception {
        SweepRequest request = request(List.of(new SweepRequest.Axis("a", List.of(0.2, 0.3, 0.5))));
        PlannedCells cells = elsewhere(request).cells();
        List<Setting> expected = new ArrayList<>();
        ModelFile model = ModelFile.recorded(Path.of(request.file()), request.text(), request.assignments());
        ParameterGrid grid = new ParameterGrid(new Range(List.of(0.15, 0.2)),
                Optional.of(new Range(List.of(6.0, 8.0))), Optional.empty());
        for (String a : List.of("0.2", "0.3", "0.5")) {
            expected.addAll(grid.cells(model.with(Map.of("a", a)).setting()));
        }
        assertEquals(expected, cells.settings());
        assertEquals(List.of(0.3), cells.varied(7));
    }

    /** Twice the particles or more where errors ask for it, the same on any number of threads, and said where it fails. */
    @Test
    void precisionAddsParticles() throws Exception {
        PlannedSweep sweep = elsewhere(request(List.of()));
        SweepRunner precise = sweep.runner(1).until(new Precision(0.1));
        CellResult cell = precise.run(sweep.cells(), 0, 1e-3, Crew.ALONE, Meter.NONE);
        long samples = cell.rows().stream().filter(r -> r.witness() == Witness.SGD)
                .mapToLong(r -> r.measurement().samples()).max().orElseThrow();
        assertTrue(samples > 16, samples + " samples");
        assertEquals(0, samples & (samples - 1), "no power of two times the particles at first");
        CellResult two = precise.run(sweep.cells(), 0, 1e-3, Crew.of(2), Meter.NONE);
        assertEquals(cell.rows(), two.rows());
        assertEquals(List.of(), cell.notes());
    }

    /** All cells with added particles: the same lines by two threads, by one, and from the request elsewhere. */
    @Test
    void addedParticlesAreTheSameOnEveryEngine() throws Exception {
        SweepRequest plain = request(List.of());
        SweepRequest request = new SweepRequest(VERSION, plain.backend(), plain.file(), plain.text(),
                plain.assignments(), plain.files(), plain.grid(), plain.variations(), 8, 7, List.of("sgd"), null, null,
                false, 0.2, null, OperatorQuestions.NONE);
        PlannedSweep sweep = elsewhere(request);
        List<String> two = lines(Swept.by(sweep.runner(2), sweep.cells(), Progress.NONE, cell -> { }));
        assertEquals(two, lines(Swept.by(sweep.runner(1), sweep.cells(), Progress.NONE, cell -> { })));
        assertEquals(two, lines(Swept.by(sweep.runner(1).on(remote(request, cell -> false)), sweep.cells(),
                Progress.NONE, cell -> { })));
        assertEquals(4, two.size());
        assertTrue(two.stream().anyMatch(line -> !line.contains("\"samples\":8,")), two.toString());
    }
}
