package org.thalweg.sweep;

import java.util.function.Supplier;
import org.thalweg.model.Setting;

/** The setting of a cell, made when it is first asked for: most of what is asked of many cells is about their rows. */
final class CellPlace implements Supplier<Setting> {
    private final Cells cells;
    private final int cell;
    private Setting made;

    CellPlace(Cells cells, int cell) {
        this.cells = cells;
        this.cell = cell;
    }

    @Override
    public synchronized Setting get() {
        made = made == null ? cells.setting(cell) : made;
        return made;
    }
}
