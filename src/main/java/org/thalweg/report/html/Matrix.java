package org.thalweg.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thalweg.report.stored.ErrorNotation;
import org.thalweg.report.stored.StoredNames;
import org.thalweg.report.stored.StoredTable;

/**
 * One number of every cell of a sweep as a matrix for each witness: one parameter goes down, one goes across, as in the
 * figures. What else varies has a matrix of its own for each of its values.
 *
 * @param table the rows of one quantity; not modified
 * @param down the column that names the rows
 * @param across the column that names the columns
 * @param others further columns that vary
 */
record Matrix(StoredTable table, String down, String across, List<String> others) {
    /** The matrices as markup, each under the name of its witness. */
    Html html(String caption) {
        List<Html> parts = new ArrayList<>();
        if (!caption.isEmpty()) {
            parts.add(Html.element("p", "quiet", caption));
        }
        for (String witness : table.distinct("witness")) {
            split(table.where("witness", witness), others, StoredNames.label(witness), parts);
        }
        return Html.join(parts);
    }

    private void split(StoredTable rows, List<String> left, String title, List<Html> parts) {
        if (left.isEmpty()) {
            parts.add(Html.element("h4", "", title));
            parts.addAll(matrices(rows));
            return;
        }
        for (String value : rows.distinct(left.get(0))) {
            split(rows.where(left.get(0), value), left.subList(1, left.size()),
                    title + ", " + StoredNames.label(left.get(0)) + " = " + ErrorNotation.field(value), parts);
        }
    }

    private List<Html> matrices(StoredTable rows) {
        List<String> columns = rows.distinct(across);
        List<Html> parts = new ArrayList<>();
        for (int from = 0; from < columns.size(); from += DataTable.MOST_COLUMNS - 1) {
            parts.add(matrix(rows, columns.subList(from, Math.min(columns.size(), from + DataTable.MOST_COLUMNS - 1))));
        }
        return parts;
    }

    private Html matrix(StoredTable rows, List<String> columns) {
        List<String> header = new ArrayList<>(List.of(StoredNames.label(down) + " \u2193  "
                + StoredNames.label(across) + " \u2192"));
        columns.forEach(value -> header.add(ErrorNotation.field(value)));
        DataTable laid = new DataTable(header);
        for (String value : rows.distinct(down)) {
            List<DataTable.Cell> line = new ArrayList<>(List.of(DataTable.Cell.of(ErrorNotation.field(value))));
            StoredTable ofRow = rows.where(down, value);
            for (String column : columns) {
                List<Map<String, String>> found = ofRow.where(across, column).rows();
                line.add(found.isEmpty() ? DataTable.Cell.EMPTY : Pivot.cell(found.get(0), "value"));
            }
            laid.row(line);
        }
        return laid.html("");
    }
}
