package org.thalweg.sweep;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thalweg.quantity.Counted;
import org.thalweg.refusal.Refusal;

/**
 * A cell that failed, and is tried again when the sweep is gone on with.
 *
 * @param cell its number
 * @param where it ran
 * @param why in one line
 * @param refused it cannot be done; other failures are those of the numerics, or of a machine
 */
public record FailedCell(int cell, String where, String why, boolean refused) {
    /** So many are named. */
    private static final int NAMED = 5;

    private static final String MEMBER = "{\"failed\":";

    /** The line of a journal. */
    private record Line(FailedCell failed) {}

    /** A cell that ended in an exception: its message where it is one of the engine, else also its type and place. */
    public static FailedCell of(int cell, String where, RuntimeException why) {
        boolean foreseen = why.getClass().getName().startsWith("org.thalweg.") && why.getMessage() != null;
        String line = (foreseen ? why.getMessage() : why.toString()).lines().findFirst().orElse("");
        String place = foreseen ? "" : Stream.of(why.getStackTrace()).limit(1).map(at -> " (at " + at + ")")
                .collect(Collectors.joining());
        return new FailedCell(cell, where, line + place, why instanceof Refusal);
    }

    /** True where the JSON of a line says that a cell failed. */
    static boolean is(String json) {
        return json.startsWith(MEMBER);
    }

    /**
     * Says so where any failed.
     *
     * @param all how many cells the sweep has
     * @throws Refusal where no cell can be done
     * @throws CellsFailedException where there is another failure: what the others said is kept
     */
    public static void raise(List<FailedCell> failures, int all) {
        if (failures.isEmpty()) {
            return;
        }
        if (failures.size() == all && failures.stream().allMatch(FailedCell::refused)) {
            throw new Refusal(failures.get(0).why() + (all == 1 ? "" : " (all " + all + " cells are refused)"));
        }
        List<String> named = failures.stream().limit(NAMED)
                .map(f -> "cell " + f.cell() + " on " + f.where() + ": " + f.why()).toList();
        throw new CellsFailedException(Counted.of(failures.size(), all, "cell") + " failed: " + String.join("; ", named)
                + (failures.size() > NAMED ? "; and " + (failures.size() - NAMED) + " more" : "")
                + "; the others are kept, and the same command with --resume tries these again");
    }

    String json() {
        return StoredCell.GSON.toJson(new Line(this));
    }
}
