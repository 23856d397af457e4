package org.thalweg.model.noise;

import java.util.stream.IntStream;
import org.thalweg.model.NoiseKernel;
import org.thalweg.model.ProfileKernel;
import org.thalweg.model.ValleyShape;
import org.thalweg.model.surface.Valley;
import org.thalweg.random.RandomStream;
import org.thalweg.symbolic.Tape;
import org.thalweg.symbolic.TapeKernel;

/**
 * Mean gradients of mini-batches, less the mean gradient of the whole data set. Bound to one thread.
 *
 * <p>Some particles at a time: the samples of their batches are gathered into rows that stay in the first-level cache,
 * the gradient of the surface itself is taken there, and the gradients of each particle added up. Where no sample is
 * shifted along the valley the profiles are the same for all, and only sums over s, s dy and s dy^2 are needed.
 */
final class MiniBatchKernel implements NoiseKernel {
    /** Samples in a row, if a batch is smaller: a handful of rows fit into the first-level cache. */
    private static final int ROW = 256;

    private final MiniBatchNoise noise;
    private final DataSet data;
    private final LandscapeTable.Reader table;
    private final BatchDraw draw;
    private final TapeKernel surface;
    private final ProfileKernel flatness;
    private final ProfileKernel floor;
    private final boolean shifted;
    private final double amplitude;
    private final int batch;
    /** Particles at a time. */
    private final int group;
    private final int[] inOrder;
    /** u and w of samples, the gradient of the surface there, and s. */
    private final double[][] seen;
    private final double[][] gradient;
    private final double[] scale;
    private final double[] x;
    private final double[] f;
    private final double[] slope;
    private final double[] floorSlope;
    private final double[][] means;
    private final double[] whole = new double[LandscapeTable.ROWS];
    private final double[] sums = new double[3];
    private final double[] wholeSums;

    MiniBatchKernel(MiniBatchNoise noise, ValleyShape shape, DataSet data, LandscapeTable table, int capacity) {
        this.noise = noise;
        this.data = data;
        this.table = table.reader();
        this.batch = noise.batch();
        this.group = Math.max(1, ROW / batch);
        this.draw = new BatchDraw(noise.sampling(), data.size(), batch);
        this.surface = surface(shape, group * batch);
        this.flatness = shape.flatness().get(0).bind(group);
        this.floor = shape.floor().bind(group);
        this.shifted = data.spread().along() > 0.0;
        this.amplitude = Math.sqrt(noise.amplification());
        this.seen = new double[2][group * batch];
        this.gradient = new double[2][group * batch];
        this.scale = new double[group * batch];
        this.inOrder = IntStream.range(0, capacity).toArray();
        this.x = new double[group];
        this.f = new double[group];
        this.slope = new double[group];
        this.floorSlope = new double[group];
        this.means = new double[LandscapeSums.MEANS][group];
        this.wholeSums = wholeSums(data);
    }

    private static TapeKernel surface(ValleyShape shape, int capacity) {
        Valley valley = new Valley(shape);
        return valley.gradientExpressions().map(gradient -> Tape.of(2, gradient).bind(capacity))
                .orElseGet(() -> valley.bind(capacity)::gradient);
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
            table.read(theta[0][k], LandscapeTable.ROWS, whole);
            noise.covariance(whole, theta[1][k], c);
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
        draw.begin(random, count);
        for (int first = 0; first < count; first += group) {
            int some = Math.min(group, count - first);
            if (shifted) {
                for (int k = 0; k < some; k++) {
                    int[] order = draw.draw(particle[first + k], step);
                    data.gather(order, draw.at(), batch, theta[0][first + k], theta[1][first + k], seen, scale,
                            k * batch);
                }
                surface.evaluate(seen, some * batch, gradient);
                deviations(theta, first, some, deviation);
            } else {
                combinations(theta, first, some, particle, step, deviation);
            }
        }
    }

    private void deviations(double[][] theta, int first, int some, double[][] deviation) {
        double share = 1.0 / batch;
        table.means(theta[0], first, some, means);
        for (int k = 0; k < some; k++) {
            double y = theta[1][first + k];
            double meanX = (means[2][k] * y - 2.0 * means[3][k]) * y + means[4][k];
            double meanY = means[0][k] * y - means[1][k];
            addUp(scale, gradient[0], gradient[1], k * batch, (k + 1) * batch, sums);
            deviation[0][first + k] = amplitude * (sums[0] * share - meanX);
            deviation[1][first + k] = amplitude * (sums[1] * share - meanY);
        }
    }

    /** Sums of s g_x and s g_y, four of each side by side, since each addition waits for the one before. */
    private static void addUp(double[] s, double[] gx, double[] gy, int from, int to, double[] sums) {
        double x0 = 0.0;
        double x1 = 0.0;
        double x2 = 0.0;
        double x3 = 0.0;
        double y0 = 0.0;
        double y1 = 0.0;
        double y2 = 0.0;
        double y3 = 0.0;
        int e = from;
        for (; e + 3 < to; e += 4) {
            x0 += s[e] * gx[e];
            x1 += s[e + 1] * gx[e + 1];
            x2 += s[e + 2] * gx[e + 2];
            x3 += s[e + 3] * gx[e + 3];
            y0 += s[e] * gy[e];
            y1 += s[e + 1] * gy[e + 1];
            y2 += s[e + 2] * gy[e + 2];
            y3 += s[e + 3] * gy[e + 3];
        }
        for (; e < to; e++) {
            x0 += s[e] * gx[e];
            y0 += s[e] * gy[e];
        }
        sums[0] = (x0 + x1) + (x2 + x3);
        sums[1] = (y0 + y1) + (y2 + y3);
    }

    /** The short way, where all samples see the same flatness. */
    private void combinations(
            double[][] theta, int first, int some, int[] particle, long step, double[][] deviation) {
        double share = 1.0 / batch;
        double wholeShare = 1.0 / data.size();
        System.arraycopy(theta[0], first, x, 0, some);
        floor.evaluate(x, some, f, floorSlope);
        flatness.evaluate(x, some, f, slope);
        for (int k = 0; k < some; k++) {
            data.factors(draw.draw(particle[first + k], step), draw.at(), batch, sums);
            double y = theta[1][first + k];
            double inverse = 1.0 / f[k];
            double curvature = inverse * inverse;
            double scaled = sums[0] * share - wholeSums[0] * wholeShare;
            double once = sums[1] * share - wholeSums[1] * wholeShare;
            double twice = sums[2] * share - wholeSums[2] * wholeShare;
            double square = (scaled * y - 2.0 * once) * y + twice;
            deviation[0][first + k] =
                    amplitude * (scaled * floorSlope[k] - curvature * slope[k] * inverse * square);
            deviation[1][first + k] = amplitude * (curvature * (scaled * y - once));
        }
    }
}
