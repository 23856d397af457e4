package org.thalweg.results.claim.optimiser;

import java.util.Arrays;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.SurfaceKernel;
import org.thalweg.model.optimiser.Decentralised;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.block.Block;

/**
 * The mean of the exact gradients of learners, given where their average is, in the first coordinate: a fit to what
 * roughness leaves of it. The noise of batches, which has mean zero given where learners are, is not in it, so that few
 * samples tell. Bound to one thread.
 *
 * @param slope least squares of mean g_a = slope w + amplitude sin(wave w)
 * @param amplitude likewise
 * @param effective eta_e / eta at a place: mean g_a over the gradient there
 */
public record MeanGradient(Measurement slope, Measurement amplitude, Measurement effective) {
    /** Independent groups of particles that errors are from. */
    private static final int GROUPS = 16;

    /**
     * Fits over the long run of particles, at most a block.
     *
     * @param wave of the roughness: k of cos(k w)
     * @param place where the effective learning rate is asked for
     */
    public static MeanGradient of(
            Setting setting, double wave, double place, int particles, long settle, long iterations, Seed seed) {
        OptimiserWalk walk = new OptimiserWalk(setting, particles, seed);
        int learners = ((Decentralised) setting.sgd().rule()).learners();
        int rows = setting.surface().dimension();
        SurfaceKernel surface = setting.surface().bind(Block.CAPACITY);
        double[][] where = new double[rows][Block.CAPACITY];
        double[][] slopes = new double[rows][Block.CAPACITY];
        // By groups: sums of w^2, w s, s^2, w g, s g with s = sin(wave w).
        double[][] sums = new double[GROUPS][5];
        double[] mean = new double[particles];
        for (long step = 0; step < settle + iterations; step++) {
            walk.step();
            if (step < settle) {
                continue;
            }
            Arrays.fill(mean, 0.0);
            for (int j = 0; j < learners; j++) {
                for (int i = 0; i < rows; i++) {
                    for (int p = 0; p < particles; p++) {
                        where[i][p] = walk.theta()[i][p] + walk.memory()[j * rows + i][p];
                    }
                }
                surface.gradient(where, particles, slopes);
                for (int p = 0; p < particles; p++) {
                    mean[p] += slopes[0][p] / learners;
                }
            }
            for (int p = 0; p < particles; p++) {
                double w = walk.theta()[0][p];
                double s = Math.sin(wave * w);
                double[] sum = sums[p % GROUPS];
                sum[0] += w * w;
                sum[1] += w * s;
                sum[2] += s * s;
                sum[3] += w * mean[p];
                sum[4] += s * mean[p];
            }
        }
        double[] gradient = new double[rows];
        double[] there = new double[rows];
        there[0] = place;
        setting.surface().gradient(there, gradient);
        double[][] fits = new double[3][GROUPS];
        for (int k = 0; k < GROUPS; k++) {
            double[] sum = sums[k];
            double determinant = sum[0] * sum[2] - sum[1] * sum[1];
            fits[0][k] = (sum[3] * sum[2] - sum[4] * sum[1]) / determinant;
            fits[1][k] = (sum[4] * sum[0] - sum[3] * sum[1]) / determinant;
            fits[2][k] = (fits[0][k] * place + fits[1][k] * Math.sin(wave * place)) / gradient[0];
        }
        return new MeanGradient(mean(fits[0]), mean(fits[1]), mean(fits[2]));
    }

    private static Measurement mean(double[] values) {
        StreamingStatistics all = new StreamingStatistics();
        for (double value : values) {
            all.addValue(value);
        }
        return Measurement.mean(all);
    }
}
