package org.thalweg.fokkerplanck.grid;

/**
 * The cells of two coordinates; cell (i, j) has the number {@code i * y.size() + j}.
 *
 * @param x cells along the valley
 * @param y cells across the valley
 */
public record Grid(Axis x, Axis y) {
    /** Directions of the neighbours of a cell; the opposite of d is {@code d ^ 1}. */
    public static final int EAST = 0;
    public static final int WEST = 1;
    public static final int NORTH = 2;
    public static final int SOUTH = 3;
    public static final int NORTH_EAST = 4;
    public static final int SOUTH_WEST = 5;
    public static final int NORTH_WEST = 6;
    public static final int SOUTH_EAST = 7;
    /** The number of directions across a side. */
    public static final int DIRECTIONS = 4;
    /** The number of directions across a side or a corner. */
    public static final int ALL_DIRECTIONS = 8;

    private static final int[] STEP_X = {1, -1, 0, 0, 1, -1, -1, 1};
    private static final int[] STEP_Y = {0, 0, 1, -1, 1, -1, 1, -1};

    /** The same cells in coordinates in which they are equal. */
    public Grid even() {
        return new Grid(x.even(), y.even());
    }

    /** The number of cells. */
    public int size() {
        return x.size() * y.size();
    }

    /** The number of cell (i, j). */
    public int cell(int i, int j) {
        return i * y.size() + j;
    }

    /** The area of cell (i, j). */
    public double area(int i, int j) {
        return x.width(i) * y.width(j);
    }

    /** The neighbour of a cell in a direction; -1 behind a wall. */
    public int neighbour(int cell, int direction) {
        int i = step(x, cell / y.size(), STEP_X[direction]);
        int j = step(y, cell % y.size(), STEP_Y[direction]);
        return i < 0 || j < 0 ? -1 : cell(i, j);
    }

    private static int step(Axis axis, int i, int by) {
        int moved = i + by;
        if (axis.periodic()) {
            return Math.floorMod(moved, axis.size());
        }
        return moved < axis.size() ? moved : -1;
    }
}
