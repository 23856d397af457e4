package org.thalweg.compute;

/** Arithmetic over blocks of particles, {@code block[i][k]} being component i of particle k. */
public final class Blocks {
    private Blocks() {}

    /**
     * Multiplies by a number.
     *
     * @param block modified: the first {@code count} of each row
     */
    public static void scale(double[][] block, int count, double factor) {
        for (double[] row : block) {
            for (int k = 0; k < count; k++) {
                row[k] *= factor;
            }
        }
    }
}
