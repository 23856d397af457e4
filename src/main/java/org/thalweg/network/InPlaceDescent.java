package org.thalweg.network;

import java.util.Optional;
import org.thalweg.compute.Backend;
import org.thalweg.compute.BlockMath;
import org.thalweg.compute.Transposition;

/**
 * Iterations of plain SGD that form no gradient: sums of outer products begin at the parameters instead of 0, with
 * deltas that are times the learning rate already. Nothing is written that is read once, and the first layer, which
 * hands no derivatives down, keeps its weights input after input, as the product forwards wants them; others are
 * turned for that in each iteration. Its biases are one more row there, whose input is 1.
 *
 * <p>Up to rounding these are the iterations by {@link Propagation#lossAndGradient(double[], int[], int, double[])}.
 * Scratch memory of one thread.
 */
public final class InPlaceDescent {
    /** Rows of the tiles of products: a layer of a multiple of them has none that are computed alone. */
    private static final int ROWS = 5;

    private final Layer layer;
    private final LayerWork[] layers;
    private final Batch batch;
    private final OutputUnits outputs;
    private final BlockMath math = Backend.current();
    /** Weights of the first layer input after input, its biases, or zeros, and rows whose input is 0. */
    private final double[] first;
    private final int rows;
    /** Where other layers' weights are turned to. */
    private final double[] turned;

    private InPlaceDescent(Network network, int capacity) {
        Architecture architecture = network.architecture();
        layer = architecture.layers().get(0);
        layers = architecture.layers().stream().map(each -> new LayerWork(math, each,
                each.number() == architecture.layers().size() ? null : architecture.activation(), Weights.REAL,
                capacity)).toArray(LayerWork[]::new);
        rows = (layer.inputs() + ROWS) / ROWS * ROWS;
        first = new double[rows * layer.outputs()];
        batch = new Batch(network.samples(), capacity, rows, layer.biases());
        outputs = new OutputUnits(network, math, capacity, layers[layers.length - 1].delta);
        turned = new double[architecture.layers().stream().skip(1).mapToInt(Layer::weights).max().orElseThrow()];
    }

    /**
     * That of a network by batches of so many samples, where there is one: a batch goes through at once, samples do not
     * see each other, weights are the parameters, and there is a hidden layer.
     */
    public static Optional<InPlaceDescent> of(Network network, int size) {
        Architecture architecture = network.architecture();
        boolean served = size <= Passes.BATCH && architecture.layers().size() > 1 && !architecture.batchNorm()
                && architecture.weights() == Weights.REAL;
        return served ? Optional.of(new InPlaceDescent(network, Batch.lines(size))) : Optional.empty();
    }

    /** Begins at these parameters. */
    public void begin(double[] theta) {
        Transposition.transpose(layer.outputs(), layer.inputs(), theta, layer.weightsFrom(), layer.inputs(), first,
                layer.outputs());
        if (layer.biases()) {
            System.arraycopy(theta, layer.biasesFrom(), first, layer.weights(), layer.outputs());
        }
    }

    /**
     * One iteration, unless the loss of the batch is not finite.
     *
     * @param theta parameters of all layers but the first one; modified
     * @param list positions of samples from 0, possibly repeated; not modified
     * @return the mean loss of the batch before it
     */
    public double step(double[] theta, int[] list, int count, double rate) {
        batch.load(list, 0, count);
        layers[0].forwardTurned(first, batch.rows, rows, batch);
        for (int l = 1; l < layers.length; l++) {
            layers[l].take(theta, turned);
            layers[l].forward(theta, layers[l - 1].value, 0, batch);
        }
        outputs.evaluate(batch, layers[layers.length - 1].value);
        double sum = outputs.addLosses(batch, 0.0);
        if (Double.isFinite(sum)) {
            outputs.scale(batch, outputs.delta, -rate / count);
            add(theta);
        }
        return sum / count;
    }

    /** A layer's weights change once the deltas before it are known. */
    private void add(double[] theta) {
        for (int l = layers.length - 1; l > 0; l--) {
            layers[l].backward(theta, layers[l - 1], batch);
            layers[l].addOuter(layers[l].delta, layers[l - 1].value, 0, batch, false, theta);
            layers[l].addBiases(layers[l].delta, batch, false, theta);
        }
        int width = layer.outputs();
        math.product(rows, batch.count, width, batch.rows, 0, 1, rows, layers[0].delta, 0, width, first, 0, width,
                first, 0, width);
    }

    /** Says where it is, to parameters that have gone through its iterations. */
    public void settle(double[] theta) {
        Transposition.transpose(layer.inputs(), layer.outputs(), first, 0, layer.outputs(), theta, layer.inputs());
        if (layer.biases()) {
            System.arraycopy(first, layer.weights(), theta, layer.biasesFrom(), layer.outputs());
        }
    }
}
