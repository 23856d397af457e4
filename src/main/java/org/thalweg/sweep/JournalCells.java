package org.thalweg.sweep;

import java.lang.ref.SoftReference;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;

/**
 * The cells of a finished sweep as a list: each is read when it is asked for. Of few cells those that were read are
 * remembered until memory is short; many would fill it with what the next pass over them has no room for.
 */
final class JournalCells extends AbstractList<CellResult> implements RandomAccess {
    /** A cell takes two to six kilobytes. */
    private static final int FEW = 5000;

    private final Journal journal;
    private final Cells cells;
    private final List<SoftReference<CellResult>> read;

    JournalCells(Journal journal, Cells cells) {
        this.journal = journal;
        this.cells = cells;
        this.read = new ArrayList<>(Collections.nCopies(Math.min(cells.size(), FEW + 1), null));
    }

    @Override
    public synchronized CellResult get(int cell) {
        if (cells.size() > FEW) {
            return find(cell);
        }
        CellResult known = read.get(cell) == null ? null : read.get(cell).get();
        if (known == null) {
            known = find(cell);
            read.set(cell, new SoftReference<>(known));
        }
        return known;
    }

    private CellResult find(int cell) {
        return journal.find(cell, new CellPlace(cells, cell)).orElseThrow();
    }

    @Override
    public int size() {
        return cells.size();
    }
}
