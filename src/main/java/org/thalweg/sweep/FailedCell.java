package org.thalweg.sweep;

/**
 * A cell that failed, and is tried again when the sweep is gone on with.
 *
 * @param cell its number
 * @param where it ran
 * @param why in one line
 */
public record FailedCell(int cell, String where, String why) {
    private static final String MEMBER = "{\"failed\":";

    /** The line of a journal. */
    private record Line(FailedCell failed) {}

    /** True where the JSON of a line says that a cell failed. */
    static boolean is(String json) {
        return json.startsWith(MEMBER);
    }

    String json() {
        return StoredCell.GSON.toJson(new Line(this));
    }
}
