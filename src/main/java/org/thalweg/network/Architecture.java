package org.thalweg.network;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.thalweg.refusal.Refusal;

/**
 * A fully connected network without its parameters.
 *
 * <p>Parameters lie layer after layer: weights row by row ([output][input]), then biases. Their names count from 1:
 * {@code W1[3,7]} is the weight of input 7 in unit 3 of the first layer, {@code b1[3]} the bias of that unit.
 *
 * @param widths inputs, units of the hidden layers, outputs: at least two, each at least 1
 * @param activation of the hidden units; outputs have none
 */
public record Architecture(List<Integer> widths, Activation activation, Output output, boolean biases) {
    private static final Pattern WEIGHT = Pattern.compile("W(\\d{1,6})\\[(\\d{1,9}),(\\d{1,9})]");
    private static final Pattern BIAS = Pattern.compile("b(\\d{1,6})\\[(\\d{1,9})]");

    /** Refuses less than two widths, widths below 1, and more parameters than an array holds. */
    public Architecture {
        widths = List.copyOf(widths);
        if (widths.size() < 2) {
            throw new Refusal("layers: " + widths + " has no layer; give inputs, hidden units and outputs, as"
                    + " [64, 32, 10]");
        }
        long parameters = 0;
        for (int i = 0; i < widths.size(); i++) {
            if (widths.get(i) < 1) {
                throw new Refusal("layers: width " + widths.get(i) + "; at least 1");
            }
            parameters += i == 0 ? 0L : (long) widths.get(i) * (widths.get(i - 1) + (biases ? 1L : 0L));
            if (parameters > Integer.MAX_VALUE / 2) {
                throw new Refusal("layers: " + widths + " are more than 1e9 parameters; use smaller layers");
            }
        }
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
            Layer layer = new Layer(i, widths.get(i - 1), widths.get(i), from, biases);
            layers.add(layer);
            from = layer.end();
        }
        return layers;
    }

    /** The weights and the biases of each layer, in the order of parameters: "W1", "b1", "W2" and so on. */
    public List<ParameterGroup> groups() {
        List<ParameterGroup> groups = new ArrayList<>();
        for (Layer layer : layers()) {
            groups.add(new ParameterGroup("W" + layer.number(), layer.weightsFrom(), layer.biasesFrom()));
            if (biases) {
                groups.add(new ParameterGroup("b" + layer.number(), layer.biasesFrom(), layer.end()));
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
        List<String> names = new ArrayList<>();
        for (Layer layer : layers()) {
            for (int o = 1; o <= layer.outputs(); o++) {
                for (int i = 1; i <= layer.inputs(); i++) {
                    names.add("W" + layer.number() + "[" + o + "," + i + "]");
                }
            }
            for (int o = 1; biases && o <= layer.outputs(); o++) {
                names.add("b" + layer.number() + "[" + o + "]");
            }
        }
        return names;
    }

    /** The position of a parameter; refuses a name that is none. */
    public int index(String name) {
        Matcher weight = WEIGHT.matcher(name);
        Matcher bias = BIAS.matcher(name);
        boolean isWeight = weight.matches();
        Matcher match = isWeight ? weight : bias;
        if (isWeight || biases && bias.matches()) {
            List<Layer> layers = layers();
            int number = Integer.parseInt(match.group(1));
            if (number >= 1 && number <= layers.size()) {
                Layer layer = layers.get(number - 1);
                int unit = Integer.parseInt(match.group(2));
                int input = isWeight ? Integer.parseInt(match.group(3)) : 1;
                if (unit >= 1 && unit <= layer.outputs() && input >= 1 && input <= layer.inputs()) {
                    return isWeight ? layer.weightsFrom() + (unit - 1) * layer.inputs() + input - 1
                            : layer.biasesFrom() + unit - 1;
                }
            }
        }
        throw new Refusal("parameter '" + name + "': the layers " + widths.stream().map(String::valueOf)
                .collect(Collectors.joining("-")) + (biases ? " with" : " without") + " biases have none of this name");
    }
}
