package org.thalweg.sweep;

import java.lang.ref.SoftReference;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;

/** The cells of a finished sweep as a list: each is read when it is asked for, and forgotten when memory is short. */
final class JournalCells extends AbstractList<CellResult> implements RandomAccess {
    private final Journal journal;
    private final Cells cells;
    private final List<SoftReference<CellResult>> read;

    JournalCells(Journal journal, Cells cells) {
        this.journal = journal;
        this.cells = cells;
        this.read = new ArrayList<>(Collections.nCopies(cells.size(), null));
    }

    @Override
    public synchronized CellResult get(int cell) {
        CellResult known = read.get(cell) == null ? null : read.get(cell).get();
        if (known == null) {
            known = journal.find(cell, cells.setting(cell)).orElseThrow();
            read.set(cell, new SoftReference<>(known));
        }
        return known;
    }

    @Override
    public int size() {
        return cells.size();
    }
}
