import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.measure.Witness;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.space.Range;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.report.CsvTable;
import org.thalweg.report.RunTables;
import org.thalweg.results.Row;
import org.thalweg.results.plan.Limits;
import org.thalweg.storage.SealedJournal;
import org.thalweg.sweep.CellResult;
import org.thalweg.sweep.Engine;
import org.thalweg.sweep.ParameterGrid;
import org.thalweg.sweep.PlannedCells;
import org.thalweg.sweep.StoredCell;
import org.thalweg.sweep.SweepJournal;
import org.thalweg.sweep.SweepRunner;

/**
 * What very many cells cost beside their computing: an engine that makes up twenty rows a cell, and the runner, the
 * journal and the table as they are. Run it with a small heap.
 *
 * <p>Arguments: FOLDER CELLS. Prints the seconds, the bytes and the memory in use of each stage.
 */
final class ManyCells {
    private static final int ROWS = 20;

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int side = (int) Math.round(Math.sqrt(Integer.parseInt(arguments[1])));
        ModelFile model = ModelFile.read(Path.of("models", "degenerate-valley.yaml"));
        PlannedCells cells = new PlannedCells(model, Optional.empty(),
                new ParameterGrid(Range.parse("lin:0.01:0.1:" + side), Optional.of(Range.parse("lin:1:8:" + side)),
                        Optional.empty()), List.of(), OptionalInt.empty());
        Engine madeUp = (open, task, progress, sink) -> open.forEach(i -> {
            List<Row> rows = new ArrayList<>();
            for (int r = 0; r < ROWS; r++) {
                rows.add(Row.plain(Witness.SGD, Quantity.MEAN_FLATNESS, new Measurement(Math.sqrt(i + 1.0 + r),
                        Math.PI / (i + 1.0), 256)));
            }
            sink.finished(i, StoredCell.of(i, new CellResult(cells.setting(i), rows, List.of(), Map.of())));
        });
        TreeMap<String, Object> request = new TreeMap<>(Map.of("seed", 1));
        long begin = System.nanoTime();
        try (SweepJournal journal = SealedJournal.begin(new SweepJournal(folder, request));
                CsvTable<RunTables.SweptRow> table =
                        CsvTable.create(folder.resolve("sweep.csv"), RunTables.sweep(List.of()))) {
            begin = stage("begun", begin);
            new SweepRunner(Set.of(Witness.SGD), 256, new Seed(1), 1,
                    Limits.NONE).withJournal(journal).on(madeUp)
                    .each(cells, Progress.NONE, (number, cell) -> {
                        cell.rows().forEach(row -> table.add(new RunTables.SweptRow(cell.setting(), row, List.of())));
                        table.flush();
                    });
            begin = stage(cells.size() + " cells run, journalled and tabled", begin);
        }
        System.out.printf(Locale.ROOT, "journal %.1f MB, sweep.csv %.1f MB%n", 1e-6 * Files.size(
                folder.resolve(SweepJournal.FILE)), 1e-6 * Files.size(folder.resolve("sweep.csv")));
        begin = System.nanoTime();
        try (SweepJournal journal = SealedJournal.reopen(new SweepJournal(folder, request))) {
            begin = stage(journal.size() + " cells reopened", begin);
            double sum = 0.0;
            for (CellResult cell : journal.all(cells)) {
                sum += cell.rows().get(0).measurement().value();
            }
            begin = stage("all cells read once, sum " + sum, begin);
            journal.finish(List.of("sweep.csv"));
            stage("finished", begin);
        }
    }

    private static long stage(String what, long begin) {
        long now = System.nanoTime();
        System.gc();
        Runtime java = Runtime.getRuntime();
        System.out.printf(Locale.ROOT, "%s: %.1f s, %.0f MB of %.0f MB%n", what, 1e-9 * (now - begin),
                1e-6 * (java.totalMemory() - java.freeMemory()), 1e-6 * java.maxMemory());
        return System.nanoTime();
    }
}
