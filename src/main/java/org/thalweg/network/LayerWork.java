package org.thalweg.network;

import java.util.Arrays;
import org.thalweg.compute.BlockMath;
import org.thalweg.compute.Transposition;

/**
 * One layer at work on a batch: scratch memory of one thread. Arrays named after a unit's quantity have a row for each
 * unit and a column for each sample; those called rows are their transposes.
 */
final class LayerWork {
    private static final int LINE = BlockMath.LINE;

    private final BlockMath math;
    private final Layer layer;
    private final Activation activation;
    private final int width;
    private final int unitLines;
    private final double[] ones;
    /** Where the number 1 is behind the inputs of the layer, biases are weights of it. */
    private final boolean biasColumn;
    /** Null where rows of weights are whole lines: they are summed up where they belong. */
    private final double[] weightSums;
    private final double[] biasSums;

    /** Outputs of the units, phi(u). */
    final double[] value;
    final double[] slope;
    /** Derivatives of the losses by the units' inputs u. */
    final double[] delta;
    final double[] valueRows;
    private Tangent tangent;

    /** What only products with second derivatives need. */
    static final class Tangent {
        /** Derivatives along a direction: of u, of phi(u), and of delta. */
        final double[] input;
        final double[] value;
        final double[] delta;
        final double[] bend;
        final double[] rows;

        private Tangent(int size, int rowSize) {
            input = new double[size];
            value = new double[size];
            delta = new double[size];
            bend = new double[size];
            rows = new double[rowSize];
        }
    }

    /** {@code activation} null: outputs of the network. */
    LayerWork(BlockMath math, Layer layer, Activation activation, int capacity) {
        this.math = math;
        this.layer = layer;
        this.activation = activation;
        width = lines(layer.inputs());
        unitLines = lines(layer.outputs());
        int size = layer.outputs() * capacity;
        value = new double[size];
        slope = new double[size];
        delta = new double[size];
        valueRows = new double[capacity * unitLines];
        biasColumn = layer.inputs() < width;
        weightSums = biasColumn ? new double[layer.outputs() * width] : null;
        biasSums = new double[layer.biases() && !biasColumn ? layer.outputs() * LINE : 0];
        ones = new double[biasSums.length == 0 ? 0 : capacity * LINE];
        Arrays.fill(ones, 1.0);
        for (int at = layer.outputs(); at < valueRows.length && layer.outputs() < unitLines; at += unitLines) {
            valueRows[at] = 1.0;
        }
    }

    private static int lines(int count) {
        return (count + LINE - 1) / LINE * LINE;
    }

    int rowStride() {
        return unitLines;
    }

    Tangent tangent() {
        if (tangent == null) {
            tangent = new Tangent(value.length, valueRows.length);
        }
        return tangent;
    }

    /** Values and slopes from the inputs of the layer. */
    void forward(double[] theta, double[] inputs, Batch batch) {
        affine(theta, inputs, batch.stride, value);
        if (activation != null) {
            activation.apply(math, value, slope, layer.outputs() * batch.stride);
        }
    }

    /** result = W inputs + b, with the parameters of {@code theta}. */
    private void affine(double[] theta, double[] inputs, int stride, double[] result) {
        for (int o = 0; o < layer.outputs(); o++) {
            Arrays.fill(result, o * stride, (o + 1) * stride, layer.biases() ? theta[layer.biasesFrom() + o] : 0.0);
        }
        addTimesWeights(theta, inputs, stride, result);
    }

    private void addTimesWeights(double[] theta, double[] inputs, int stride, double[] result) {
        math.addProduct(layer.outputs(), layer.inputs(), stride, theta, layer.weightsFrom(), layer.inputs(), 1, inputs,
                0, stride, result, 0, stride);
    }

    /** result += W^T delta, for the layer before. */
    private void addTimesTransposed(double[] theta, double[] deltas, int stride, double[] result) {
        math.addProduct(layer.inputs(), layer.outputs(), stride, theta, layer.weightsFrom(), 1, layer.inputs(), deltas,
                0, stride, result, 0, stride);
    }

    /** Tangents of u and phi(u) along {@code direction}. */
    void tangentForward(double[] theta, double[] direction, double[] inputs, LayerWork before, Batch batch) {
        Tangent here = tangent();
        affine(direction, inputs, batch.stride, here.input);
        if (before != null) {
            addTimesWeights(theta, before.tangent().value, batch.stride, here.input);
        }
        int size = layer.outputs() * batch.stride;
        if (activation == null) {
            System.arraycopy(here.input, 0, here.value, 0, size);
            return;
        }
        for (int i = 0; i < size; i++) {
            here.value[i] = slope[i] * here.input[i];
        }
    }

    /** The values as rows. */
    void turnValues(Batch batch) {
        Transposition.transpose(layer.outputs(), batch.count, value, 0, batch.stride, valueRows, unitLines);
    }

    void turnTangents(Batch batch) {
        Transposition.transpose(layer.outputs(), batch.count, tangent().value, 0, batch.stride, tangent().rows,
                unitLines);
    }

    /** Derivatives by the inputs of the layer before. */
    void backward(double[] theta, LayerWork before, Batch batch) {
        int size = layer.inputs() * batch.stride;
        Arrays.fill(before.delta, 0, size, 0.0);
        addTimesTransposed(theta, delta, batch.stride, before.delta);
        for (int i = 0; i < size; i++) {
            before.delta[i] *= before.slope[i];
        }
    }

    /** As {@link #backward}, with tangents. */
    void tangentBackward(double[] theta, double[] direction, LayerWork before, Batch batch) {
        int size = layer.inputs() * batch.stride;
        Tangent there = before.tangent();
        Arrays.fill(before.delta, 0, size, 0.0);
        addTimesTransposed(theta, delta, batch.stride, before.delta);
        Arrays.fill(there.delta, 0, size, 0.0);
        addTimesTransposed(theta, tangent().delta, batch.stride, there.delta);
        addTimesTransposed(direction, delta, batch.stride, there.delta);
        before.activation.bend(before.value, before.slope, there.bend, size);
        for (int i = 0; i < size; i++) {
            double q = before.delta[i];
            there.delta[i] = there.delta[i] * before.slope[i] + q * there.bend[i] * there.input[i];
            before.delta[i] = q * before.slope[i];
        }
    }

    /**
     * Begins a sum of outer products.
     *
     * @param gradient where it will be; modified
     */
    void clearSums(double[] gradient) {
        if (biasColumn) {
            Arrays.fill(weightSums, 0.0);
        } else {
            Arrays.fill(gradient, layer.weightsFrom(), layer.biasesFrom(), 0.0);
            Arrays.fill(biasSums, 0.0);
        }
    }

    /**
     * Adds outer products of deltas and inputs, the latter as rows; and of deltas and what is behind the inputs: the
     * number 1 for biases.
     */
    void addOuter(double[] deltas, double[] rows, int rowsFrom, int rowStride, Batch batch, double[] gradient) {
        double[] sums = biasColumn ? weightSums : gradient;
        math.addProduct(layer.outputs(), batch.count, width, deltas, 0, batch.stride, 1, rows, rowsFrom, rowStride,
                sums, biasColumn ? 0 : layer.weightsFrom(), width);
    }

    /** Adds outer products of deltas and the number 1, unless {@link #addOuter} has done so. */
    void addBiases(double[] deltas, Batch batch) {
        if (biasSums.length > 0) {
            math.addProduct(layer.outputs(), batch.count, LINE, deltas, 0, batch.stride, 1, ones, 0, LINE, biasSums, 0,
                    LINE);
        }
    }

    /** Ends a sum: puts it where the layer's parameters are. */
    void collect(double[] gradient) {
        for (int o = 0; biasColumn && o < layer.outputs(); o++) {
            System.arraycopy(weightSums, o * width, gradient, layer.weightsFrom() + o * layer.inputs(), layer.inputs());
        }
        for (int o = 0; layer.biases() && o < layer.outputs(); o++) {
            gradient[layer.biasesFrom() + o] = biasColumn ? weightSums[o * width + layer.inputs()] : biasSums[o * LINE];
        }
    }
}
