package org.thalweg.model.noise.batch;

import org.thalweg.compute.BlockMath;
import org.thalweg.compute.Elementary;
import org.thalweg.model.space.ByValue;
import org.thalweg.random.Purpose;
import org.thalweg.random.Seed;

/**
 * The samples of {@link MiniBatchNoise}: sample i sees the valley moved by (dx_i, dy_i), and s_i times as high.
 *
 * <p>A data set is addressed by its seed and its size alone: dx_i / shift_x are the first N normal variates of the
 * stream {@link Purpose#DATA} of block 0, dy_i / shift_y those of block 1, (s_i - 1) / curvature those of block 2; all
 * of them rounded to whole multiples of 2^-17, and then they are what they are. Whatever run uses it, and with whatever
 * seed, the data are the same.
 *
 * <p>Rounded like this a sample is one word: a shuffle moves the samples themselves, and nothing has to be fetched.
 */
final class DataSet extends ByValue {
    /** Columns of a word: dx, dy and s. */
    private static final int DX = 0;
    private static final int DY = 1;
    private static final int SCALE = 2;

    /** What variates are multiples of: with 21 bits they reach 8 standard deviations to either side. */
    private static final double GRAIN = 0x1p-17;
    /** The field of 0. */
    private static final long MIDDLE = 1L << (BlockMath.FIELD_BITS - 1);
    /** All fields there are, in units of the standard deviation. */
    private static final double SPAN = 2 * MIDDLE * GRAIN;

    private final Spread spread;
    private final long[] words;

    /**
     * How far samples differ.
     *
     * @param along standard deviation of dx
     * @param across standard deviation of dy
     * @param curvature standard deviation of s, whose mean is 1
     */
    record Spread(double along, double across, double curvature) {}

    private DataSet(Spread spread, long[] words) {
        this.spread = spread;
        this.words = words;
    }

    /** The data set of a seed. */
    static DataSet of(Seed seed, int samples, Spread spread) {
        long[] words = new long[samples];
        for (int column : new int[] {DX, DY, SCALE}) {
            double[] values = new double[samples];
            seed.stream(Purpose.DATA, column).fillNormal(values, samples);
            for (int i = 0; i < samples; i++) {
                long multiple = Math.max(-MIDDLE, Math.min(MIDDLE - 1, Math.round(values[i] / GRAIN)));
                words[i] |= multiple + MIDDLE << column * BlockMath.FIELD_BITS;
            }
        }
        return new DataSet(spread, words);
    }

    int size() {
        return words.length;
    }

    Spread spread() {
        return spread;
    }

    /** The samples, a word each. */
    long[] words() {
        return words.clone();
    }

    /**
     * What is subtracted from {@link #whole} for each 1 + field of {@link BlockMath#lessFields}, to get x - dx, y - dy
     * and s.
     */
    double[] units() {
        return new double[] {SPAN * spread.along(), SPAN * spread.across(), -SPAN * spread.curvature()};
    }

    /** What is added to x, y and 0 beforehand. */
    double[] whole() {
        return new double[] {1.5 * SPAN * spread.along(), 1.5 * SPAN * spread.across(),
            1.0 - 1.5 * SPAN * spread.curvature()};
    }

    private double variate(int i, int column) {
        return SPAN * (Elementary.field(words[i], column) - 1.5);
    }

    double dx(int i) {
        return spread.along() * variate(i, DX);
    }

    double dy(int i) {
        return spread.across() * variate(i, DY);
    }

    double scale(int i) {
        return 1.0 + spread.curvature() * variate(i, SCALE);
    }

    /** The largest |dx|. */
    double reach() {
        double most = 0.0;
        for (int i = 0; i < size(); i++) {
            most = Math.max(most, Math.abs(dx(i)));
        }
        return most;
    }

    @Override
    protected Object[] parts() {
        return new Object[] {spread, words};
    }
}
