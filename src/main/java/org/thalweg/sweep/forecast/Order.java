package org.thalweg.sweep.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * In which order cells are begun: the shortest first, which tells the pace of every kind of work, then the longest
 * first, so that what is left at the end is short.
 */
public final class Order {
    private Order() {}

    /**
     * Puts cells in order.
     *
     * @param cells their numbers; not modified
     * @param seconds about how long each takes; asked once for each
     */
    public static List<Integer> of(List<Integer> cells, IntToDoubleFunction seconds) {
        record Timed(int cell, double seconds) {}
        List<Integer> order = new ArrayList<>(cells.stream().map(c -> new Timed(c, seconds.applyAsDouble(c)))
                .sorted(Comparator.comparingDouble((Timed t) -> -t.seconds())).map(Timed::cell).toList());
        if (!order.isEmpty()) {
            order.add(0, order.remove(order.size() - 1));
        }
        return order;
    }
}
