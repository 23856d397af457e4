package org.thalweg.fokkerplanck;

/**
 * The cells of two coordinates; cell (i, j) has the number {@code i * y.size() + j}.
 *
 * @param x cells along the valley
 * @param y cells across the valley
 */
record Grid(Axis x, Axis y) {
    /** Directions of the four neighbours of a cell; the opposite of d is {@code d ^ 1}. */
    static final int EAST = 0;
    static final int WEST = 1;
    static final int NORTH = 2;
    static final int SOUTH = 3;
    static final int DIRECTIONS = 4;

    /** The number of cells. */
    int size() {
        return x.size() * y.size();
    }

    /** The number of cell (i, j). */
    int cell(int i, int j) {
        return i * y.size() + j;
    }

    /** The area of cell (i, j). */
    double area(int i, int j) {
        return x.width(i) * y.width(j);
    }

    /** The neighbour of a cell in a direction; -1 behind a wall. */
    int neighbour(int cell, int direction) {
        int i = cell / y.size();
        int j = cell % y.size();
        switch (direction) {
            case EAST:
                i = step(x, i, 1);
                break;
            case WEST:
                i = step(x, i, -1);
                break;
            case NORTH:
                j = step(y, j, 1);
                break;
            default:
                j = step(y, j, -1);
        }
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
