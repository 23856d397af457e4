package org.thalweg.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table of numbers, aligned at their decimal points, under a header. */
final class DataTable {
    private static final Pattern NUMBER = Pattern.compile("(\u2212?[0-9]+)([.(\u00d7].*)?");

    /**
     * Columns that fit a page, on paper and on a screen 1280 pixels wide, each with a number, its error and a verdict.
     */
    static final int MOST_COLUMNS = 7;

    /**
     * A cell.
     *
     * @param number as text
     * @param remark behind it, such as a verdict
     */
    record Cell(String number, Html remark) {
        static final Cell EMPTY = new Cell("", Html.NOTHING);

        static Cell of(String text) {
            return new Cell(text, Html.NOTHING);
        }
    }

    private final List<String> header;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** @throws IllegalArgumentException where the columns would not fit a page */
    DataTable(List<String> header) {
        if (header.size() > MOST_COLUMNS) {
            throw new IllegalArgumentException(header + ": more columns than fit a page, " + MOST_COLUMNS);
        }
        this.header = List.copyOf(header);
    }

    /** Appends a row, as long as the header. */
    void row(List<Cell> cells) {
        rows.add(List.copyOf(cells));
    }

    /** The table as markup. */
    Html html(String caption) {
        List<Html> names = header.stream().map(name -> Html.element("th", "", name)).toList();
        int[] behind = new int[header.size()];
        boolean[] remarked = new boolean[header.size()];
        for (List<Cell> row : rows) {
            for (int i = 0; i < behind.length; i++) {
                behind[i] = Math.max(behind[i], behindThePoint(row.get(i).number()));
                remarked[i] |= !row.get(i).remark().equals(Html.NOTHING);
            }
        }
        List<Html> lines = new ArrayList<>();
        for (List<Cell> row : rows) {
            List<Html> fields = new ArrayList<>();
            for (int i = 0; i < behind.length; i++) {
                fields.add(field(header.get(i), row.get(i), behind[i], remarked[i]));
            }
            lines.add(Html.element("tr", "", Html.join(fields)));
        }
        return Html.element("table", "data",
                caption.isEmpty() ? Html.NOTHING : Html.element("caption", "", caption),
                Html.element("thead", "", Html.element("tr", "", Html.join(names))),
                Html.element("tbody", "", Html.join(lines)));
    }

    /**
     * Cells end at the right: blanks behind a number put its point below the others, all digits being of one width, and
     * where other cells of the column have a remark there is room for one.
     */
    private static Html field(String column, Cell cell, int behind, boolean remarked) {
        boolean number = NUMBER.matcher(cell.number()).matches();
        String padded = number ? cell.number() + " ".repeat(behind - behindThePoint(cell.number())) : cell.number();
        return Html.field(number ? "number" : "word", column, Html.text(padded),
                remarked && cell.remark().equals(Html.NOTHING) ? Words.room() : cell.remark());
    }

    private static int behindThePoint(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.matches() && matcher.group(2) != null ? matcher.group(2).length() : 0;
    }
}
