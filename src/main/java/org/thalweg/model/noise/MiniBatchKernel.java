package org.thalweg.model.noise;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.thalweg.model.NoiseKernel;
import org.thalweg.model.ProfileKernel;
import org.thalweg.model.ValleyShape;
import org.thalweg.random.RandomStream;

/**
 * Mean gradients of mini-batches, less the mean gradient of the whole data set. Bound to one thread.
 *
 * <p>Some particles at a time: their batches are drawn, the samples are gathered into rows that stay in the nearest
 * caches, the profiles are evaluated over whole rows and the gradients added up over rows. Where no sample is shifted
 * along the valley the profiles are the same for all, and only sums over s, s dy and s dy^2 are needed.
 */
final class MiniBatchKernel implements NoiseKernel {
    /** Particles at a time. */
    private static final int GROUP = 64;
    /** Samples of each of them in a row: a handful of rows of 512 numbers fit into the first-level cache. */
    private static final int PART = 8;

    private final MiniBatchNoise noise;
    private final DataSet data;
    private final LandscapeTable.Reader table;
    private final BatchDraw draw;
    private final ProfileKernel flatness;
    private final ProfileKernel floor;
    private final boolean shifted;
    private final boolean floorVaries;
    private final double amplitude;
    private final int[] index;
    private final int[] inOrder;
    private final double[] u = new double[GROUP * PART];
    private final double[] w = new double[GROUP * PART];
    private final double[] scale = new double[GROUP * PART];
    private final double[] f = new double[GROUP * PART];
    private final double[] slope = new double[GROUP * PART];
    private final double[] floorSlope = new double[GROUP * PART];
    private final double[][] sums = new double[3][GROUP];
    private final double[] whole = new double[LandscapeTable.ROWS];
    private final double[] wholeSums;

    MiniBatchKernel(MiniBatchNoise noise, ValleyShape shape, DataSet data, LandscapeTable table, int capacity) {
        this.noise = noise;
        this.data = data;
        this.table = table.reader();
        this.draw = new BatchDraw(noise.sampling(), data.size(), noise.batch(), GROUP);
        this.flatness = shape.flatness().get(0).bind(GROUP * PART);
        this.floor = shape.floor().bind(GROUP * PART);
        this.shifted = data.spread().along() > 0.0;
        this.floorVaries = !noise.floorConstant();
        this.amplitude = Math.sqrt(noise.amplification());
        this.index = new int[GROUP * noise.batch()];
        this.inOrder = IntStream.range(0, capacity).toArray();
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
        for (int first = 0; first < count; first += GROUP) {
            int group = Math.min(GROUP, count - first);
            draw.draw(particle, first, group, step, random, index);
            for (double[] row : sums) {
                Arrays.fill(row, 0, group, 0.0);
            }
            if (shifted) {
                addGradients(theta, first, group);
                subtractMeans(theta, first, group, deviation);
            } else {
                addFactors(group);
                combine(theta, first, group, deviation);
            }
        }
    }

    /** Adds the gradients of all samples to the sums, x first. */
    private void addGradients(double[][] theta, int first, int group) {
        int batch = noise.batch();
        for (int from = 0; from < batch; from += PART) {
            int part = Math.min(PART, batch - from);
            for (int b = 0; b < part; b++) {
                data.gather(index, (from + b) * group, group, theta, first, u, w, scale, b * group);
            }
            int entries = part * group;
            flatness.evaluate(u, entries, f, slope);
            if (floorVaries) {
                // The values of the floor are not needed: their row is free already.
                floor.evaluate(u, entries, u, floorSlope);
            }
            for (int e = 0; e < entries; e++) {
                double inverse = 1.0 / f[e];
                double push = scale[e] * w[e] * inverse * inverse;
                slope[e] = -(push * w[e] * slope[e] * inverse);
                w[e] = push;
            }
            for (int b = 0; b < part; b++) {
                add(slope, b * group, sums[0], group);
                add(w, b * group, sums[1], group);
            }
            for (int b = 0; floorVaries && b < part; b++) {
                addProducts(scale, floorSlope, b * group, sums[0], group);
            }
        }
    }

    private static void add(double[] terms, int from, double[] sum, int count) {
        for (int k = 0; k < count; k++) {
            sum[k] += terms[from + k];
        }
    }

    private static void addProducts(double[] a, double[] b, int from, double[] sum, int count) {
        for (int k = 0; k < count; k++) {
            sum[k] += a[from + k] * b[from + k];
        }
    }

    private void subtractMeans(double[][] theta, int first, int group, double[][] deviation) {
        double share = 1.0 / noise.batch();
        for (int k = 0; k < group; k++) {
            double y = theta[1][first + k];
            table.read(theta[0][first + k], LandscapeSums.MEANS, whole);
            double meanX = (whole[2] * y - 2.0 * whole[3]) * y + whole[4];
            double meanY = whole[0] * y - whole[1];
            deviation[0][first + k] = amplitude * (sums[0][k] * share - meanX);
            deviation[1][first + k] = amplitude * (sums[1][k] * share - meanY);
        }
    }

    /** Adds s, s dy and s dy^2 to the sums. */
    private void addFactors(int group) {
        for (int b = 0; b < noise.batch(); b++) {
            data.addFactors(index, b * group, group, sums);
        }
    }

    private void combine(double[][] theta, int first, int group, double[][] deviation) {
        double share = 1.0 / noise.batch();
        double wholeShare = 1.0 / data.size();
        System.arraycopy(theta[0], first, u, 0, group);
        flatness.evaluate(u, group, f, slope);
        floor.evaluate(u, group, scale, floorSlope);
        for (int k = 0; k < group; k++) {
            double y = theta[1][first + k];
            double inverse = 1.0 / f[k];
            double curvature = inverse * inverse;
            double scaled = sums[0][k] * share - wholeSums[0] * wholeShare;
            double once = sums[1][k] * share - wholeSums[1] * wholeShare;
            double twice = sums[2][k] * share - wholeSums[2] * wholeShare;
            double square = (scaled * y - 2.0 * once) * y + twice;
            deviation[0][first + k] =
                    amplitude * (scaled * floorSlope[k] - curvature * slope[k] * inverse * square);
            deviation[1][first + k] = amplitude * (curvature * (scaled * y - once));
        }
    }
}
