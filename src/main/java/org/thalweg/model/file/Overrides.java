package org.thalweg.model.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.thalweg.model.file.yaml.Problems;
import org.thalweg.model.file.yaml.YamlLimits;
import org.thalweg.model.file.yaml.YamlTree;
import org.thalweg.model.formula.Key;
import org.thalweg.model.noise.NoiseCatalogue;
import org.thalweg.model.optimiser.OptimiserCatalogue;
import org.thalweg.model.optimiser.OptimiserKind;
import org.thalweg.model.space.NearestName;
import org.thalweg.model.surface.SurfaceCatalogue;

/** Writes assignments (a parameter or a dotted path, and its new value) into the tree of a model file. */
final class Overrides {
    private final MappingNode root;
    private final Problems problems;

    Overrides(MappingNode root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    void apply(Map<String, String> assignments) {
        // A kind says which keys there are, the kind of a base among them.
        assignments.keySet().stream().filter(key -> key.endsWith(".kind"))
                .sorted(Comparator.comparingInt(String::length)).forEach(key -> apply(key, assignments.get(key)));
        assignments.forEach((key, value) -> {
            if (!key.endsWith(".kind")) {
                apply(key, value);
            }
        });
    }

    private void apply(String key, String value) {
        String assignment = key + "=" + value;
        Set<String> parameters = keys(child(root, "parameters"));
        Set<String> paths = paths();
        parameters.forEach(name -> paths.add("parameters." + name));
        if (parameters.contains(key)) {
            set("parameters." + key, value, assignment);
        } else if (paths.contains(key)) {
            set(key, value, assignment);
        } else {
            List<String> known = new ArrayList<>(parameters);
            known.addAll(paths);
            String advice = paths.stream().filter(path -> path.endsWith("." + key)).findFirst()
                    .map(path -> "did you mean '" + path + "'?")
                    .or(() -> NearestName.of(key, known).map(near -> "did you mean '" + near + "'?"))
                    .orElse("name a parameter ("
                            + (parameters.isEmpty() ? "this model has none" : String.join(", ", parameters))
                            + ") or a path such as sgd.learning-rate");
            problems.addAssignment(assignment, "this model has no '" + key + "'", advice);
        }
    }

    /** Every path that this model may have, whether it is in the file or not. */
    private Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>(List.of("name", "summary", "loss.kind", "noise.kind"));
        String surface = text(child(child(root, "loss").orElse(null), "kind"));
        SurfaceCatalogue.KINDS.stream().filter(k -> k.name().equals(surface))
                .forEach(k -> addKeys("loss", k.keys(), paths));
        String noise = text(child(child(root, "noise").orElse(null), "kind"));
        NoiseCatalogue.KINDS.stream().filter(k -> k.name().equals(noise))
                .forEach(k -> addKeys("noise", k.keys(), paths));
        Set<String> coordinates = new LinkedHashSet<>(List.of("x", "y"));
        coordinates.addAll(keys(child(root, "domain")));
        coordinates.addAll(keys(child(root, "start")));
        for (String coordinate : coordinates) {
            addKeys("domain." + coordinate, Schema.INTERVAL, paths);
            paths.add("start." + coordinate);
        }
        addKeys("sgd", Schema.SGD, paths);
        paths.add("optimiser");
        addOptimiser("optimiser", child(root, "optimiser").orElse(null), OptimiserCatalogue.KINDS, paths);
        addKeys("converged", Schema.CONVERGED, paths);
        addKeys("sweep", Schema.SWEEP, paths);
        addKeys("reference", Schema.REFERENCE, paths);
        return paths;
    }

    private static void addOptimiser(String prefix, Node node, List<OptimiserKind> kinds, Set<String> paths) {
        String kind = text(child(node, "kind"));
        paths.add(prefix + ".kind");
        kinds.stream().filter(k -> k.name().equals(kind)).findFirst().ifPresent(k -> {
            addKeys(prefix, k.keys(), paths);
            if (k.keys().stream().anyMatch(key -> key.name().equals("base"))) {
                addOptimiser(prefix + ".base", child(node, "base").orElse(null), OptimiserCatalogue.inside(kind),
                        paths);
            }
        });
    }

    private static void addKeys(String prefix, List<Key> keys, Set<String> paths) {
        for (Key key : keys) {
            if (key.keys().isEmpty()) {
                paths.add(prefix + "." + key.name());
            } else {
                addKeys(prefix + "." + key.name(), key.keys(), paths);
            }
        }
    }

    private void set(String path, String value, String assignment) {
        String[] steps = path.split("\\.");
        MappingNode mapping = root;
        for (int i = 0; i < steps.length - 1; i++) {
            Node next = child(mapping, steps[i]).orElse(null);
            if (next == null) {
                next = new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.FLOW);
                put(mapping, steps[i], next, assignment);
            }
            if (!(next instanceof MappingNode inner)) {
                return;
            }
            mapping = inner;
        }
        put(mapping, steps[steps.length - 1], valueNode(value), assignment);
    }

    private void put(MappingNode mapping, String key, Node value, String assignment) {
        problems.assign(value, assignment);
        List<NodeTuple> entries = new ArrayList<>();
        boolean there = false;
        for (NodeTuple entry : mapping.getValue()) {
            boolean same = isKey(entry, key);
            there |= same;
            entries.add(same ? new NodeTuple(entry.getKeyNode(), value) : entry);
        }
        if (!there) {
            Node keyNode = scalar(key);
            problems.assign(keyNode, assignment);
            entries.add(new NodeTuple(keyNode, value));
        }
        mapping.setValue(entries);
    }

    /** Lists and mappings are written as in YAML; anything else is taken as it stands. */
    private static Node valueNode(String value) {
        if (value.startsWith("[") || value.startsWith("{")) {
            try {
                return YamlLimits.exceeded(value).isPresent() ? scalar(value)
                        : YamlTree.compose(value).orElseGet(() -> scalar(value));
            } catch (YamlEngineException e) {
                // No YAML: text, as what goes beyond the limits is, which whoever reads the key refuses.
                return scalar(value);
            }
        }
        return scalar(value);
    }

    private static ScalarNode scalar(String text) {
        return new ScalarNode(Tag.STR, text, ScalarStyle.PLAIN);
    }

    private static Optional<Node> child(Node parent, String key) {
        return parent instanceof MappingNode mapping
                ? mapping.getValue().stream().filter(entry -> isKey(entry, key))
                        .map(NodeTuple::getValueNode).findFirst()
                : Optional.empty();
    }

    private static Set<String> keys(Optional<Node> node) {
        Set<String> keys = new LinkedHashSet<>();
        if (node.isPresent() && node.get() instanceof MappingNode mapping) {
            keys.addAll(mapping.getValue().stream().map(NodeTuple::getKeyNode).filter(ScalarNode.class::isInstance)
                    .map(key -> ((ScalarNode) key).getValue()).collect(Collectors.toList()));
        }
        return keys;
    }

    private static boolean isKey(NodeTuple entry, String key) {
        return entry.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key);
    }

    private static String text(Optional<Node> node) {
        return node.isPresent() && node.get() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
