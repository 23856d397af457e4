package org.thalweg.model.noise;

import org.thalweg.compute.BlockMath;
import org.thalweg.compute.Elementary;
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
final class DataSet {
    /** Columns of a word: dx, dy and s. */
    static final int DX = 0;
    static final int DY = 1;
    static final int SCALE = 2;

    /** What variates are multiples of: with 21 bits they reach 8 standard deviations to either side. */
    private static final double GRAIN = 0x1p-17;
    private static final long LARGEST = (1L << (BlockMath.FIELD_BITS - 1)) - 1;

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
                long multiple = Math.max(-LARGEST, Math.min(LARGEST, Math.round(values[i] / GRAIN)));
                words[i] |= multiple + LARGEST + 1 << shift(column);
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

    /** The samples, a word each: fields of {@link BlockMath} times {@link #unit} are dx, dy and s - 1. */
    long[] words() {
        return words.clone();
    }

    /** The bit of a word at which a column begins. */
    static int shift(int column) {
        return column * BlockMath.FIELD_BITS;
    }

    /** What 1 in the field of a column stands for. */
    double unit(int column) {
        return GRAIN * switch (column) {
            case DX -> spread.along();
            case DY -> spread.across();
            default -> spread.curvature();
        };
    }

    private double value(int i, int column) {
        return unit(column) * Elementary.field(words[i], shift(column));
    }

    double dx(int i) {
        return value(i, DX);
    }

    double dy(int i) {
        return value(i, DY);
    }

    double scale(int i) {
        return 1.0 + value(i, SCALE);
    }

    /** The largest |dx|. */
    double reach() {
        double most = 0.0;
        for (int i = 0; i < size(); i++) {
            most = Math.max(most, Math.abs(dx(i)));
        }
        return most;
    }
}
