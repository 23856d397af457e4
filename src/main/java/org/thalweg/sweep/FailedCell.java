package org.thalweg.sweep;

import java.util.List;
import org.thalweg.refusal.Refusal;

/**
 * A cell that failed, and is tried again when the sweep is gone on with.
 *
 * @param cell its number
 * @param where it ran
 * @param why in one line
 */
public record FailedCell(int cell, String where, String why) {
    /** So many are named. */
    private static final int NAMED = 5;

    private static final String MEMBER = "{\"failed\":";

    /** The line of a journal. */
    private record Line(FailedCell failed) {}

    /** True where the JSON of a line says that a cell failed. */
    static boolean is(String json) {
        return json.startsWith(MEMBER);
    }

    /**
     * Says so where any failed.
     *
     * @param all how many cells the sweep has
     * @throws Refusal where there is a failure
     */
    public static void refuse(List<FailedCell> failures, int all) {
        if (failures.isEmpty()) {
            return;
        }
        List<String> named = failures.stream().limit(NAMED)
                .map(f -> "cell " + f.cell() + " on " + f.where() + ": " + f.why()).toList();
        throw new Refusal(failures.size() + " of " + all + " cells failed: " + String.join("; ", named)
                + (failures.size() > NAMED ? "; and " + (failures.size() - NAMED) + " more" : "")
                + "; the others are kept, and the same command with --resume tries these again");
    }

    String json() {
        return StoredCell.GSON.toJson(new Line(this));
    }
}
