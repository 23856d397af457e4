package org.thalweg.model.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.thalweg.model.file.yaml.YamlTree;

/**
 * The numbers that are written in a model file, by the names under which they are assigned, and the file with others in
 * their places: comments and layout stay.
 *
 * @param text of the file
 * @param all in the order of the file
 */
public record ModelNumbers(String text, List<Number> all) {
    private static final Pattern LITERAL = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    /** What describes the model itself; the others say how much of it is run. */
    private static final Set<String> OF_THE_MODEL =
            Set.of("parameters", "loss", "domain", "noise", "sgd", "optimiser", "start", "converged");

    /**
     * A number.
     *
     * @param path a parameter's name, or a dotted path such as {@code noise.anisotropy}
     * @param value as the file has it
     * @param from where in the text it begins, quotes included
     * @param to where it ends
     */
    public record Number(String path, double value, int from, int to) {}

    /** Those of a model that was read. */
    public static ModelNumbers of(ModelFile model) {
        List<Number> all = new ArrayList<>();
        String text = model.text();
        if (YamlTree.compose(text).orElse(null) instanceof MappingNode root) {
            for (NodeTuple entry : root.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key && OF_THE_MODEL.contains(key.getValue())) {
                    collect(text, key.getValue(), entry.getValueNode(), all);
                }
            }
        }
        all.sort(Comparator.comparingInt(Number::from));
        return new ModelNumbers(text, List.copyOf(all));
    }

    /**
     * The text with other numbers in the places of some.
     *
     * @param values by path; the others stay
     */
    public String with(Map<String, String> values) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = all.size() - 1; i >= 0; i--) {
            Number number = all.get(i);
            Optional.ofNullable(values.get(number.path())).ifPresent(
                    value -> changed.replace(number.from(), number.to(), value));
        }
        return changed.toString();
    }

    private static void collect(String text, String path, Node node, List<Number> all) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    collect(text, path + "." + key.getValue(), entry.getValueNode(), all);
                }
            }
        } else if (node instanceof ScalarNode scalar && LITERAL.matcher(scalar.getValue().strip()).matches()) {
            all.add(new Number(path.replaceFirst("^parameters\\.", ""), Double.parseDouble(scalar.getValue().strip()),
                    index(text, node.getStartMark()), index(text, node.getEndMark())));
        }
    }

    /** Marks count code points. */
    private static int index(String text, Optional<Mark> mark) {
        return text.offsetByCodePoints(0, mark.orElseThrow().getIndex());
    }
}
