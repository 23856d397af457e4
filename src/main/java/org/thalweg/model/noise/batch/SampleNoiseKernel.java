package org.thalweg.model.noise.batch;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.thalweg.model.gradient.NoiseKernel;
import org.thalweg.network.Propagation;
import org.thalweg.random.RandomStream;

/** Gradients of mini-batches of a network's samples, one particle after the other. Bound to one thread. */
final class SampleNoiseKernel implements NoiseKernel {
    private final SampleNoise noise;
    private final SampleBatches batches;
    private final Propagation propagation;
    private final double[] point;
    private final double[] slope;
    private final double[] mean;
    /** C and its root, made where they are asked for. */
    private double[][] covariance;
    /** The batches drawn last, by slots. */
    private int[][] drawn = new int[0][];

    SampleNoiseKernel(SampleNoise noise) {
        this.noise = noise;
        this.batches = noise.batches();
        this.propagation = noise.task().train().bind();
        this.point = new double[noise.dimension()];
        this.slope = new double[noise.dimension()];
        this.mean = new double[noise.dimension()];
    }

    @Override
    public void colour(double[][] theta, int count, double[][] white, double[][] coloured) {
        int n = point.length;
        for (int k = 0; k < count; k++) {
            load(theta, k);
            if (covariance == null) {
                covariance = new double[n][n];
            }
            noise.covariance(point, covariance);
            SemidefiniteRoot.replace(covariance);
            for (int i = 0; i < n; i++) {
                double sum = 0.0;
                for (int j = 0; j <= i; j++) {
                    sum += covariance[i][j] * white[j][k];
                }
                coloured[i][k] = sum;
            }
        }
    }

    @Override
    public void sample(double[][] theta, int count, RandomStream random, double[][] deviation) {
        sample(theta, count, IntStream.range(0, count).toArray(), 0, random, deviation);
    }

    /** A batch less all samples: for those who want the noise itself. */
    @Override
    public void sample(
            double[][] theta, int count, int[] particle, long step, RandomStream random, double[][] deviation) {
        noise.task().train().requireSampleGradients("noise of mean 0");
        batches.begin(random, count);
        for (int k = 0; k < count; k++) {
            load(theta, k);
            propagation.lossAndGradient(point, mean);
            int[] batch = batches.draw(particle[k], step);
            propagation.lossAndGradient(point, batch, batch.length, slope);
            for (int i = 0; i < slope.length; i++) {
                deviation[i][k] = slope[i] - mean[i];
            }
        }
    }

    @Override
    public boolean batchGradient(
            double[][] theta, int count, int[] particle, long step, RandomStream random, double[][] gradient) {
        batches.begin(random, count);
        for (int k = 0; k < count; k++) {
            load(theta, k);
            int[] batch = batches.draw(particle[k], step);
            keep(k, batch);
            propagation.lossAndGradient(point, batch, batch.length, slope);
            for (int i = 0; i < slope.length; i++) {
                gradient[i][k] = slope[i];
            }
        }
        return true;
    }

    private void keep(int k, int[] batch) {
        if (k >= drawn.length) {
            drawn = Arrays.copyOf(drawn, Math.max(k + 1, 2 * drawn.length));
        }
        if (drawn[k] == null) {
            drawn[k] = new int[batch.length];
        }
        System.arraycopy(batch, 0, drawn[k], 0, batch.length);
    }

    @Override
    public void batchGradientAgain(double[][] theta, int count, double[][] gradient) {
        for (int k = 0; k < count; k++) {
            load(theta, k);
            propagation.lossAndGradient(point, drawn[k], drawn[k].length, slope);
            for (int i = 0; i < slope.length; i++) {
                gradient[i][k] = slope[i];
            }
        }
    }

    @Override
    public int[] batch(int slot) {
        return drawn[slot];
    }

    private void load(double[][] theta, int k) {
        for (int i = 0; i < point.length; i++) {
            point[i] = theta[i][k];
        }
    }
}
