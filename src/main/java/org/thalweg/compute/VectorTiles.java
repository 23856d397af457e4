package org.thalweg.compute;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.Arrays;

/**
 * Tiles for one distance between rows of a. A tile reads a at k in each of its rows. Where the compiler knows how far
 * they are apart, one register says where; else each row wants its own, which are more than there are. So each distance
 * has a copy of the tiles' classes of its own, made when it is first asked for: a hidden class with the distance as its
 * data.
 */
final class VectorTiles {
    /** Distances that have tiles of their own, which are compiled for themselves; widths of layers are few. */
    private static final int MOST = 16;
    /** Whatever the distance. */
    private static final VectorTiles ANY =
            new VectorTiles(0, new VectorTile(), new VectorOddTile(), new VectorNarrowTile());

    private static volatile VectorTiles[] made = {};

    private final int row;
    private final Tile four;
    private final Tile odd;
    private final Tile narrow;

    private VectorTiles(int row, Tile four, Tile odd, Tile narrow) {
        this.row = row;
        this.four = four;
        this.odd = odd;
        this.narrow = narrow;
    }

    /** Those of so many rows and vectors. */
    Tile of(int rows, int width) {
        return rows == 1 || width < 3 ? narrow : width == 4 ? four : odd;
    }

    /** Tiles of a product, as in {@link BlockMath#product}. */
    @FunctionalInterface
    interface Tile {
        /**
         * Computes them, one below the other.
         *
         * @param count how many
         * @param rows of each
         * @param width how many vectors
         * @param last from where the first vector begins to where the last one does
         */
        void run(int count, int rows, int width, int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b,
                int bFrom, int bRow, int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow);
    }

    /** Those for a distance. */
    static VectorTiles of(int row) {
        for (VectorTiles tiles : made) {
            if (tiles.row == row) {
                return tiles;
            }
        }
        // Without the lock of making where there are as many as there will be: every product of every thread comes by.
        return row > 0 && made.length < MOST ? make(row) : ANY;
    }

    private static synchronized VectorTiles make(int row) {
        VectorTiles[] before = made;
        for (VectorTiles tiles : before) {
            if (tiles.row == row) {
                return tiles;
            }
        }
        if (before.length == MOST) {
            return ANY;
        }
        VectorTiles tiles = new VectorTiles(row, copy(VectorTile.class, row), copy(VectorOddTile.class, row),
                copy(VectorNarrowTile.class, row));
        VectorTiles[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = tiles;
        made = after;
        return tiles;
    }

    private static Tile copy(Class<? extends Tile> tile, int row) {
        try (InputStream code = tile.getResourceAsStream(tile.getSimpleName() + ".class")) {
            Lookup copy = MethodHandles.lookup().defineHiddenClassWithClassData(code.readAllBytes(), row, true);
            return (Tile) copy.lookupClass().getDeclaredConstructor().newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The distance that a copy of a class is for; 0 of the class itself. */
    static int row(Lookup tile) {
        try {
            Integer row = MethodHandles.classData(tile, ConstantDescs.DEFAULT_NAME, Integer.class);
            return row == null ? 0 : row;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
