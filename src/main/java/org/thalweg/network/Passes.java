package org.thalweg.network;

import java.util.Arrays;
import java.util.List;
import org.thalweg.compute.Backend;
import org.thalweg.compute.BlockMath;
import org.thalweg.refusal.Refusal;

/**
 * A batch on its way through the layers: forwards to losses, backwards to derivatives by the parameters, and both with
 * tangents along a direction. Scratch memory of one thread; what is summed over batches is the business of {@link
 * Propagation}.
 */
final class Passes {
    /** Samples at a time: whole tiles of products. */
    static final int BATCH = 60;

    private final Network network;
    /** Whether samples see each other, so that all that are asked for go through at once. */
    private final boolean together;
    /** The network over other samples, whose statistics these ones are normalised by; null where there are none. */
    private final Passes reference;
    private int capacity;
    /** The point that is kept whose weights are turned; null where it is another one. */
    private double[] turned;
    Batch batch;
    private LayerWork[] layers;
    OutputUnits outputs;
    /** Where each layer's weights are turned to where nobody asks for them again: the fewer numbers, the nearer. */
    private double[] passing = {};

    Passes(Network network) {
        this.network = network;
        reference = network.statistics().map(s -> new Passes(new Network(network.architecture(), s))).orElse(null);
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

    /** How many of {@code count} samples are in the batch that begins with this one. */
    int size(int from, int count) {
        return together ? count : Math.min(BATCH, count - from);
    }

    LayerWork last() {
        return layers[layers.length - 1];
    }

    private double[] inputsOf(int layer) {
        return layer == 0 ? batch.rows : layers[layer - 1].value;
    }

    private int inputsFrom(int layer) {
        return layer == 0 ? batch.rowsFrom : 0;
    }

    /** To be told how many samples there will be, before anything else. */
    void take(double[] theta, int count) {
        if (together && count < 2) {
            throw new Refusal("a batch of " + count + " under batch normalisation: " + Normalisation.ONE_SAMPLE);
        }
        if (together && count > capacity) {
            reserve(count);
        }
        if (reference != null) {
            int others = reference.network.samples().count();
            reference.take(theta, others);
            reference.forward(theta, null, 0, others);
            for (int l = 0; l < layers.length - 1; l++) {
                layers[l].normalisation.borrow(reference.layers[l].normalisation);
            }
        }
    }

    /** As {@link #take}, before anything with tangents. */
    void takeDirection(double[] direction) {
        for (LayerWork layer : layers) {
            layer.takeDirection(direction);
        }
    }

    /** The batch that begins with sample {@code from} of a list, or, where there is none, of all. */
    void forward(double[] theta, int[] list, int from, int count) {
        batch.load(list, from, size(from, count));
        for (int l = 0; l < layers.length; l++) {
            if (from == 0) {
                turned = null;
                layers[l].take(theta);
            }
            layers[l].forward(theta, inputsOf(l), inputsFrom(l), batch);
        }
        outputs.evaluate(batch, last().value);
    }

    /** As {@link #forward}, where no tangents follow. */
    void forwardAlone(double[] theta, int[] list, int from, int count) {
        if (size(from, count) < count) {
            forward(theta, list, from, count);
            return;
        }
        batch.load(list, from, count);
        turned = null;
        for (int l = 0; l < layers.length; l++) {
            int weights = network.architecture().layers().get(l).weights();
            passing = passing.length < weights ? new double[weights] : passing;
            layers[l].take(theta, passing);
            layers[l].forward(theta, inputsOf(l), inputsFrom(l), batch);
        }
        outputs.evaluate(batch, last().value);
    }

    /** Adds the losses of the batch, one after the other. */
    double addLosses(double before) {
        return outputs.addLosses(batch, before);
    }

    void tangentForward(double[] theta, double[] direction) {
        for (int l = 0; l < layers.length; l++) {
            layers[l].tangentForward(theta, direction, inputsOf(l), inputsFrom(l), l == 0 ? null : layers[l - 1],
                    batch);
        }
    }

    /** The tangents of the outputs, output after output. */
    double[] outputTangents() {
        outputs.turn(batch, last().tangent().input, last().tangent().delta);
        return last().tangent().delta;
    }

    int outputSize() {
        return network.architecture().outputs() * batch.stride;
    }

    /** Divides by the number of samples where the arrays are smallest. */
    void scale(double[] outputDeltas, double factor) {
        outputs.scale(batch, outputDeltas, factor);
    }

    /** Adds to the gradient, or, where the batch is the first, begins it. */
    void backward(double[] theta, boolean fresh, double[] gradient) {
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

    /** As {@link #backward}, with tangents. */
    void tangentBackward(double[] theta, double[] direction, boolean fresh, double[] product) {
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

    /** What a batch leaves behind at one point of the parameters, as much as tangents need. */
    record Kept(List<LayerWork.Kept> layers, double[] probability) {}

    /** Deltas with their curvature, then a copy of all. */
    Kept keep(double[] theta) {
        for (int l = layers.length - 1; l > 0; l--) {
            layers[l].backwardKeepingCurvature(theta, layers[l - 1], batch);
        }
        return new Kept(Arrays.stream(layers).map(layer -> layer.copy(batch, layer == layers[0])).toList(),
                outputs.probability().clone());
    }

    /** To be told the parameters, where {@link #forward} does not begin with the first sample. */
    void turn(double[] theta) {
        turned = null;
        for (LayerWork layer : layers) {
            layer.take(theta);
        }
    }

    /** As {@link #turn}, of a point that nobody modifies: once for all products there. */
    void turnKept(double[] point) {
        if (turned != point) {
            turn(point);
            turned = point;
        }
    }

    /** The arrays it works in. */
    Kept present() {
        return new Kept(Arrays.stream(layers).map(LayerWork::present).toList(), outputs.probability());
    }

    /** Works on in these arrays, which are not copied. */
    void resume(Kept kept) {
        for (int l = 0; l < layers.length; l++) {
            layers[l].resume(kept.layers().get(l));
        }
        outputs.resume(kept.probability());
    }

    /** As {@link #tangentBackward}, where deltas are known with their curvature. */
    void tangentBackwardKept(double[] theta, double[] direction, boolean fresh, double[] product) {
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
}
