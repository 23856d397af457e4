package org.thalweg.model.noise;

import java.util.stream.IntStream;
import org.thalweg.model.NoiseKernel;
import org.thalweg.model.ProfileKernel;
import org.thalweg.model.ValleyShape;
import org.thalweg.random.RandomStream;
import org.thalweg.symbolic.TapeKernel;

/**
 * Mean gradients of mini-batches, less the mean gradient of the whole data set. Bound to one thread.
 *
 * <p>Some particles at a time: the samples of their batches are gathered into rows that stay in the first-level cache,
 * their gradients are taken over whole rows, and those of each particle added up. Where no sample is shifted
 * along the valley the profiles are the same for all, and only sums over s, s dy and s dy^2 are needed.
 */
final class MiniBatchKernel implements NoiseKernel {
    /** Samples in a row, if a batch is smaller: a handful of rows fit into the first-level cache. */
    private static final int ROW = 256;

    private final MiniBatchNoise noise;
    private final DataSet data;
    private final LandscapeTable.Reader table;
    private final BatchDraw draw;
    private final TapeKernel gradients;
    private final ProfileKernel flatness;
    private final ProfileKernel floor;
    private final boolean shifted;
    private final double amplitude;
    private final int batch;
    /** Particles at a time. */
    private final int group;
    private final int[] index;
    private final int[] inOrder;
    /** u, w and s of samples, and what they contribute to the gradient along x and y. */
    private final double[][] samples;
    private final double[][] gradient;
    private final double[] f;
    private final double[] slope;
    private final double[] floorSlope;
    private final double[] whole = new double[LandscapeTable.ROWS];
    private final double[] sums = new double[3];
    private final double[] wholeSums;

    MiniBatchKernel(MiniBatchNoise noise, ValleyShape shape, SampleGradients gradients, DataSet data,
            LandscapeTable table, int capacity) {
        this.noise = noise;
        this.data = data;
        this.table = table.reader();
        this.batch = noise.batch();
        this.group = Math.max(1, ROW / batch);
        this.draw = new BatchDraw(noise.sampling(), data.size(), batch, group);
        int row = group * batch;
        this.gradients = gradients.bind(row);
        this.flatness = shape.flatness().get(0).bind(group);
        this.floor = shape.floor().bind(group);
        this.shifted = data.spread().along() > 0.0;
        this.amplitude = Math.sqrt(noise.amplification());
        this.index = new int[batch];
        this.inOrder = IntStream.range(0, capacity).toArray();
        this.samples = new double[3][row];
        this.gradient = new double[2][row];
        this.f = new double[group];
        this.slope = new double[group];
        this.floorSlope = new double[group];
        this.wholeSums = wholeSums(data);
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
        draw.begin();
        for (int first = 0; first < count; first += group) {
            int some = Math.min(group, count - first);
            draw.fill(random, some);
            if (shifted) {
                for (int k = 0; k < some; k++) {
                    draw.draw(k, particle[first + k], step, index);
                    data.gather(index, batch, theta[0][first + k], theta[1][first + k], samples, k * batch);
                }
                gradients.evaluate(samples, some * batch, gradient);
                deviations(theta, first, some, deviation);
            } else {
                combinations(theta, first, some, particle, step, deviation);
            }
        }
    }

    private void deviations(double[][] theta, int first, int some, double[][] deviation) {
        double share = 1.0 / batch;
        for (int k = 0; k < some; k++) {
            double y = theta[1][first + k];
            table.read(theta[0][first + k], LandscapeSums.MEANS, whole);
            double meanX = (whole[2] * y - 2.0 * whole[3]) * y + whole[4];
            double meanY = whole[0] * y - whole[1];
            deviation[0][first + k] = amplitude * (sum(gradient[0], k * batch, batch) * share - meanX);
            deviation[1][first + k] = amplitude * (sum(gradient[1], k * batch, batch) * share - meanY);
        }
    }

    /** Four sums side by side, since each addition waits for the one before. */
    private static double sum(double[] terms, int from, int count) {
        double a = 0.0;
        double b = 0.0;
        double c = 0.0;
        double d = 0.0;
        int k = from;
        for (; k + 3 < from + count; k += 4) {
            a += terms[k];
            b += terms[k + 1];
            c += terms[k + 2];
            d += terms[k + 3];
        }
        for (; k < from + count; k++) {
            a += terms[k];
        }
        return (a + b) + (c + d);
    }

    /** The short way, where all samples see the same flatness. */
    private void combinations(
            double[][] theta, int first, int some, int[] particle, long step, double[][] deviation) {
        double share = 1.0 / batch;
        double wholeShare = 1.0 / data.size();
        double[] x = samples[0];
        System.arraycopy(theta[0], first, x, 0, some);
        floor.evaluate(x, some, f, floorSlope);
        flatness.evaluate(x, some, f, slope);
        for (int k = 0; k < some; k++) {
            draw.draw(k, particle[first + k], step, index);
            data.factors(index, batch, sums);
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
