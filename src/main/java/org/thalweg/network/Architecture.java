package org.thalweg.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.thalweg.refusal.Refusal;

/**
 * A fully connected network without its parameters.
 *
 * <p>Parameters lie layer after layer: weights row by row ([output][input]), then biases. Their names count from 1:
 * {@code W1[3,7]} is the weight of input 7 in unit 3 of the first layer, {@code b1[3]} the bias of that unit. Under
 * batch normalisation the factors {@code gamma1[3]} and shifts {@code beta1[3]} of the units of a hidden layer follow.
 *
 * @param widths inputs, units of the hidden layers, outputs: at least two, each at least 1
 * @param activation of the hidden units; outputs have none
 * @param batchNorm whether inputs of hidden units are normalised over the batch, before the activation
 * @param weights what of a weight is multiplied by
 */
public record Architecture(List<Integer> widths, Activation activation, Output output, boolean biases,
        boolean batchNorm, Weights weights) {

    /**
     * Refuses less than two widths, widths below 1, more parameters than an array holds, and batch normalisation of no
     * hidden units.
     */
    public Architecture {
        widths = List.copyOf(widths);
        if (widths.size() < 2) {
            throw new Refusal("layers: " + widths + " has no layer; give inputs, hidden units and outputs, as"
                    + " [64, 32, 10]");
        }
        if (batchNorm && widths.size() == 2) {
            throw new Refusal("batch-norm: layers " + widths + " have no hidden units to normalise; write false");
        }
        long parameters = 0;
        for (int i = 0; i < widths.size(); i++) {
            if (widths.get(i) < 1) {
                throw new Refusal("layers: width " + widths.get(i) + "; at least 1");
            }
            long ofUnit = (biases ? 1L : 0L) + (batchNorm && i < widths.size() - 1 ? 2L : 0L);
            parameters += i == 0 ? 0L : widths.get(i) * (widths.get(i - 1) + ofUnit);
            if (parameters > Integer.MAX_VALUE / 2) {
                throw new Refusal("layers: " + widths + " are more than 1e9 parameters; use smaller layers");
            }
        }
    }

    /** With real weights. */
    public Architecture(
            List<Integer> widths, Activation activation, Output output, boolean biases, boolean batchNorm) {
        this(widths, activation, output, biases, batchNorm, Weights.REAL);
    }

    /** Without batch normalisation. */
    public Architecture(List<Integer> widths, Activation activation, Output output, boolean biases) {
        this(widths, activation, output, biases, false);
    }

    /** The same layers with other weights. */
    public Architecture with(Weights others) {
        return new Architecture(widths, activation, output, biases, batchNorm, others);
    }

    /** Numbers in a sample. */
    public int inputs() {
        return widths.get(0);
    }

    /** Numbers that the network makes of a sample. */
    public int outputs() {
        return widths.get(widths.size() - 1);
    }

    /** Its affine maps, the first one first. */
    public List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < widths.size(); i++) {
            Layer layer = new Layer(i, widths.get(i - 1), widths.get(i), from, biases,
                    batchNorm && i < widths.size() - 1);
            layers.add(layer);
            from = layer.end();
        }
        return layers;
    }

    /** Each layer's weights, and so on, in the order of parameters: "W1", "b1", "gamma1", "beta1", "W2" and so on. */
    public List<ParameterGroup> groups() {
        List<ParameterGroup> groups = new ArrayList<>();
        for (Layer layer : layers()) {
            groups.add(new ParameterGroup("W" + layer.number(), layer.weightsFrom(), layer.biasesFrom()));
            if (biases) {
                groups.add(new ParameterGroup("b" + layer.number(), layer.biasesFrom(), layer.gammaFrom()));
            }
            if (layer.normalised()) {
                groups.add(new ParameterGroup("gamma" + layer.number(), layer.gammaFrom(), layer.betaFrom()));
                groups.add(new ParameterGroup("beta" + layer.number(), layer.betaFrom(), layer.end()));
            }
        }
        return groups;
    }

    /** The group of a name; refuses a name that is none. */
    public ParameterGroup group(String name) {
        return groups().stream().filter(group -> group.name().equals(name)).findFirst().orElseThrow(() -> new Refusal(
                "layer '" + name + "': give one of " + groups().stream().map(ParameterGroup::name)
                        .collect(Collectors.joining(", "))));
    }

    /** How many parameters there are. */
    public int parameters() {
        List<Layer> layers = layers();
        return layers.get(layers.size() - 1).end();
    }

    /** The names of all parameters, in their order. */
    public List<String> names() {
        List<Layer> layers = layers();
        List<String> names = new ArrayList<>();
        for (ParameterGroup group : groups()) {
            Layer layer = layers.stream().filter(l -> group.from() < l.end()).findFirst().orElseThrow();
            int inputs = group.from() == layer.weightsFrom() ? layer.inputs() : 0;
            for (int o = 1; o <= layer.outputs(); o++) {
                for (int i = 1; i <= inputs; i++) {
                    names.add(group.name() + "[" + o + "," + i + "]");
                }
                if (inputs == 0) {
                    names.add(group.name() + "[" + o + "]");
                }
            }
        }
        return names;
    }
}
