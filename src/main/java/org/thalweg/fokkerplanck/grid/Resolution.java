package org.thalweg.fokkerplanck.grid;

import org.thalweg.refusal.Refusal;

/**
 * The numbers of cells of the finest of three nested grids; the others have a half and a quarter of them.
 *
 * @param nx cells along the valley, a multiple of 4, at least {@value #FEWEST}
 * @param ny cells across the valley, a multiple of 4, at least {@value #FEWEST}
 * @param adaptive whether a stationary density may take more, until its errors are useful
 */
public record Resolution(int nx, int ny, boolean adaptive) {
    /**
     * The coarsest of the three grids must have 8 cells a side, enough for its cubic interpolation to mean something.
     */
    public static final int FEWEST = 32;

    /** The number of nested grids: two for an extrapolation, one more for the error of the extrapolation. */
    public static final int LEVELS = 3;

    /**
     * Selection exponents of the ring valley to 0.002, passage times to 1e-4, in a tenth of a second (measured in the
     * tests). The error comes from the cells along the valley; those across are graded.
     */
    public static final Resolution DEFAULT = new Resolution(192, 64);

    /** {@link #DEFAULT}, and more cells where the errors of a stationary density would be useless. */
    public static final Resolution ADAPTIVE = new Resolution(192, 64, true);

    /** So many cells, and no more. */
    public Resolution(int nx, int ny) {
        this(nx, ny, false);
    }

    /** Refuses sizes that do not nest. */
    public Resolution {
        check("nx", nx);
        check("ny", ny);
    }

    /**
     * A resolution of the same shape with no more cells than this, or as few as may be; itself where it has no more.
     */
    public Resolution atMost(int cells) {
        double shrink = Math.sqrt(cells / ((double) nx * ny));
        return shrink >= 1.0 ? this : new Resolution(shrunk(nx, shrink), shrunk(ny, shrink));
    }

    private static int shrunk(int n, double factor) {
        return Math.max(FEWEST, 4 * (int) (n * factor / 4.0));
    }

    /** The cells along one axis at a level, of {@code finest} at the last. */
    public static int cells(int finest, int level) {
        return finest >> LEVELS - 1 - level;
    }

    /** The grid of a level over two axes; level 0 is the coarsest, {@code LEVELS - 1} the finest. */
    public Grid grid(int level, AxisDesign x, AxisDesign y) {
        return new Grid(x.cells(cells(nx, level)), y.cells(cells(ny, level)));
    }

    /** The number of cells of the finest grid. */
    public int cells() {
        return nx * ny;
    }

    /** So many times more cells along and across. */
    public Resolution times(int along, int across) {
        return new Resolution(along * nx, across * ny, adaptive);
    }

    private static void check(String name, int n) {
        if (n < FEWEST || n % 4 != 0) {
            throw new Refusal("grid size " + name + " = " + n + "; give a multiple of 4, at least "
                    + FEWEST);
        }
    }
}
