package org.thalweg.model.noise.batch;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.thalweg.compute.Backend;
import org.thalweg.compute.BlockMath;
import org.thalweg.model.gradient.NoiseKernel;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.profile.ProfileKernel;
import org.thalweg.model.surface.Valley;
import org.thalweg.random.RandomStream;
import org.thalweg.symbolic.TapeKernel;

/**
 * Mean gradients of mini-batches, less the mean gradient of the whole data set. Bound to one thread.
 *
 * <p>Some particles at a time: the samples of their batches are drawn into rows that stay in the first-level cache,
 * the gradient of the surface itself is taken there, and the gradients of each particle added up. Particles are side by
 * side, a line of {@link BlockMath#LINE} for each sample of their batches, so that vector instructions do all of this.
 *
 * <p>Where no sample is shifted along the valley the profiles are the same for all, and only sums over s, s w and s w^2
 * are needed.
 */
final class MiniBatchKernel implements NoiseKernel {
    private static final BlockMath MATH = Backend.current();
    private static final int LINE = BlockMath.LINE;
    /** Samples in a row: a handful of rows fit into the first-level cache. */
    private static final int ROW = 256;

    private final MiniBatchNoise noise;
    private final DataSet data;
    private final LandscapeTable.Reader table;
    private final BatchDraw draw;
    private final ProfileKernel flatness;
    private final ProfileKernel floor;
    private final boolean shifted;
    private final double amplitude;
    private final int batch;
    /** Particles at a time, and of their batches as many lines as fit into a row. */
    private final int group;
    private final int lines;
    private final int[] inOrder;
    /** Samples: the batches of the first eight particles line by line, then those of the next. */
    private final long[] drawn;
    /** u = x - dx, w = y - dy and s, and the gradient of the surface itself at (u, w). */
    private final double[][] seen;
    /** How they come from words: {@link BlockMath#lessFields}. */
    private final double[] units;
    private final double[] whole;
    private final double[][] minuends;
    private final TapeKernel surface;
    private final double[][] gradient;
    /** Sums over the batches of s g_x and s g_y, or of s, s w and s w^2. */
    private final double[][] sums;
    private final double[] f;
    private final double[] slope;
    private final double[] floorSlope;
    private final double[][] means;
    private final double[] atPlace = new double[LandscapeTable.ROWS];
    private final double[] wholeSums;

    MiniBatchKernel(MiniBatchNoise noise, ValleyShape shape, DataSet data, LandscapeTable table, int capacity) {
        this.noise = noise;
        this.data = data;
        this.table = table.reader();
        this.batch = noise.batch();
        this.group = LINE * Math.max(1, ROW / (LINE * batch));
        this.lines = Math.min(batch, ROW / LINE);
        this.draw = new BatchDraw(noise.sampling(), data.words(), batch);
        this.flatness = shape.flatness().get(0).bind(capacity);
        this.floor = shape.floor().bind(capacity);
        this.shifted = data.spread().along() > 0.0;
        this.amplitude = Math.sqrt(noise.amplification());
        this.drawn = new long[group * batch];
        this.seen = new double[3][group * lines];
        this.units = data.units();
        this.whole = data.whole();
        this.minuends = new double[3][group];
        Arrays.fill(minuends[2], whole[2]);
        this.surface = surface(shape, group * lines);
        this.gradient = new double[2][group * lines];
        this.sums = new double[3][group];
        this.inOrder = IntStream.range(0, capacity).toArray();
        this.f = new double[capacity];
        this.slope = new double[capacity];
        this.floorSlope = new double[capacity];
        this.means = new double[LandscapeSums.MEANS][capacity];
        this.wholeSums = wholeSums(data);
    }

    private static TapeKernel surface(ValleyShape shape, int capacity) {
        return new Valley(shape).bind(capacity)::gradient;
    }

    private static double[] wholeSums(DataSet data) {
        double[] sums = new double[3];
        for (int i = 0; i < data.size(); i++) {
            double s = data.scale(i);
            sums[0] += s;
            sums[1] += s * data.dy(i);
            sums[2] += s * data.dy(i) * data.dy(i);
        }
        return sums;
    }

    @Override
    public void colour(double[][] theta, int count, double[][] white, double[][] coloured) {
        double[] c = new double[3];
        for (int k = 0; k < count; k++) {
            table.read(theta[0][k], LandscapeTable.ROWS, atPlace);
            noise.covariance(atPlace, theta[1][k], c);
            double xx = Math.sqrt(c[0]);
            double xy = c[1] == 0.0 ? 0.0 : c[1] / xx;
            coloured[0][k] = xx * white[0][k];
            // A singular covariance leaves nothing, or less than nothing by rounding.
            coloured[1][k] = xy * white[0][k] + Math.sqrt(Math.max(0.0, c[2] - xy * xy)) * white[1][k];
        }
    }

    @Override
    public void sample(double[][] theta, int count, RandomStream random, double[][] noise) {
        sample(theta, count, inOrder, 0, random, noise);
    }

    @Override
    public void sample(
            double[][] theta, int count, int[] particle, long step, RandomStream random, double[][] deviation) {
        if (shifted) {
            table.means(theta[0], 0, count, means);
        } else {
            floor.evaluate(theta[0], count, f, floorSlope);
            flatness.evaluate(theta[0], count, f, slope);
        }
        draw.begin(random, count);
        for (int first = 0; first < count; first += group) {
            int some = Math.min(group, count - first);
            for (int k = 0; k < some; k++) {
                draw.draw(particle[first + k], step, drawn, k / LINE * LINE * batch + k % LINE);
            }
            for (int k = 0; k < some; k++) {
                minuends[0][k] = theta[0][first + k] + whole[0];
                minuends[1][k] = theta[1][first + k] + whole[1];
            }
            addUp((some + LINE - 1) / LINE);
            if (shifted) {
                deviations(theta[1], first, some, deviation);
            } else {
                combinations(theta[1], first, some, deviation);
            }
        }
    }

    /** Sums over the batches drawn, {@link BlockMath#LINE} particles in each of some columns. */
    private void addUp(int columns) {
        for (double[] sum : sums) {
            Arrays.fill(sum, 0.0);
        }
        for (int b = 0; b < batch; b += lines) {
            int some = Math.min(lines, batch - b);
            for (int column = 0; column < columns; column++) {
                MATH.lessFields(drawn, LINE * (batch * column + b), some, units, minuends, LINE * column, seen,
                        LINE * some * column);
            }
            double[] scale = seen[2];
            if (shifted) {
                surface.evaluate(seen, LINE * some * columns, gradient);
                add(scale, gradient[0], columns, some, sums[0]);
                add(scale, gradient[1], columns, some, sums[1]);
            } else {
                for (int column = 0; column < columns; column++) {
                    MATH.addMoments(scale, seen[1], LINE * some * column, some, sums, LINE * column);
                }
            }
        }
    }

    private static void add(double[] a, double[] b, int columns, int some, double[] sum) {
        for (int column = 0; column < columns; column++) {
            MATH.addProducts(a, b, LINE * some * column, some, sum, LINE * column);
        }
    }

    private void deviations(double[] y, int first, int some, double[][] deviation) {
        double share = 1.0 / batch;
        for (int k = 0; k < some; k++) {
            int p = first + k;
            double meanX = (means[2][p] * y[p] - 2.0 * means[3][p]) * y[p] + means[4][p];
            double meanY = means[0][p] * y[p] - means[1][p];
            deviation[0][p] = amplitude * (sums[0][k] * share - meanX);
            deviation[1][p] = amplitude * (sums[1][k] * share - meanY);
        }
    }

    /** The short way, where all samples see the same flatness. */
    private void combinations(double[] y, int first, int some, double[][] deviation) {
        double share = 1.0 / batch;
        double wholeShare = 1.0 / data.size();
        for (int k = 0; k < some; k++) {
            int p = first + k;
            double inverse = 1.0 / f[p];
            double curvature = inverse * inverse;
            double scaled = sums[0][k] * share - wholeSums[0] * wholeShare;
            double once = sums[1][k] * share - (wholeSums[0] * y[p] - wholeSums[1]) * wholeShare;
            double square = sums[2][k] * share
                    - ((wholeSums[0] * y[p] - 2.0 * wholeSums[1]) * y[p] + wholeSums[2]) * wholeShare;
            deviation[0][p] = amplitude * (scaled * floorSlope[p] - curvature * slope[p] * inverse * square);
            deviation[1][p] = amplitude * (curvature * once);
        }
    }
}
