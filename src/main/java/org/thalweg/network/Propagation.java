package org.thalweg.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A network at work, forwards and backwards, with the scratch memory of one thread.
 *
 * <p>Losses and gradients are means over the samples that are asked for. Samples go through in batches of 60, or
 * under batch normalisation all at once, and every sum runs over them in their order, products of the Hessian in the
 * order of {@link SampleBlocks}: results depend on neither the machine nor the number of threads. Where a network has diverged, results are infinite or NaN.
 */
public final class Propagation {
    /** Units times samples: four numbers of each are kept for further products, 32 MB at most. */
    private static final long MOST_KEPT = 1_000_000;

    private final Network network;
    private final Passes passes;
    private final SampleBlocks blocks;

    Propagation(Network network) {
        this.network = network;
        passes = new Passes(network);
        blocks = new SampleBlocks(network, passes);
    }

    /** The network it works for. */
    public Network network() {
        return network;
    }

    /** The mean loss of all samples. */
    public double loss(double[] theta) {
        return evaluate(theta).loss();
    }

    /** The mean loss of samples {@code list[0]} to {@code list[count - 1]}. */
    public double loss(double[] theta, int[] list, int count) {
        passes.take(theta, count);
        double sum = 0.0;
        for (int from = 0; from < count; from += passes.size(from, count)) {
            passes.forwardAlone(theta, list, from, count);
            sum = passes.addLosses(sum);
        }
        return sum / count;
    }

    /** The share of samples that are put into a class that is not theirs; NaN where samples have no classes. */
    public double errorRate(double[] theta) {
        return evaluate(theta).errorRate();
    }

    /**
     * What the network makes of its samples.
     *
     * @param z modified: sample after sample, as many numbers as there are outputs
     */
    public void outputs(double[] theta, double[] z) {
        int count = network.samples().count();
        int units = network.architecture().outputs();
        passes.take(theta, count);
        for (int from = 0; from < count; from += passes.size(from, count)) {
            passes.forward(theta, null, from, count);
            for (int n = 0; n < passes.batch.count; n++) {
                for (int k = 0; k < units; k++) {
                    z[(from + n) * units + k] = passes.last().value[n * units + k];
                }
            }
        }
    }

    /** Loss and error rate of all samples. */
    public Evaluation evaluate(double[] theta) {
        int count = network.samples().count();
        boolean classes = network.samples().haveClasses();
        passes.take(theta, count);
        double sum = 0.0;
        int errors = 0;
        for (int from = 0; from < count; from += passes.size(from, count)) {
            passes.forward(theta, null, from, count);
            sum = passes.addLosses(sum);
            errors += classes ? passes.outputs.errors(passes.batch) : 0;
        }
        return new Evaluation(sum / count, classes ? (double) errors / count : Double.NaN);
    }

    /** Which samples are put into a class that is not theirs; empty where samples have no classes. */
    public BitSet mistakes(double[] theta) {
        int count = network.samples().count();
        BitSet mistakes = new BitSet(count);
        passes.take(theta, count);
        for (int from = 0; network.samples().haveClasses() && from < count; from += passes.size(from, count)) {
            passes.forward(theta, null, from, count);
            passes.outputs.mark(passes.batch, from, mistakes);
        }
        return mistakes;
    }

    /** The gradient of the mean loss of all samples, which is returned. */
    public double lossAndGradient(double[] theta, double[] gradient) {
        return lossAndGradient(theta, null, network.samples().count(), gradient);
    }

    /**
     * The gradient of the mean loss of samples {@code list[0]} to {@code list[count - 1]}, such as a mini-batch.
     *
     * @param theta all parameters; not modified
     * @param list positions of samples from 0, possibly repeated; not modified
     * @param gradient modified
     * @return the mean loss
     */
    public double lossAndGradient(double[] theta, int[] list, int count, double[] gradient) {
        passes.take(theta, count);
        double sum = 0.0;
        for (int from = 0; from < count; from += passes.size(from, count)) {
            passes.forwardAlone(theta, list, from, count);
            sum = passes.addLosses(sum);
            passes.scale(passes.outputs.delta, 1.0 / count);
            passes.backward(theta, from == 0, gradient);
        }
        return sum / count;
    }

    /** The gradient of the loss of one sample. */
    public void sampleGradient(double[] theta, int sample, double[] gradient) {
        network.requireSampleGradients("the gradient of one sample");
        lossAndGradient(theta, new int[] {sample}, 1, gradient);
    }

    /**
     * The mean of all samples' gradients, each times its weight.
     *
     * @param weights one for each sample; not modified
     */
    public void weightedGradient(double[] theta, double[] weights, double[] gradient) {
        network.requireSampleGradients("a weighted mean of gradients");
        int count = network.samples().count();
        passes.take(theta, count);
        for (int from = 0; from < count; from += passes.size(from, count)) {
            passes.forward(theta, null, from, count);
            double[] delta = passes.outputs.delta;
            for (int k = 0; k < network.architecture().outputs(); k++) {
                for (int n = 0; n < passes.batch.count; n++) {
                    delta[k * passes.batch.stride + n] *= weights[from + n] / count;
                }
            }
            passes.backward(theta, from == 0, gradient);
        }
    }

    /**
     * The products of every sample's gradient with a direction, without forming any of them.
     *
     * @param products modified: one for each sample
     */
    public void sampleProducts(double[] theta, double[] direction, double[] products) {
        network.requireSampleGradients("the spread of gradients");
        int count = network.samples().count();
        int units = network.architecture().outputs();
        passes.take(theta, count);
        passes.takeDirection(direction);
        for (int from = 0; from < count; from += passes.size(from, count)) {
            passes.forward(theta, null, from, count);
            passes.tangentForward(theta, direction);
            double[] tangent = passes.last().tangent().input;
            for (int n = 0; n < passes.batch.count; n++) {
                double sum = 0.0;
                for (int k = 0; k < units; k++) {
                    sum += passes.outputs.delta[k * passes.batch.stride + n] * tangent[n * units + k];
                }
                products[from + n] = sum;
            }
        }
    }

    /**
     * The Hessian of the mean loss of all samples times a direction, by Pearlmutter's R-operator. Of many samples parts
     * are looked at by other threads of the pool that this is called from, with the same result.
     *
     * @param direction not modified
     * @param product modified; not {@code direction}
     */
    public void hessianTimes(double[] theta, double[] direction, double[] product) {
        hessianTimes(theta, null, network.samples().count(), direction, product);
    }

    /** As above, of the samples {@code list[0]} to {@code list[count - 1]}. */
    public void hessianTimes(double[] theta, int[] list, int count, double[] direction, double[] product) {
        network.requireDerivatives("the Hessian");
        blocks.add(count, product, (worker, first, begin, end, sum) -> {
            if (first) {
                worker.take(theta, count);
                if (begin > 0) {
                    worker.turn(theta);
                }
                worker.takeDirection(direction);
            }
            for (int from = begin; from < end; from += worker.size(from, count)) {
                worker.forward(theta, list, from, count);
                worker.tangentForward(theta, direction);
                double[] tangent = worker.outputTangents();
                worker.outputs.curve(worker.batch, tangent);
                worker.scale(tangent, 1.0 / count);
                worker.scale(worker.outputs.delta, 1.0 / count);
                worker.tangentBackward(theta, direction, from == begin, sum);
            }
        });
    }

    /**
     * What does not depend on the direction in products of the Hessian of all samples at one point, so that each
     * further product takes two thirds of the time. Belongs to this worker.
     */
    public static final class Linearised {
        private final double[] theta;
        private final List<Passes.Kept> batches = new ArrayList<>();

        private Linearised(double[] theta) {
            this.theta = theta;
        }
    }

    /**
     * The network at a point.
     *
     * @param theta copied
     * @return empty where samples go through together, or there are too many of them to be kept
     */
    public Optional<Linearised> linearised(double[] theta) {
        int count = network.samples().count();
        long units = network.architecture().layers().stream().mapToLong(Layer::outputs).sum();
        if (network.withoutSampleGradients().isPresent() || units * count > MOST_KEPT) {
            return Optional.empty();
        }
        Linearised kept = new Linearised(theta.clone());
        passes.take(theta, count);
        for (int from = 0; from < count; from += passes.size(from, count)) {
            passes.forward(theta, null, from, count);
            passes.scale(passes.outputs.delta, 1.0 / count);
            kept.batches.add(passes.keep(theta));
        }
        return Optional.of(kept);
    }

    /** As {@link #hessianTimes(double[], double[], double[])}, bit by bit. */
    public void hessianTimes(Linearised at, double[] direction, double[] product) {
        int count = network.samples().count();
        blocks.add(count, product, (worker, first, begin, end, sum) -> {
            Passes.Kept own = worker.present();
            if (first) {
                worker.turnKept(at.theta);
                worker.takeDirection(direction);
            }
            for (int from = begin; from < end; from += worker.size(from, count)) {
                worker.batch.load(null, from, worker.size(from, count));
                worker.resume(at.batches.get(from / Passes.BATCH));
                worker.tangentForward(at.theta, direction);
                double[] tangent = worker.outputTangents();
                worker.outputs.curve(worker.batch, tangent);
                worker.scale(tangent, 1.0 / count);
                worker.tangentBackwardKept(at.theta, direction, from == begin, sum);
            }
            worker.resume(own);
        });
    }

    /** The Gauss-Newton matrix times a direction: the mean of J^T S J, J the derivative of the outputs. */
    public void gaussNewtonTimes(double[] theta, double[] direction, double[] product) {
        network.requireDerivatives("the Gauss-Newton matrix");
        int count = network.samples().count();
        passes.take(theta, count);
        passes.takeDirection(direction);
        for (int from = 0; from < count; from += passes.size(from, count)) {
            passes.forward(theta, null, from, count);
            passes.tangentForward(theta, direction);
            System.arraycopy(passes.outputTangents(), 0, passes.outputs.delta, 0, passes.outputSize());
            passes.outputs.curve(passes.batch, passes.outputs.delta);
            passes.scale(passes.outputs.delta, 1.0 / count);
            passes.backward(theta, from == 0, product);
        }
    }

    /**
     * The mean of (Hess p_y) / p_y times a direction, p_y the probability that the network gives to a sample's class,
     * or of targets the density of a normal law of variance 1. The Hessian is the second moment of the samples'
     * gradients less this.
     */
    public void probabilityCurvatureTimes(double[] theta, double[] direction, double[] product) {
        network.requireSampleGradients("the curvature of probabilities");
        int count = network.samples().count();
        passes.take(theta, count);
        passes.takeDirection(direction);
        for (int from = 0; from < count; from += passes.size(from, count)) {
            passes.forward(theta, null, from, count);
            passes.tangentForward(theta, direction);
            double[] tangent = passes.outputTangents();
            passes.outputs.curveProbability(passes.batch, passes.outputs.delta, tangent);
            passes.scale(tangent, 1.0 / count);
            passes.scale(passes.outputs.delta, -1.0 / count);
            passes.tangentBackward(theta, direction, from == 0, product);
        }
    }
}
