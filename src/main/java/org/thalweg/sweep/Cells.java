package org.thalweg.sweep;

import java.util.List;
import org.thalweg.model.Setting;
import org.thalweg.results.OutsideValue;

/** The cells of a sweep by their numbers, from 0; each is made when it is asked for, so that many take no memory. */
public interface Cells {
    /** How many there are. */
    int size();

    /** The setting of a cell; the same whenever it is asked for. */
    Setting setting(int cell);

    /** Values from outside that a cell is held against. */
    List<OutsideValue> outside(int cell);

    /** Cells that were made before. */
    static Cells of(List<Setting> settings, List<List<OutsideValue>> outside) {
        return new Cells() {
            @Override
            public int size() {
                return settings.size();
            }

            @Override
            public Setting setting(int cell) {
                return settings.get(cell);
            }

            @Override
            public List<OutsideValue> outside(int cell) {
                return outside.isEmpty() ? List.of() : outside.get(cell);
            }
        };
    }
}
