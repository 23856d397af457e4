package org.thalweg.training;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.network.Propagation;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/**
 * SGD that goes on from a point for some iterations, and shows each of them: how the weights wander about a solution.
 * Schedule and momentum begin anew.
 *
 * @param training whose batches and optimiser are used
 * @param iterations to be made
 */
public record Window(Training training, long iterations) {
    /**
     * Literal SGD.
     *
     * @param theta modified: the last point; NaN from where the loss of a batch has overflowed
     * @param after called with the parameters after each iteration, which are not to be kept as they are
     */
    public void literal(Propagation network, double[] theta, Seed seed, Consumer<double[]> after) {
        Moves moves = Moves.of(training, network, seed);
        boolean moving = true;
        for (long step = 0; step < iterations; step++) {
            moving = moving && moves.move(step, theta);
            moves.settle(theta);
            if (!moving) {
                Arrays.fill(theta, Double.NaN);
            }
            shown(theta, after);
        }
    }

    /** Descent by exact gradients, without any noise. */
    public void exact(Propagation network, double[] theta, Consumer<double[]> after) {
        walk(theta, after, (step, gradient) -> network.lossAndGradient(theta, gradient));
    }

    /**
     * The control: exact gradients, with Gaussian noise of one variance for all parameters. The total variance is that
     * of the batches where it begins.
     */
    public void isotropic(Propagation network, double[] theta, Seed seed, Consumer<double[]> after) {
        RandomStream random = seed.stream(Purpose.GRADIENT_NOISE, 0);
        double deviation = Math.sqrt(totalVariance(network, theta) / theta.length);
        double[] noise = new double[theta.length];
        walk(theta, after, (step, gradient) -> {
            network.lossAndGradient(theta, gradient);
            random.fillNormal(noise, noise.length);
            for (int i = 0; i < noise.length; i++) {
                gradient[i] += deviation * noise[i];
            }
        });
    }

    /** Of the gradient of a batch at a point: the trace of its covariance. */
    public double totalVariance(Propagation network, double[] theta) {
        SampleNoise noise = training.noise();
        int samples = noise.task().samples();
        double[] mean = new double[theta.length];
        double[] one = new double[theta.length];
        network.lossAndGradient(theta, mean);
        double sum = 0.0;
        for (int n = 0; n < samples; n++) {
            network.sampleGradient(theta, n, one);
            for (int i = 0; i < one.length; i++) {
                sum += (one[i] - mean[i]) * (one[i] - mean[i]);
            }
        }
        return sum / samples * noise.sampling().variance(noise.batch(), samples);
    }

    /** Gives the gradient that an iteration goes by. */
    @FunctionalInterface
    private interface Slope {
        void at(long step, double[] gradient);
    }

    private void walk(double[] theta, Consumer<double[]> after, Slope slope) {
        Descent descent = new Descent(training.setting().sgd(), theta.length);
        double[] gradient = new double[theta.length];
        for (long step = 0; step < iterations; step++) {
            slope.at(step, gradient);
            descent.step(step, theta, gradient);
            shown(theta, after);
        }
    }

    private static void shown(double[] theta, Consumer<double[]> after) {
        after.accept(theta);
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }
}
