package org.thalweg.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.ReferenceTable;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.quantity.Counted;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.OutsideValue;

/**
 * Which values from outside belong to which cells. A row meets a cell where all numbers that its place names are those
 * of the cell, and all that it does not name are those of the model file: a value of another model is not compared.
 *
 * @param byCell the values of each cell, in the order of the table; empty where there are none at all
 * @param remarks which rows meet no cell
 */
public record ReferenceCells(List<List<OutsideValue>> byCell, List<String> remarks) {
    /** Where a model names no values. */
    public static final ReferenceCells NONE = new ReferenceCells(List.of(), List.of());

    private static final String RATE = "sgd.learning-rate";
    private static final String VARIANCE = "noise.batch-variance";
    private static final String ANISOTROPY = "noise.anisotropy";
    private static final String BATCH = "noise.batch";
    private static final String STRENGTH = "noise.strength";
    private static final String ITERATIONS = "sweep.iterations";

    /** So many rows without a cell are named; the others are counted. */
    private static final int NAMED = 3;

    /** The values of a cell. */
    public List<OutsideValue> of(int cell) {
        return byCell.isEmpty() ? List.of() : byCell.get(cell);
    }

    /**
     * Matches the rows of a model with the cells of a sweep.
     *
     * @param model as it was asked for
     * @param files the model that each cell was made of, with what varies assigned: the same paths in all
     * @param cells as many settings
     * @param iterations of a cell; empty: by time scales
     */
    public static ReferenceCells of(
            ModelFile model, List<ModelFile> files, List<Setting> cells, OptionalInt iterations) {
        Matching matching = new Matching(model, cells.size(), iterations);
        for (int i = 0; i < cells.size(); i++) {
            matching.cell(i, files.get(i), cells.get(i));
        }
        return matching.found();
    }

    /** The same, told cell by cell: models are read once where many are read for other reasons too. */
    static final class Matching {
        private final Optional<ReferenceTable> table;
        private final OptionalInt iterations;
        private final List<List<OutsideValue>> byCell;
        private final Set<Integer> met = new HashSet<>();
        /** What differs from the model file and is not named; of any cell, since the same paths are assigned in all. */
        private Optional<String> other = Optional.empty();

        Matching(ModelFile model, int cells, OptionalInt iterations) {
            this.table = model.reference();
            this.iterations = iterations;
            this.byCell = new ArrayList<>(Collections.nCopies(cells, List.of()));
        }

        void cell(int cell, ModelFile file, Setting setting) {
            if (table.isEmpty() || other.isPresent()) {
                return;
            }
            other = unnamed(file, iterations);
            ReferenceTable there = file.reference().orElseThrow();
            if (other.isEmpty() && sameElsewhere(there, file.setting(), setting)) {
                Map<String, Double> numbers = numbers(there, file.setting(), setting, iterations);
                List<ReferenceTable.Row> rows = there.rows().stream().filter(r -> r.at(numbers)).toList();
                rows.forEach(r -> met.add(r.line()));
                byCell.set(cell, rows.stream().map(r -> new OutsideValue(
                        Quantity.of(r.quantity()), new Measurement(r.value(), r.standardError(), 0))).toList());
            }
        }

        ReferenceCells found() {
            if (table.isEmpty()) {
                return new ReferenceCells(byCell, List.of());
            }
            if (other.isPresent()) {
                return new ReferenceCells(Collections.nCopies(byCell.size(), List.of()), List.of("no row of the"
                        + " reference " + table.get().file() + " is compared: it does not name " + other.get()
                        + ", which is not the model file's here"));
            }
            List<ReferenceTable.Row> alone = table.get().rows().stream().filter(r -> !met.contains(r.line())).toList();
            return new ReferenceCells(byCell, alone.isEmpty() ? List.of() : List.of(remark(table.get(), alone)));
        }
    }

    private static String remark(ReferenceTable table, List<ReferenceTable.Row> alone) {
        List<String> named = alone.stream().limit(NAMED).map(r -> r + " " + r.quantity()).toList();
        return Counted.of(alone.size(), table.rows().size(), "row") + " of the reference " + table.file()
                + (alone.size() == 1 ? " meets" : " meet") + " no cell of this sweep: " + String.join(", ", named)
                + (alone.size() > NAMED ? " and " + (alone.size() - NAMED) + " more" : "");
    }

    /** What was assigned, and is not named by the table; names and ranges of a sweep change no cell. */
    private static Optional<String> unnamed(ModelFile file, OptionalInt iterations) {
        ReferenceTable table = file.reference().orElseThrow();
        Set<String> named = new HashSet<>();
        table.here().keySet().forEach(path -> named.add(plain(path)));
        boolean longer = !iterations.equals(file.sweep().iterations());
        return longer && !named.contains(ITERATIONS) ? Optional.of(ITERATIONS)
                : file.assignments().keySet().stream()
                        .filter(path -> !named.contains(plain(path)))
                        .filter(path -> !path.startsWith("sweep.") || path.equals(ITERATIONS))
                        .filter(path -> !Set.of("name", "summary", "reference.table").contains(path))
                        .findFirst();
    }

    private static String plain(String path) {
        return path.startsWith("parameters.") ? path.substring("parameters.".length()) : path;
    }

    /** The numbers that name places, in a cell: those that a sweep varies by themselves are the cell's. */
    private static Map<String, Double> numbers(
            ReferenceTable table, Setting model, Setting cell, OptionalInt iterations) {
        double variance = cell.noise().batchVariance().orElse(Double.NaN);
        double written = model.noise().batchVariance().orElse(Double.NaN);
        Map<String, Double> numbers = new HashMap<>(table.here());
        numbers.replace(RATE, cell.sgd().learningRate());
        numbers.replace(VARIANCE, variance);
        cell.noise().anisotropy().ifPresent(kappa -> numbers.replace(ANISOTROPY, kappa));
        cell.noise().batchSize().ifPresent(size -> numbers.replace(BATCH, (double) size));
        iterations.ifPresent(n -> numbers.replace(ITERATIONS, (double) n));
        if (variance != written) {
            // A strength that is no variance, as its square may be, is not known in this cell.
            numbers.computeIfPresent(STRENGTH, (path, here) -> here == written ? variance : Double.NaN);
        }
        return numbers;
    }

    /** Whether what the table does not name is as in the model. */
    private static boolean sameElsewhere(ReferenceTable table, Setting model, Setting cell) {
        Set<String> named = table.here().keySet();
        GradientNoise there = cell.noise();
        GradientNoise here = model.noise();
        boolean variance = named.contains(VARIANCE) || named.contains(STRENGTH) || named.contains(BATCH);
        return (named.contains(RATE) || cell.sgd().learningRate() == model.sgd().learningRate())
                && (variance || there.batchVariance().equals(here.batchVariance()))
                && (named.contains(ANISOTROPY) || there.anisotropy().equals(here.anisotropy()));
    }
}
