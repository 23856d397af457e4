package org.thalweg.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.thalweg.measure.Progress;
import org.thalweg.model.Setting;

/** All cells of a small sweep at once. */
public final class Swept {
    private Swept() {}

    /** Runs the cells; none may fail. */
    public static List<CellResult> by(SweepRunner runner, Cells cells, Progress progress,
            Consumer<CellResult> finished) {
        List<CellResult> results = new ArrayList<>();
        FailedCell.raise(runner.each(cells, progress, (number, cell) -> {
            finished.accept(cell);
            results.add(cell);
        }), cells.size());
        return results;
    }

    /** The same of cells that are held against nothing from outside. */
    public static List<CellResult> by(SweepRunner runner, List<Setting> cells) {
        return by(runner, Cells.of(cells, List.of()), Progress.NONE, cell -> { });
    }
}
