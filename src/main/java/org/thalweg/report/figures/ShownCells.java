package org.thalweg.report.figures;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.sweep.CellResult;

/**
 * As many cells of a sweep as can be told apart as points of a figure, in the order of what is on its horizontal axis:
 * all, or evenly spaced ones in that order, the ends among them, and those with values from outside. Only these are
 * held in memory.
 *
 * @param cells in order
 * @param of how many
 */
record ShownCells(List<CellResult> cells, int of) {
    /** As many as the page of a run has in its tables; a point is half a kilobyte of SVG. */
    static final int MOST = 400;

    /** Of all cells of a sweep. */
    static ShownCells along(ToDoubleFunction<Setting> axis, List<CellResult> all) {
        double[] place = new double[all.size()];
        BitSet held = new BitSet(place.length);
        int next = 0;
        for (CellResult cell : all) {
            held.set(next, cell.rows().stream().anyMatch(row -> row.witness() == Witness.REFERENCE));
            place[next++] = axis.applyAsDouble(cell.setting());
        }
        int[] order = IntStream.range(0, place.length).boxed()
                .sorted(Comparator.comparingDouble(i -> place[i])).mapToInt(i -> i).toArray();
        spread(order.length).forEach(i -> held.set(order[i]));
        return new ShownCells(IntStream.of(order).filter(held::get).mapToObj(all::get).toList(), order.length);
    }

    /** The places of evenly spaced things among so many, first and last among them; all where they are few. */
    static IntStream spread(int size) {
        return size <= MOST ? IntStream.range(0, size)
                : IntStream.range(0, MOST).map(i -> (int) Math.round(i * (size - 1.0) / (MOST - 1.0)));
    }

    /** What a subtitle says of it, to be appended: ", 400 of 100000 cells"; nothing where all are shown. */
    String remark() {
        return cells.size() == of ? "" : ", " + cells.size() + " of " + of + " cells";
    }
}
