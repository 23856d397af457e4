package org.thalweg.network;

import org.thalweg.compute.BlockMath;

/** Some samples, one after the other. Scratch memory of one thread. */
final class Batch {
    private final Samples samples;
    /** From a sample to the next one, where samples are of a list. */
    private final int width;
    /** Whether a 1 follows the numbers of a sample of a list. */
    private final boolean one;
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
        this(samples, capacity, samples.features(), false);
    }

    /** With {@code width} numbers for each sample of a list, where those that it does not have are 0. */
    Batch(Samples samples, int capacity, int width, boolean one) {
        this.samples = samples;
        this.width = width;
        this.one = one;
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
        int features = samples.features();
        if (list == null) {
            rows = samples.rows();
            rowsFrom = from * features;
            for (int n = 0; n < number.length; n++) {
                number[n] = from + n;
            }
            return;
        }
        if (gathered.length < size * width) {
            gathered = new double[stride * width];
            for (int n = 0; one && n < stride; n++) {
                gathered[n * width + features] = 1.0;
            }
        }
        rows = gathered;
        rowsFrom = 0;
        for (int n = 0; n < size; n++) {
            number[n] = list[from + n];
            System.arraycopy(samples.rows(), number[n] * features, gathered, n * width, features);
        }
    }
}
