package org.thalweg.model.noise;

import org.thalweg.random.Purpose;
import org.thalweg.random.Seed;

/**
 * The samples of {@link MiniBatchNoise}: sample i sees the valley moved by (dx_i, dy_i), and s_i times as high.
 *
 * <p>A data set is addressed by its seed and its size alone: dx_i / shift_x are the first N normal variates of the
 * stream {@link Purpose#DATA} of block 0, dy_i / shift_y those of block 1, (s_i - 1) / curvature those of block 2; dx,
 * dy and s are rounded to single precision, and then they are what they are. Whatever run uses it, and with whatever
 * seed, the data are the same.
 */
final class DataSet {
    /** Numbers of a sample, next to each other: one line of a cache. */
    private static final int STRIDE = 4;

    private final Spread spread;
    private final int size;
    /** dx, dy, s and nothing: rounded to 24 bits, so that twice as many fit into a cache. */
    private final float[] rows;

    /**
     * How far samples differ.
     *
     * @param along standard deviation of dx
     * @param across standard deviation of dy
     * @param curvature standard deviation of s, whose mean is 1
     */
    record Spread(double along, double across, double curvature) {}

    private DataSet(Spread spread, int size, float[] rows) {
        this.spread = spread;
        this.size = size;
        this.rows = rows;
    }

    /** The data set of a seed. */
    static DataSet of(Seed seed, int samples, Spread spread) {
        float[] rows = new float[STRIDE * samples];
        fill(rows, 0, seed, 0.0, spread.along());
        fill(rows, 1, seed, 0.0, spread.across());
        fill(rows, 2, seed, 1.0, spread.curvature());
        return new DataSet(spread, samples, rows);
    }

    private static void fill(float[] rows, int column, Seed seed, double mean, double deviation) {
        double[] values = new double[rows.length / STRIDE];
        seed.stream(Purpose.DATA, column).fillNormal(values, values.length);
        for (int i = 0; i < values.length; i++) {
            rows[STRIDE * i + column] = (float) (mean + deviation * values[i]);
        }
    }

    int size() {
        return size;
    }

    Spread spread() {
        return spread;
    }

    double dx(int i) {
        return rows[STRIDE * i];
    }

    double dy(int i) {
        return rows[STRIDE * i + 1];
    }

    double scale(int i) {
        return rows[STRIDE * i + 2];
    }

    /** The largest |dx|. */
    double reach() {
        double most = 0.0;
        for (int i = 0; i < size; i++) {
            most = Math.max(most, Math.abs(dx(i)));
        }
        return most;
    }

    /**
     * What a particle sees of some samples: x - dx, y - dy and s.
     *
     * @param index of the samples: {@code count} from position {@code from} on; not modified
     * @param seen modified: rows of x - dx and y - dy, from position {@code to} on
     * @param scale modified: s, from the same position on
     */
    void gather(int[] index, int from, int count, double x, double y, double[][] seen, double[] scale, int to) {
        double[] u = seen[0];
        double[] w = seen[1];
        float[] of = rows;
        for (int b = 0; b < count; b++) {
            int row = STRIDE * index[from + b];
            u[to + b] = x - of[row];
            w[to + b] = y - of[row + 1];
            scale[to + b] = of[row + 2];
        }
    }

    /**
     * Sums of s, s dy and s dy^2 over some samples.
     *
     * @param index of the samples: {@code count} from position {@code from} on; not modified
     * @param sums modified
     */
    void factors(int[] index, int from, int count, double[] sums) {
        double zeroth = 0.0;
        double first = 0.0;
        double second = 0.0;
        for (int b = from; b < from + count; b++) {
            int row = STRIDE * index[b];
            double dy = rows[row + 1];
            double s = rows[row + 2];
            double once = s * dy;
            zeroth += s;
            first += once;
            second += once * dy;
        }
        sums[0] = zeroth;
        sums[1] = first;
        sums[2] = second;
    }
}
