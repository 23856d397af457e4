package org.thalweg.results.claim.network;

import org.thalweg.model.noise.batch.SampleBatches;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.network.Propagation;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/** Steps by independent first batches from one point, and what they do to the loss over all samples. */
final class OneStepDraws {
    private final Propagation worker;
    private final SampleBatches batches;
    private final RandomStream random;
    private final double[] theta;
    private final double[] mean;
    private final double[] gradient;
    private final double[] there;
    private final double loss;
    /** Of the losses before and after the steps. */
    private double largest;

    OneStepDraws(SampleNoise noise, double[] theta, Seed seed) {
        this.theta = theta;
        worker = noise.task().train().bind();
        batches = noise.batches();
        random = seed.stream(Purpose.GRADIENT_NOISE, 0);
        mean = new double[theta.length];
        gradient = new double[theta.length];
        there = new double[theta.length];
        worker.lossAndGradient(theta, mean);
        loss = worker.loss(theta);
        largest = Math.abs(loss);
    }

    /** Draws the next batch: the first one of an epoch, which is independent of all others. */
    void next() {
        int[] batch = batches.next(0, random);
        worker.lossAndGradient(theta, batch, batch.length, gradient);
    }

    /** The change of the loss by a step of this batch. */
    double change(double learningRate) {
        for (int i = 0; i < theta.length; i++) {
            there[i] = theta[i] - learningRate * gradient[i];
        }
        double arrived = worker.loss(there);
        largest = Math.max(largest, Math.abs(arrived));
        return arrived - loss;
    }

    /** Whether a unit passes its kink by a step of this batch, forwards or backwards. */
    boolean passes(Kinks kinks, double learningRate) {
        for (double eta : new double[] {learningRate, -learningRate}) {
            for (int i = 0; i < theta.length; i++) {
                there[i] = theta[i] - eta * gradient[i];
            }
            if (kinks.passed(there)) {
                return true;
            }
        }
        return false;
    }

    /** Rounding of {@link #change}, so far: that of two losses. */
    double rounding() {
        return 4.0 * ParameterRounding.unit(worker.network()) * largest;
    }

    /**
     * The product of the batch's gradient with the mean one: minus the change of loss per learning rate, at first
     * order.
     */
    double slope() {
        double sum = 0.0;
        for (int i = 0; i < mean.length; i++) {
            sum += mean[i] * gradient[i];
        }
        return sum;
    }

    /**
     * What the loss along this batch's step has of third and fourth order, from values of the loss alone, and so
     * independent of any Hessian: differences at the step, at its half, and at both backwards.
     */
    double beyondSecondOrder(double learningRate) {
        double ahead = change(learningRate);
        double back = change(-learningRate);
        double halfAhead = change(0.5 * learningRate);
        double halfBack = change(-0.5 * learningRate);
        double odd = 0.5 * (ahead - back) - (halfAhead - halfBack);
        double even = 0.5 * (ahead + back) - 2.0 * (halfAhead + halfBack);
        return 4.0 / 3.0 * (odd + even);
    }
}
