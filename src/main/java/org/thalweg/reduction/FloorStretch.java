package org.thalweg.reduction;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.thalweg.data.Checkpoints.Entry;
import org.thalweg.quantity.Counted;
import org.thalweg.refusal.Refusal;

/**
 * The part of a run that lies on the floor, cut into windows of learning time that every repeat has checkpoints in. The
 * mean point of a window is nearer to the floor than any of its checkpoints: what SGD wanders about across averages
 * out.
 *
 * @param repeats numbers of the repeats
 * @param windows [window][repeat] the checkpoints
 */
record FloorStretch(List<Integer> repeats, List<List<List<Entry>>> windows) {
    /** Of a window: too few checkpoints average nothing out, but one may be all there is. */
    private static final int FEWEST = 1;

    /**
     * The stretch from the learning time by which all repeats are on the floor for good to that by which the first of
     * them ended.
     *
     * @param entries repeat by repeat, in the order of time
     * @param onFloor whether a checkpoint lies on it
     * @param count how many windows
     */
    static FloorStretch of(List<Entry> entries, Function<Entry, Boolean> onFloor, int count) {
        TreeMap<Integer, List<Entry>> runs = new TreeMap<>();
        entries.forEach(e -> runs.computeIfAbsent(e.repeat(), r -> new ArrayList<>()).add(e));
        double from = Double.NEGATIVE_INFINITY;
        double to = Double.POSITIVE_INFINITY;
        for (List<Entry> run : runs.values()) {
            int first = run.size();
            while (first > 0 && onFloor.apply(run.get(first - 1))) {
                first--;
            }
            if (first == run.size()) {
                throw new Refusal("repeat " + run.get(0).repeat() + " is not on the floor at its end; train longer, or"
                        + " allow a larger --error");
            }
            from = Math.max(from, run.get(first).time());
            to = Math.min(to, run.get(run.size() - 1).time());
        }
        List<List<List<Entry>>> windows = new ArrayList<>();
        for (int j = 0; j < count; j++) {
            double begin = from + (to - from) * j / count;
            double end = from + (to - from) * (j + 1) / count;
            boolean last = j + 1 == count;
            List<List<Entry>> window = new ArrayList<>();
            for (List<Entry> run : runs.values()) {
                List<Entry> inside = run.stream()
                        .filter(e -> e.time() >= begin && (e.time() < end || last && e.time() <= end)).toList();
                if (inside.size() < FEWEST) {
                    throw new Refusal("the floor, from learning time " + from + " to " + to + ", is too short for "
                            + Counted.of(count, "point") + ": repeat " + run.get(0).repeat() + " has no checkpoint"
                            + " from " + begin + " to " + end
                            + "; give fewer --points, train longer, or keep more --checkpoints");
                }
                window.add(inside);
            }
            windows.add(window);
        }
        return new FloorStretch(List.copyOf(runs.keySet()), windows);
    }

    /** The checkpoint of a repeat in the middle of a window. */
    Entry middle(int window, int repeat) {
        List<Entry> inside = windows.get(window).get(repeat);
        return inside.get(inside.size() / 2);
    }

    /** So many of the checkpoints of a repeat in a window, spread over it; all where there are no more. */
    List<Entry> some(int window, int repeat, int most) {
        List<Entry> inside = windows.get(window).get(repeat);
        int count = Math.min(most, inside.size());
        return IntStream.range(0, count).mapToObj(i -> inside.get((2 * i + 1) * inside.size() / (2 * count))).toList();
    }

    /** The mean learning time of the checkpoints of a repeat in a window. */
    double time(int window, int repeat) {
        return windows.get(window).get(repeat).stream().mapToDouble(Entry::time).average().orElseThrow();
    }
}
