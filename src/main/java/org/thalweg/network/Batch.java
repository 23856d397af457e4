package org.thalweg.network;

import java.util.Arrays;
import org.thalweg.compute.BlockMath;
import org.thalweg.compute.Transposition;

/** Some samples side by side: once sample after sample, once number after number. Scratch memory of one thread. */
final class Batch {
    private final Samples samples;
    private final double[] gathered;
    /** Feature after feature: row f has the samples' numbers f, {@link #stride} apart. */
    final double[] columns;
    /** Sample after sample, from {@link #rowsFrom} on, {@link Samples#stride} apart. */
    double[] rows;
    int rowsFrom;
    final int[] number;
    int count;
    int stride;

    Batch(Samples samples, int capacity) {
        this.samples = samples;
        gathered = new double[capacity * samples.stride()];
        columns = new double[capacity * samples.features()];
        number = new int[capacity];
    }

    /**
     * Takes samples {@code from} to {@code from + size} of a list, or, where there is none, of all.
     *
     * @param list positions of samples; not modified; may be null
     */
    void load(int[] list, int from, int size) {
        count = size;
        stride = (size + BlockMath.LINE - 1) / BlockMath.LINE * BlockMath.LINE;
        int width = samples.stride();
        if (list == null) {
            rows = samples.rows();
            rowsFrom = from * width;
            Arrays.setAll(number, n -> from + n);
        } else {
            rows = gathered;
            rowsFrom = 0;
            for (int n = 0; n < size; n++) {
                number[n] = list[from + n];
                System.arraycopy(samples.rows(), number[n] * width, gathered, n * width, width);
            }
        }
        Transposition.transpose(size, samples.features(), rows, rowsFrom, width, columns, stride);
        for (int f = 0; f < samples.features() && stride > size; f++) {
            Arrays.fill(columns, f * stride + size, (f + 1) * stride, 0.0);
        }
    }
}
