package org.thalweg.network;

import org.thalweg.compute.BlockMath;

/** Some samples, one after the other. Scratch memory of one thread. */
final class Batch {
    private final Samples samples;
    /** Samples of a list; made where there is one. */
    private double[] gathered = {};
    /** Sample after sample, from {@link #rowsFrom} on. */
    double[] rows;
    int rowsFrom;
    final int[] number;
    int count;
    /** Samples in whole lines: what lies output after output is so far apart. */
    int stride;

    Batch(Samples samples, int capacity) {
        this.samples = samples;
        number = new int[capacity];
    }

    static int lines(int count) {
        return (count + BlockMath.LINE - 1) / BlockMath.LINE * BlockMath.LINE;
    }

    /**
     * Takes samples {@code from} to {@code from + size} of a list, or, where there is none, of all.
     *
     * @param list positions of samples; not modified; may be null
     */
    void load(int[] list, int from, int size) {
        count = size;
        stride = lines(size);
        int width = samples.features();
        if (list == null) {
            rows = samples.rows();
            rowsFrom = from * width;
            for (int n = 0; n < number.length; n++) {
                number[n] = from + n;
            }
            return;
        }
        if (gathered.length < size * width) {
            gathered = new double[stride * width];
        }
        rows = gathered;
        rowsFrom = 0;
        for (int n = 0; n < size; n++) {
            number[n] = list[from + n];
            System.arraycopy(samples.rows(), number[n] * width, gathered, n * width, width);
        }
    }
}
