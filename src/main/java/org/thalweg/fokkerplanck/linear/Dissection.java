package org.thalweg.fokkerplanck.linear;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.fokkerplanck.grid.Axis;
import org.thalweg.fokkerplanck.grid.Grid;

/**
 * Geometric nested dissection of a grid (George 1973): a tree of separators, lines of cells that cut a rectangle in
 * two. A periodic coordinate is cut open first, by two opposite lines.
 */
final class Dissection {
    /** Rectangles of at most this many cells are not cut further; measured: 16 to 64 make no difference. */
    private static final int LEAF = 32;

    private final Grid grid;
    private final boolean corners;
    private final List<Part> parts = new ArrayList<>();

    private Dissection(Grid grid, boolean corners) {
        this.grid = grid;
        this.corners = corners;
    }

    /**
     * A separator or leaf.
     *
     * @param own the cells eliminated here
     * @param boundary the cells next to this part and its descendants, all of them in its ancestors
     * @param children positions of its two children in the list, or empty
     */
    record Part(int[] own, int[] boundary, int[] children) {}

    /** A rectangle of cells [x0, x1) x [y0, y1); {@code ringX}: it closes upon itself along x. */
    private record Box(int x0, int x1, int y0, int y1, boolean ringX, boolean ringY) {
        int nx() {
            return x1 - x0;
        }

        int ny() {
            return y1 - y0;
        }
    }

    /**
     * The parts of a grid, children before parents, each subtree in one piece.
     *
     * @param corners cells that touch in a corner are neighbours too
     */
    static List<Part> of(Grid grid, boolean corners) {
        Dissection dissection = new Dissection(grid, corners);
        dissection.cut(new Box(0, grid.x().size(), 0, grid.y().size(), grid.x().periodic(), grid.y().periodic()));
        return dissection.parts;
    }

    /** Adds a box and all below it to the list; returns its position. */
    private int cut(Box box) {
        boolean ring = box.ringX || box.ringY;
        if (!ring && box.nx() * box.ny() <= LEAF) {
            return add(box, List.of(box), new int[0]);
        }
        boolean alongX = ring ? box.ringX : box.nx() >= box.ny();
        int lower = alongX ? box.x0 : box.y0;
        int upper = alongX ? box.x1 : box.y1;
        int middle = (lower + upper) / 2;
        List<Box> separator = new ArrayList<>(List.of(slice(box, alongX, middle, middle + 1)));
        if (ring) {
            separator.add(slice(box, alongX, lower, ++lower));
        }
        int left = cut(slice(box, alongX, lower, middle));
        int right = cut(slice(box, alongX, middle + 1, upper));
        return add(box, separator, new int[] {left, right});
    }

    private static Box slice(Box box, boolean alongX, int from, int to) {
        return alongX
                ? new Box(from, to, box.y0, box.y1, false, box.ringY)
                : new Box(box.x0, box.x1, from, to, box.ringX, false);
    }

    private int add(Box box, List<Box> own, int[] children) {
        List<Box> around = new ArrayList<>();
        if (!box.ringX) {
            addLines(around, box, true);
        }
        if (!box.ringY) {
            List<Box> beside = corners ? List.copyOf(around) : List.of();
            addLines(around, box, false);
            beside.forEach(line -> addLines(around, line, false));
        }
        parts.add(new Part(cells(own), cells(around), children));
        return parts.size() - 1;
    }

    /** The lines of cells just outside both ends of a box, unless there is a wall or the two are one. */
    private void addLines(List<Box> around, Box box, boolean alongX) {
        Axis axis = alongX ? grid.x() : grid.y();
        int before = (alongX ? box.x0 : box.y0) - 1;
        int after = alongX ? box.x1 : box.y1;
        if (axis.periodic()) {
            before = Math.floorMod(before, axis.size());
            after = after % axis.size();
        }
        if (before >= 0) {
            around.add(slice(box, alongX, before, before + 1));
        }
        if (after < axis.size() && after != before) {
            around.add(slice(box, alongX, after, after + 1));
        }
    }

    private int[] cells(List<Box> boxes) {
        int count = 0;
        for (Box box : boxes) {
            count += box.nx() * box.ny();
        }
        int[] cells = new int[count];
        int k = 0;
        for (Box box : boxes) {
            for (int x = box.x0; x < box.x1; x++) {
                for (int y = box.y0; y < box.y1; y++) {
                    cells[k++] = grid.cell(x, y);
                }
            }
        }
        return cells;
    }
}
