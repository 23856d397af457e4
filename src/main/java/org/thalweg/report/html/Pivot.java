package org.thalweg.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.thalweg.report.stored.ErrorNotation;
import org.thalweg.report.stored.StoredNames;
import org.thalweg.report.stored.StoredTable;

/**
 * Measurements in a tidy table, one to a row, laid out in a plane: some columns name the row, one names the column.
 *
 * @param table not modified
 * @param rows columns whose fields tell the rows apart; those that hold the same number everywhere are left to {@link
 *     #constants}
 * @param across the column whose fields become columns
 * @param value the column that holds the numbers; their errors are in {@code standard_error}
 */
record Pivot(StoredTable table, List<String> rows, String across, String value) {
    /** What is the same in every row: "anisotropy kappa = 4"; empty where nothing is. */
    String constants() {
        return rows.stream().filter(this::constant)
                .map(name -> StoredNames.label(name) + " = " + ErrorNotation.field(table.distinct(name).get(0)))
                .collect(Collectors.joining(", "));
    }

    /** The table as markup. */
    Html html(String caption) {
        List<String> names = rows.stream().filter(name -> varies(name)).toList();
        List<String> columns = table.distinct(across);
        Map<List<String>, Map<String, DataTable.Cell>> cells = new LinkedHashMap<>();
        for (Map<String, String> row : table.rows()) {
            cells.computeIfAbsent(names.stream().map(row::get).toList(), key -> new LinkedHashMap<>())
                    .put(row.get(across), cell(row, value));
        }
        List<Html> tables = new ArrayList<>();
        int beside = Math.max(1, DataTable.MOST_COLUMNS - names.size());
        for (int from = 0; from < columns.size(); from += beside) {
            tables.add(part(names, columns.subList(from, Math.min(columns.size(), from + beside)), cells)
                    .html(from == 0 ? caption : ""));
        }
        return Html.join(tables);
    }

    private static DataTable part(List<String> names, List<String> columns,
            Map<List<String>, Map<String, DataTable.Cell>> cells) {
        DataTable laid = new DataTable(words(names, columns));
        cells.forEach((key, line) -> {
            List<DataTable.Cell> fields = new ArrayList<>();
            key.forEach(field -> fields.add(
                    DataTable.Cell.of(ErrorNotation.field(StoredNames.label(field)))));
            columns.forEach(column -> fields.add(line.getOrDefault(column, DataTable.Cell.EMPTY)));
            laid.row(fields);
        });
        return laid;
    }

    private static List<String> words(List<String> names, List<String> columns) {
        List<String> words = new ArrayList<>();
        names.forEach(name -> words.add(StoredNames.label(name)));
        columns.forEach(name -> words.add(StoredNames.label(name)));
        return words;
    }

    /** A number with its error, and its verdict where it has one. */
    static DataTable.Cell cell(Map<String, String> row, String value) {
        return new DataTable.Cell(ErrorNotation.of(StoredTable.number(row.get(value)),
                StoredTable.number(row.getOrDefault("standard_error", ""))),
                Words.verdict(row.getOrDefault("verdict", "")));
    }

    private boolean varies(String name) {
        return table.distinct(name).size() > 1;
    }

    private boolean constant(String name) {
        List<String> fields = table.distinct(name);
        return fields.size() == 1 && !fields.get(0).isEmpty();
    }
}
