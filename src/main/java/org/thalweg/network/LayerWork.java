package org.thalweg.network;

import java.util.Arrays;
import org.thalweg.compute.BlockMath;
import org.thalweg.compute.Transposition;

/**
 * One layer at work on a batch: scratch memory of one thread. Arrays have a row for each sample and a column for each
 * unit, so that all three products run along rows: forwards those of the turned weights, backwards those of the
 * weights as they are, and in sums of outer products those of the inputs. Deltas of the outputs alone lie the other
 * way.
 */
final class LayerWork {
    /** Rows that are summed side by side: as many sums as hide the time of an addition. */
    private static final int FIVE = 5;

    private final BlockMath math;
    private final Layer layer;
    /** Null: outputs of the network. */
    private final Activation activation;
    /** Where weights are turned to; made where they have to last. */
    private double[] own;
    /** Weights input after input: {@link #own}, or what all layers turn theirs to. */
    private double[] turned;
    /** One-bit weights where the parameters have theirs; null where weights are the parameters. */
    private final double[] oneBit;
    private final double[] zeros;
    private final double[] ones;

    /** Outputs of the units, phi(u). */
    double[] value;
    /** phi'(u); empty where values tell. */
    double[] slope;
    /** Derivatives of the losses by the units' inputs u. */
    double[] delta;
    /** Derivatives of the losses by the units' outputs times phi''; null where they are not kept. */
    private double[] curved;
    /** Null: none. */
    final Normalisation normalisation;
    private Tangent tangent;

    /** What only products with second derivatives need. */
    static final class Tangent {
        /** Derivatives along a direction: of u, of phi(u), and of delta. */
        final double[] input;
        final double[] value;
        final double[] delta;
        final double[] bend;
        final double[] turned;

        private Tangent(int size, int weights) {
            input = new double[size];
            value = new double[size];
            delta = new double[size];
            bend = new double[size];
            turned = new double[weights];
        }
    }

    /**
     * A worker.
     *
     * @param activation null: outputs of the network
     * @param capacity the most samples, in whole lines
     */
    LayerWork(BlockMath math, Layer layer, Activation activation, Weights weights, int capacity) {
        this.math = math;
        this.layer = layer;
        this.activation = activation;
        int size = layer.outputs() * capacity;
        value = new double[size];
        slope = new double[activation != null && activation.keepsSlope() ? size : 0];
        delta = new double[size];
        oneBit = weights == Weights.ONE_BIT ? new double[layer.biasesFrom()] : null;
        zeros = new double[Math.max(layer.inputs(), layer.outputs())];
        ones = new double[capacity];
        Arrays.fill(ones, 1.0);
        normalisation = layer.normalised() ? new Normalisation(layer, capacity) : null;
    }

    /** What a batch leaves behind at one point of the parameters. */
    record Kept(double[] value, double[] slope, double[] delta, double[] curved) {}

    /** Works on in these arrays, which are not copied. */
    void resume(Kept kept) {
        value = kept.value;
        slope = kept.slope;
        delta = kept.delta;
        curved = kept.curved;
    }

    /** The arrays it works in. */
    Kept present() {
        return new Kept(value, slope, delta, curved);
    }

    /**
     * A copy of what {@link #forward} and {@link #backwardKeepingCurvature} left behind.
     *
     * @param first whether it is the network's first layer, whose deltas nobody asks for again
     */
    Kept copy(Batch batch, boolean first) {
        int size = layer.outputs() * (activation == null ? batch.stride : batch.count);
        return new Kept(Arrays.copyOf(value, layer.outputs() * batch.count),
                Arrays.copyOf(slope, Math.min(slope.length, size)), Arrays.copyOf(delta, first ? 0 : size),
                activation == null || !activation.smooth() ? null : Arrays.copyOf(tangent().bend, size));
    }

    Tangent tangent() {
        if (tangent == null) {
            tangent = new Tangent(value.length, layer.weights());
        }
        return tangent;
    }

    /** To be told the parameters before {@link #forward}. */
    void take(double[] theta) {
        own = own == null ? new double[layer.weights()] : own;
        take(theta, own);
    }

    /** As {@link #take}, for as long as nobody else takes anything to the same place. */
    void take(double[] theta, double[] place) {
        turned = place;
        turn(weights(theta), turned);
    }

    /** What stands where the parameters have this layer's weights. */
    private double[] weights(double[] theta) {
        if (oneBit == null) {
            return theta;
        }
        double size = Weights.size(layer);
        for (int i = layer.weightsFrom(); i < oneBit.length; i++) {
            oneBit[i] = theta[i] >= 0.0 ? size : theta[i] < 0.0 ? -size : Double.NaN;
        }
        return oneBit;
    }

    /** As {@link #take}, before {@link #tangentForward}. */
    void takeDirection(double[] direction) {
        turn(direction, tangent().turned);
    }

    private void turn(double[] theta, double[] result) {
        Transposition.transpose(layer.outputs(), layer.inputs(), theta, layer.weightsFrom(), layer.inputs(), result,
                layer.outputs());
    }

    /** Values and slopes from the inputs of the layer. */
    void forward(double[] theta, double[] inputs, int inputsFrom, Batch batch) {
        double[] start = layer.biases() ? theta : zeros;
        int startFrom = layer.biases() ? layer.biasesFrom() : 0;
        times(batch.count, inputs, inputsFrom, turned, start, startFrom, 0, value);
        activate(theta, batch);
    }

    /**
     * As {@link #forward}, by weights that are turned already.
     *
     * @param weights input after input, then a row of biases or zeros
     * @param inputsStep from the inputs of a sample to those of the next one
     */
    void forwardTurned(double[] weights, double[] inputs, int inputsStep, Batch batch) {
        math.product(batch.count, layer.inputs(), layer.outputs(), inputs, 0, inputsStep, 1, weights, 0,
                layer.outputs(), weights, layer.weights(), 0, value, 0, layer.outputs());
        activate(weights, batch);
    }

    private void activate(double[] theta, Batch batch) {
        if (normalisation != null) {
            normalisation.forward(theta, value, batch);
        }
        if (activation != null) {
            activation.apply(math, value, slope, layer.outputs() * batch.count);
        }
    }

    /** result = start + inputs times turned weights, for so many samples. */
    private void times(int rows, double[] inputs, int inputsFrom, double[] weights, double[] start, int startFrom,
            int startRow, double[] result) {
        math.product(rows, layer.inputs(), layer.outputs(), inputs, inputsFrom, layer.inputs(), 1, weights, 0,
                layer.outputs(), start, startFrom, startRow, result, 0, layer.outputs());
    }

    /** Tangents of u (of y, where it is normalised) and phi(u) along {@code direction}. */
    void tangentForward(double[] theta, double[] direction, double[] inputs, int inputsFrom, LayerWork before,
            Batch batch) {
        Tangent here = tangent();
        times(batch.count, inputs, inputsFrom, here.turned, layer.biases() ? direction : zeros,
                layer.biases() ? layer.biasesFrom() : 0, 0, here.input);
        if (before != null) {
            times(batch.count, before.tangent().value, 0, turned, here.input, 0, layer.outputs(), here.input);
        }
        if (normalisation != null) {
            normalisation.tangentForward(theta, direction, here.input, batch);
        }
        if (activation != null) {
            activation.timesSlope(math, value, slope, here.input, here.value, layer.outputs() * batch.count);
        }
    }

    /** From one sample's delta to the next one's. */
    private int sampleStep() {
        return activation == null ? 1 : layer.outputs();
    }

    /** From one unit's delta to the next one's. */
    private int unitStep(Batch batch) {
        return activation == null ? batch.stride : 1;
    }

    /** Derivatives by the inputs of the layer before. */
    void backward(double[] theta, LayerWork before, Batch batch) {
        timesTransposed(oneBit == null ? theta : oneBit, delta, zeros, 0, before.delta, batch);
        before.timesSlope(before.delta, batch);
    }

    /** Derivatives by outputs become those by inputs. */
    private void timesSlope(double[] q, Batch batch) {
        activation.timesSlope(math, value, slope, q, q, layer.outputs() * batch.count);
    }

    /** As {@link #backward}; leaves derivatives by the outputs times phi'' in the bend of the layer before. */
    void backwardKeepingCurvature(double[] theta, LayerWork before, Batch batch) {
        int size = layer.inputs() * batch.count;
        timesTransposed(theta, delta, zeros, 0, before.delta, batch);
        if (!before.activation.smooth()) {
            before.timesSlope(before.delta, batch);
            return;
        }
        double[] bend = before.tangent().bend;
        before.activation.bend(before.value, before.slope, bend, size);
        for (int i = 0; i < size; i++) {
            bend[i] *= before.delta[i];
        }
        before.timesSlope(before.delta, batch);
    }

    /** As {@link #tangentBackward}, where deltas of the layer before are known with their curvature. */
    void tangentBackwardKept(double[] theta, double[] direction, LayerWork before, Batch batch) {
        int size = layer.inputs() * batch.count;
        Tangent there = before.tangent();
        timesTransposed(theta, tangent().delta, zeros, 0, there.delta, batch);
        timesTransposed(direction, delta, there.delta, layer.inputs(), there.delta, batch);
        before.timesSlope(there.delta, batch);
        if (before.curved != null) {
            addProducts(before.curved, there.input, size, there.delta);
        }
    }

    /** A loop of its own: the compiler makes vectors of it. */
    private static void addProducts(double[] a, double[] b, int count, double[] sums) {
        for (int i = 0; i < count; i++) {
            sums[i] += a[i] * b[i];
        }
    }

    /** result = start + deltas times weights, for the layer before. */
    private void timesTransposed(double[] theta, double[] deltas, double[] start, int startRow, double[] result,
            Batch batch) {
        math.product(batch.count, layer.outputs(), layer.inputs(), deltas, 0, sampleStep(), unitStep(batch), theta,
                layer.weightsFrom(), layer.inputs(), start, 0, startRow, result, 0, layer.inputs());
    }

    /** As {@link #backward}, with tangents. */
    void tangentBackward(double[] theta, double[] direction, LayerWork before, Batch batch) {
        int size = layer.inputs() * batch.count;
        Tangent there = before.tangent();
        timesTransposed(theta, delta, zeros, 0, before.delta, batch);
        timesTransposed(theta, tangent().delta, zeros, 0, there.delta, batch);
        timesTransposed(direction, delta, there.delta, layer.inputs(), there.delta, batch);
        before.timesSlope(there.delta, batch);
        if (before.activation.smooth()) {
            before.activation.bend(before.value, before.slope, there.bend, size);
            for (int i = 0; i < size; i++) {
                there.delta[i] += before.delta[i] * there.bend[i] * there.input[i];
            }
        }
        before.timesSlope(before.delta, batch);
    }

    /**
     * Adds outer products of deltas and inputs.
     *
     * @param fresh whether they are the first of a sum, and whatever was in the gradient goes
     * @param gradient modified
     */
    void addOuter(double[] deltas, double[] inputs, int inputsFrom, Batch batch, boolean fresh, double[] gradient) {
        int to = layer.weightsFrom();
        int width = layer.inputs();
        math.product(layer.outputs(), batch.count, width, deltas, 0, unitStep(batch), sampleStep(), inputs, inputsFrom,
                width, fresh ? zeros : gradient, fresh ? 0 : to, fresh ? 0 : width, gradient, to, width);
    }

    /** Adds deltas, for the biases; those before a normalisation are its business. */
    void addBiases(double[] deltas, Batch batch, boolean fresh, double[] gradient) {
        if (!layer.biases() || normalisation != null) {
            return;
        }
        int to = layer.biasesFrom();
        if (activation != null) {
            math.product(1, batch.count, layer.outputs(), ones, 0, 0, 1, deltas, 0, layer.outputs(),
                    fresh ? zeros : gradient, fresh ? 0 : to, 0, gradient, to, 0);
            return;
        }
        int whole = layer.outputs() - layer.outputs() % FIVE;
        for (int o = 0; o < whole; o += FIVE) {
            addFiveRows(deltas, o * batch.stride, batch.stride, batch.count, fresh, gradient, to + o);
        }
        for (int o = whole; o < layer.outputs(); o++) {
            double sum = fresh ? 0.0 : gradient[to + o];
            for (int n = 0; n < batch.count; n++) {
                sum += deltas[o * batch.stride + n];
            }
            gradient[to + o] = sum;
        }
    }

    /** Side by side, since in a sum each addition waits for the one before. */
    private static void addFiveRows(double[] rows, int from, int step, int count, boolean fresh, double[] sums,
            int to) {
        double first = fresh ? 0.0 : sums[to];
        double second = fresh ? 0.0 : sums[to + 1];
        double third = fresh ? 0.0 : sums[to + 2];
        double fourth = fresh ? 0.0 : sums[to + 3];
        double fifth = fresh ? 0.0 : sums[to + 4];
        int secondFrom = from + step;
        int thirdFrom = secondFrom + step;
        int fourthFrom = thirdFrom + step;
        int fifthFrom = fourthFrom + step;
        for (int n = 0; n < count; n++) {
            first += rows[from + n];
            second += rows[secondFrom + n];
            third += rows[thirdFrom + n];
            fourth += rows[fourthFrom + n];
            fifth += rows[fifthFrom + n];
        }
        sums[to] = first;
        sums[to + 1] = second;
        sums[to + 2] = third;
        sums[to + 3] = fourth;
        sums[to + 4] = fifth;
    }
}
