package org.thalweg.report.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.thalweg.report.ComparisonTables;
import org.thalweg.report.stored.StoredNames;
import org.thalweg.report.stored.StoredRun;
import org.thalweg.report.stored.StoredTable;

/**
 * As many cells of a sweep as a page shows: all of them, or evenly spaced ones along each of its axes, the ends among
 * them.
 *
 * @param table the rows of these cells
 * @param kept how many values of how many are kept, by axis; empty where all cells are there
 * @param verdicts how many rows of all have each
 */
record Sample(StoredTable table, Map<String, int[]> kept, Map<String, Long> verdicts) {
    /** The file it stands for. */
    static final String FILE = "sweep.csv";

    /** A plane of 20 x 20, with all quantities and witnesses some megabyte of table. */
    static final int MOST_CELLS = 400;

    /** Nothing. */
    static final Sample NONE = new Sample(new StoredTable(List.of(), List.of()), Map.of(), Map.of());

    /** The columns that tell the cells of a sweep apart; the temperature follows from them. */
    static List<String> axes(List<String> columns) {
        List<String> known = ComparisonTables.SWEEP.names();
        List<String> axes = new ArrayList<>(known.subList(0, known.indexOf("witness")));
        columns.stream().filter(name -> !known.contains(name)).forEach(axes::add);
        axes.remove("temperature");
        axes.retainAll(columns);
        return axes;
    }

    /** The sample of a sweep, which is read twice: only the rows of the sample are held. */
    static Sample of(StoredRun run) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        Map<String, Long> verdicts = new HashMap<>();
        run.scan(FILE, row -> {
            if (values.isEmpty()) {
                axes(List.copyOf(row.keySet())).forEach(axis -> values.put(axis, new LinkedHashSet<>()));
            }
            values.forEach((axis, seen) -> seen.add(row.get(axis)));
            verdicts.merge(row.getOrDefault("verdict", ""), 1L, Long::sum);
        });
        values.values().removeIf(seen -> seen.size() < 2);
        Map<String, Integer> count = new LinkedHashMap<>();
        values.forEach((axis, all) -> count.put(axis, all.size()));
        while (count.values().stream().mapToDouble(n -> n).reduce(1.0, (a, b) -> a * b) > MOST_CELLS) {
            String longest = count.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
            count.merge(longest, -1, Integer::sum);
        }
        Map<String, int[]> kept = new LinkedHashMap<>();
        Map<String, Set<String>> some = new LinkedHashMap<>();
        values.forEach((axis, all) -> {
            int n = count.get(axis);
            if (n < all.size()) {
                some.put(axis, spread(List.copyOf(all), n));
                kept.put(axis, new int[] {n, all.size()});
            }
        });
        return run.table(FILE, row -> some.entrySet().stream()
                .allMatch(axis -> axis.getValue().contains(row.get(axis.getKey()))))
                .map(table -> new Sample(table, kept, verdicts)).orElse(NONE);
    }

    private static Set<String> spread(List<String> all, int n) {
        Set<String> some = new LinkedHashSet<>();
        for (int i = 0; i < n; i++) {
            some.add(all.get((int) Math.round(n == 1 ? 0.0 : (double) i * (all.size() - 1) / (n - 1))));
        }
        return some;
    }

    /** True where cells were left out. */
    boolean thinned() {
        return !kept.isEmpty();
    }

    /** "20 of 100 values of the learning rate, evenly spaced". */
    String words() {
        return kept.entrySet().stream().map(axis -> axis.getValue()[0] + " of " + axis.getValue()[1] + " values of "
                + StoredNames.label(axis.getKey())).collect(Collectors.joining(", ")) + ", evenly spaced";
    }

    /** What the page says of it; nothing where all cells are there. */
    Html remark() {
        return !thinned() ? Html.NOTHING : Html.element("p", "note", "This sweep has more cells than a page shows: in what"
                + " can be explored and in the tables are " + words() + ". All others are in " + FILE + ".");
    }

    /** The rows as a CSV file. */
    String csv() {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get())) {
            printer.printRecord(table.columns());
            for (Map<String, String> row : table.rows()) {
                printer.printRecord(table.columns().stream().map(row::get).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
