package org.thalweg.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.thalweg.compute.Backend;
import org.thalweg.compute.BlockMath;
import org.thalweg.refusal.Refusal;

/**
 * A network at work, forwards and backwards, with the scratch memory of one thread.
 *
 * <p>Losses and gradients are means over the samples that are asked for. Samples go through in batches of {@link
 * #BATCH}, or under batch normalisation all at once, and every sum runs over them in their order: results depend on
 * neither the machine nor the number of threads. Where a network has diverged, results are infinite or NaN.
 */
public final class Propagation {
    /** Samples at a time: whole tiles of products. */
    static final int BATCH = 60;

    /** Units times samples: four numbers of each are kept for further products, 32 MB at most. */
    private static final long MOST_KEPT = 1_000_000;

    private final Network network;
    /** Whether samples see each other, so that all that are asked for go through at once. */
    private final boolean together;
    /** The network over other samples, whose statistics these ones are normalised by; null where there are none. */
    private final Propagation reference;
    private int capacity;
    private Batch batch;
    private LayerWork[] layers;
    private OutputUnits outputs;

    Propagation(Network network) {
        this.network = network;
        reference = network.statistics().map(s -> new Network(network.architecture(), s).bind()).orElse(null);
        together = network.architecture().batchNorm() && reference == null;
        reserve(Math.min(BATCH, network.samples().count()));
    }

    /** Makes room for so many samples at a time. */
    private void reserve(int samples) {
        BlockMath math = Backend.current();
        Architecture architecture = network.architecture();
        capacity = Batch.lines(samples);
        batch = new Batch(network.samples(), capacity);
        List<Layer> all = architecture.layers();
        layers = new LayerWork[all.size()];
        for (int l = 0; l < layers.length; l++) {
            layers[l] = new LayerWork(math, all.get(l), l == layers.length - 1 ? null : architecture.activation(),
                    architecture.weights(), capacity);
        }
        outputs = new OutputUnits(network, math, capacity, layers[layers.length - 1].delta);
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
        take(theta, count);
        double sum = 0.0;
        for (int from = 0; from < count; from += size(from, count)) {
            forward(theta, list, from, count);
            sum = addLosses(sum);
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
        take(theta, count);
        for (int from = 0; from < count; from += size(from, count)) {
            forward(theta, null, from, count);
            for (int n = 0; n < batch.count; n++) {
                for (int k = 0; k < units; k++) {
                    z[(from + n) * units + k] = last().value[n * units + k];
                }
            }
        }
    }

    /** Loss and error rate of all samples. */
    public Evaluation evaluate(double[] theta) {
        int count = network.samples().count();
        boolean classes = network.samples().haveClasses();
        take(theta, count);
        double sum = 0.0;
        int errors = 0;
        for (int from = 0; from < count; from += size(from, count)) {
            forward(theta, null, from, count);
            sum = addLosses(sum);
            errors += classes ? outputs.errors(batch) : 0;
        }
        return new Evaluation(sum / count, classes ? (double) errors / count : Double.NaN);
    }

    /** Which samples are put into a class that is not theirs; empty where samples have no classes. */
    public BitSet mistakes(double[] theta) {
        int count = network.samples().count();
        BitSet mistakes = new BitSet(count);
        take(theta, count);
        for (int from = 0; network.samples().haveClasses() && from < count; from += size(from, count)) {
            forward(theta, null, from, count);
            outputs.mark(batch, from, mistakes);
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
        take(theta, count);
        double sum = 0.0;
        for (int from = 0; from < count; from += size(from, count)) {
            forward(theta, list, from, count);
            sum = addLosses(sum);
            scale(outputs.delta, 1.0 / count);
            backward(theta, from == 0, gradient);
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
        take(theta, count);
        for (int from = 0; from < count; from += size(from, count)) {
            forward(theta, null, from, count);
            double[] delta = outputs.delta;
            for (int k = 0; k < network.architecture().outputs(); k++) {
                for (int n = 0; n < batch.count; n++) {
                    delta[k * batch.stride + n] *= weights[from + n] / count;
                }
            }
            backward(theta, from == 0, gradient);
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
        take(theta, count);
        takeDirection(direction);
        for (int from = 0; from < count; from += size(from, count)) {
            forward(theta, null, from, count);
            tangentForward(theta, direction);
            double[] tangent = last().tangent().input;
            for (int n = 0; n < batch.count; n++) {
                double sum = 0.0;
                for (int k = 0; k < units; k++) {
                    sum += outputs.delta[k * batch.stride + n] * tangent[n * units + k];
                }
                products[from + n] = sum;
            }
        }
    }

    /**
     * The Hessian of the mean loss of all samples times a direction, by Pearlmutter's R-operator.
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
        take(theta, count);
        takeDirection(direction);
        for (int from = 0; from < count; from += size(from, count)) {
            forward(theta, list, from, count);
            tangentForward(theta, direction);
            double[] tangent = outputTangents();
            outputs.curve(batch, tangent);
            scale(tangent, 1.0 / count);
            scale(outputs.delta, 1.0 / count);
            tangentBackward(theta, direction, from == 0, product);
        }
    }

    /**
     * What does not depend on the direction in products of the Hessian of all samples at one point, so that each
     * further product takes two thirds of the time. Belongs to this worker.
     */
    public static final class Linearised {
        private final double[] theta;
        private final List<List<LayerWork.Kept>> layers = new ArrayList<>();
        private final List<double[]> probabilities = new ArrayList<>();

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
        take(theta, count);
        for (int from = 0; from < count; from += size(from, count)) {
            forward(theta, null, from, count);
            scale(outputs.delta, 1.0 / count);
            for (int l = layers.length - 1; l > 0; l--) {
                layers[l].backwardKeepingCurvature(theta, layers[l - 1], batch);
            }
            kept.layers.add(Arrays.stream(layers).map(layer -> layer.copy(batch)).toList());
            kept.probabilities.add(outputs.probability().clone());
        }
        return Optional.of(kept);
    }

    /** As {@link #hessianTimes(double[], double[], double[])}, bit by bit. */
    public void hessianTimes(Linearised at, double[] direction, double[] product) {
        int count = network.samples().count();
        List<LayerWork.Kept> own = Arrays.stream(layers).map(LayerWork::present).toList();
        double[] probability = outputs.probability();
        take(at.theta, count);
        takeDirection(direction);
        for (int from = 0, b = 0; from < count; from += size(from, count), b++) {
            batch.load(null, from, size(from, count));
            resume(at.layers.get(b), at.probabilities.get(b));
            tangentForward(at.theta, direction);
            double[] tangent = outputTangents();
            outputs.curve(batch, tangent);
            scale(tangent, 1.0 / count);
            tangentBackwardKept(at.theta, direction, from == 0, product);
        }
        resume(own, probability);
    }

    private void resume(List<LayerWork.Kept> kept, double[] probability) {
        for (int l = 0; l < layers.length; l++) {
            layers[l].resume(kept.get(l));
        }
        outputs.resume(probability);
    }

    /** The Gauss-Newton matrix times a direction: the mean of J^T S J, J the derivative of the outputs. */
    public void gaussNewtonTimes(double[] theta, double[] direction, double[] product) {
        network.requireDerivatives("the Gauss-Newton matrix");
        int count = network.samples().count();
        take(theta, count);
        takeDirection(direction);
        for (int from = 0; from < count; from += size(from, count)) {
            forward(theta, null, from, count);
            tangentForward(theta, direction);
            System.arraycopy(outputTangents(), 0, outputs.delta, 0, outputSize());
            outputs.curve(batch, outputs.delta);
            scale(outputs.delta, 1.0 / count);
            backward(theta, from == 0, product);
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
        take(theta, count);
        takeDirection(direction);
        for (int from = 0; from < count; from += size(from, count)) {
            forward(theta, null, from, count);
            tangentForward(theta, direction);
            double[] tangent = outputTangents();
            outputs.curveProbability(batch, outputs.delta, tangent);
            scale(tangent, 1.0 / count);
            scale(outputs.delta, -1.0 / count);
            tangentBackward(theta, direction, from == 0, product);
        }
    }

    private int size(int from, int count) {
        return together ? count : Math.min(BATCH, count - from);
    }

    private LayerWork last() {
        return layers[layers.length - 1];
    }

    private int outputSize() {
        return network.architecture().outputs() * batch.stride;
    }

    private double addLosses(double before) {
        double sum = before;
        for (int n = 0; n < batch.count; n++) {
            sum += outputs.loss[n];
        }
        return sum;
    }

    private double[] inputsOf(int layer) {
        return layer == 0 ? batch.rows : layers[layer - 1].value;
    }

    private int inputsFrom(int layer) {
        return layer == 0 ? batch.rowsFrom : 0;
    }

    private void take(double[] theta, int count) {
        if (together && count < 2) {
            throw new Refusal("a batch of " + count + " under batch normalisation: " + Normalisation.ONE_SAMPLE);
        }
        if (together && count > capacity) {
            reserve(count);
        }
        for (LayerWork layer : layers) {
            layer.take(theta);
        }
        if (reference != null) {
            reference.loss(theta);
            for (int l = 0; l < layers.length - 1; l++) {
                layers[l].normalisation.borrow(reference.layers[l].normalisation);
            }
        }
    }

    private void takeDirection(double[] direction) {
        for (LayerWork layer : layers) {
            layer.takeDirection(direction);
        }
    }

    private void forward(double[] theta, int[] list, int from, int count) {
        batch.load(list, from, size(from, count));
        for (int l = 0; l < layers.length; l++) {
            layers[l].forward(theta, inputsOf(l), inputsFrom(l), batch);
        }
        outputs.evaluate(batch, last().value);
    }

    private void tangentForward(double[] theta, double[] direction) {
        for (int l = 0; l < layers.length; l++) {
            layers[l].tangentForward(theta, direction, inputsOf(l), inputsFrom(l), l == 0 ? null : layers[l - 1],
                    batch);
        }
    }

    /** The tangents of the outputs, output after output. */
    private double[] outputTangents() {
        outputs.turn(batch, last().tangent().input, last().tangent().delta);
        return last().tangent().delta;
    }

    /** Divides by the number of samples where the arrays are smallest. */
    private void scale(double[] outputDeltas, double factor) {
        int size = outputSize();
        for (int i = 0; i < size; i++) {
            outputDeltas[i] *= factor;
        }
    }

    private void backward(double[] theta, boolean fresh, double[] gradient) {
        for (int l = layers.length - 1; l >= 0; l--) {
            double[] deltas = layers[l].delta;
            if (layers[l].normalisation != null) {
                layers[l].normalisation.backward(theta, deltas, batch, gradient);
            }
            layers[l].addOuter(deltas, inputsOf(l), inputsFrom(l), batch, fresh, gradient);
            layers[l].addBiases(deltas, batch, fresh, gradient);
            if (l > 0) {
                layers[l].backward(theta, layers[l - 1], batch);
            }
        }
    }

    private void tangentBackwardKept(double[] theta, double[] direction, boolean fresh, double[] product) {
        for (int l = layers.length - 1; l >= 0; l--) {
            double[] deltas = layers[l].tangent().delta;
            layers[l].addOuter(deltas, inputsOf(l), inputsFrom(l), batch, fresh, product);
            layers[l].addBiases(deltas, batch, fresh, product);
            if (l > 0) {
                layers[l].addOuter(layers[l].delta, layers[l - 1].tangent().value, 0, batch, false, product);
                layers[l].tangentBackwardKept(theta, direction, layers[l - 1], batch);
            }
        }
    }

    private void tangentBackward(double[] theta, double[] direction, boolean fresh, double[] product) {
        for (int l = layers.length - 1; l >= 0; l--) {
            double[] deltas = layers[l].tangent().delta;
            if (layers[l].normalisation != null) {
                layers[l].normalisation.tangentBackward(theta, direction, layers[l].delta, deltas, batch, product);
            }
            layers[l].addOuter(deltas, inputsOf(l), inputsFrom(l), batch, fresh, product);
            layers[l].addBiases(deltas, batch, fresh, product);
            if (l > 0) {
                LayerWork before = layers[l - 1];
                layers[l].addOuter(layers[l].delta, before.tangent().value, 0, batch, false, product);
                layers[l].tangentBackward(theta, direction, before, batch);
            }
        }
    }
}
