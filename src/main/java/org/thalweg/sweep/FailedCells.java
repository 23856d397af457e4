package org.thalweg.sweep;

import java.util.List;
import org.thalweg.refusal.Refusal;

/** What is said of cells that failed. */
public final class FailedCells {
    /** So many are named. */
    private static final int NAMED = 5;

    private FailedCells() {}

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
}
