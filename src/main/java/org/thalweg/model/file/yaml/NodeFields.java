package org.thalweg.model.file.yaml;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Formula;
import org.thalweg.model.formula.FormulaProfile;
import org.thalweg.model.formula.Key;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.NearestName;

/** The keys of one YAML mapping. */
public final class NodeFields implements Fields {
    private final NodeFields parent;
    private final Node anchor;
    private final String path;
    private final Values values;
    private final Map<String, Node> keyNodes = new LinkedHashMap<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, NodeFields> inner = new HashMap<>();
    private boolean sound = true;
    private boolean absent;

    private NodeFields(NodeFields parent, Node anchor, String path, Values values) {
        this.parent = parent;
        this.anchor = anchor;
        this.path = path;
        this.values = values;
    }

    /** The keys of the whole file. */
    public static NodeFields root(MappingNode node, Values values) {
        NodeFields fields = new NodeFields(null, node, "", values);
        fields.load(node);
        return fields;
    }

    private void load(MappingNode mapping) {
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                values.problems().add(entry.getKeyNode(), "a key must be a word", "write key: value");
                continue;
            }
            if (nodes.containsKey(key.getValue())) {
                values.problems().add(key, "key '" + key.getValue() + "' appears twice", "remove one of the two");
                continue;
            }
            keyNodes.put(key.getValue(), key);
            nodes.put(key.getValue(), entry.getValueNode());
        }
    }

    /** Reports every key that is not among {@code known}. */
    public void allow(List<Key> known) {
        allowNames(known.stream().map(Key::name).collect(Collectors.toList()));
    }

    /** Reports every key that is not among {@code known}. */
    public void allowNames(List<String> known) {
        keyNodes.forEach((name, node) -> {
            if (!known.contains(name)) {
                String place = path.isEmpty() ? "" : " in '" + path + "'";
                values.problems().add(node, "unknown key '" + name + "'" + place, NearestName.advice(name, known));
            }
        });
    }

    public List<String> names() {
        return new ArrayList<>(nodes.keySet());
    }

    /** The node of a key that is there. */
    public Node node(String key) {
        return nodes.get(key);
    }

    /** The nodes of the entries of a list, or the single node of a key. */
    public List<Node> entries(String key) {
        Node node = nodes.get(key);
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    }

    public Node keyNode(String key) {
        return keyNodes.get(key);
    }

    @Override
    public String text(String key) {
        return present(key) ? values.text(nodes.get(key), key).orElseGet(() -> failed("")) : "";
    }

    @Override
    public List<String> texts(String key) {
        return present(key) ? each(key, entry -> values.text(entry, key).orElseGet(() -> failed("")), "")
                : List.of("");
    }

    @Override
    public List<Double> numbers(String key) {
        return present(key) ? each(key, entry -> settled(values.number(entry, key)), Double.NaN)
                : List.of(Double.NaN);
    }

    @Override
    public Path path(String key) {
        String text = text(key);
        try {
            return values.problems().beside(text);
        } catch (InvalidPathException e) {
            problem(key, "'" + key + "' is no name of a file (" + e.getReason() + ")", "give one");
            return Path.of("");
        }
    }

    @Override
    public boolean has(String key) {
        return nodes.containsKey(key);
    }

    @Override
    public double number(String key) {
        return present(key) ? settled(values.number(nodes.get(key), key)) : Double.NaN;
    }

    @Override
    public double number(String key, double otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    @Override
    public double positive(String key) {
        return present(key) ? settled(values.positive(nodes.get(key), key)) : Double.NaN;
    }

    @Override
    public double positiveOrInfinite(String key) {
        return present(key) ? settled(values.positiveOrInfinite(nodes.get(key), key)) : Double.NaN;
    }

    @Override
    public List<Double> positives(String key) {
        return present(key) ? each(key, entry -> settled(values.positive(entry, key)), Double.NaN)
                : List.of(Double.NaN);
    }

    @Override
    public Formula formula(String key, List<String> variables) {
        return present(key) ? settled(nodes.get(key), key, variables) : Formula.constant(Double.NaN, variables);
    }

    @Override
    public Formula formula(String key, List<String> variables, String otherwise) {
        return has(key) ? formula(key, variables) : Formula.parse(otherwise, variables, Map.of());
    }

    @Override
    public boolean flag(String key) {
        String text = has(key) ? text(key) : "false";
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            problem(key, "'" + key + "' = " + text, "write true or false");
        }
        return text.equals("true");
    }

    @Override
    public boolean isMapping(String key) {
        return nodes.get(key) instanceof MappingNode;
    }

    @Override
    public Profile table(String key, boolean positive) {
        return table(mapping(key), positive);
    }

    @Override
    public List<Profile> profiles(String key, boolean positive) {
        Profile none = Profile.constant(1.0);
        return present(key) ? each(key, entry -> {
            if (!(entry instanceof MappingNode mapping)) {
                return values.formula(entry, key, List.of("x")).map(FormulaProfile::of).orElseGet(() -> failed(none));
            }
            NodeFields table = new NodeFields(this, entry, path.isEmpty() ? key : path + "." + key, values);
            table.load(mapping);
            return table.table(table, positive);
        }, none) : List.of(none);
    }

    private Profile table(NodeFields table, boolean positive) {
        Profile none = Profile.constant(1.0);
        table.allowNames(List.of("table", "x", "value"));
        String file = table.text("table");
        String x = table.text("x");
        String value = table.text("value");
        return !table.sound() ? none
                : new TableReader(new TableText(values, values.problems().beside(file), table.node("table")),
                                positive, onARing())
                        .read(x, value).orElseGet(() -> failed(none));
    }

    /** True where the file says that x is periodic; whether it says so rightly is judged where the domain is read. */
    private boolean onARing() {
        NodeFields top = this;
        while (top.parent != null) {
            top = top.parent;
        }
        NodeFields x = top.isMapping("domain") && top.mapping("domain").isMapping("x")
                ? top.mapping("domain").mapping("x") : null;
        return x != null && x.node("boundary") instanceof ScalarNode boundary
                && boundary.getValue().equals(Boundary.PERIODIC.key());
    }

    @Override
    public NodeFields mapping(String key) {
        return inner.computeIfAbsent(key, this::open);
    }

    /** Remembers what was read of another file: what the model says depends on it. */
    public void keepTable(Path path, String text) {
        values.keepTable(path.toString(), text);
    }

    /** True for a key whose value is a list. */
    public boolean isList(String key) {
        return nodes.get(key) instanceof SequenceNode;
    }

    /** The mappings in a list; problems are reported for entries that are none, and for an empty list. */
    public List<NodeFields> mappings(String key) {
        if (entries(key).isEmpty()) {
            problem(key, "the list '" + key + "' is empty", "give at least one entry");
        }
        return entries(key).stream().map(entry -> {
            NodeFields fields = new NodeFields(this, entry, path.isEmpty() ? key : path + "." + key, values);
            if (entry instanceof MappingNode mapping) {
                fields.load(mapping);
            } else {
                values.wrongType(entry, key, "a list of mappings", "write - {x: ..., y: ...}");
                fields.absent = true;
                fields.fail();
            }
            return fields;
        }).toList();
    }

    private NodeFields open(String key) {
        if (!present(key)) {
            NodeFields nothing = new NodeFields(this, anchor, key, values);
            nothing.absent = true;
            return nothing;
        }
        NodeFields fields = new NodeFields(this, keyNodes.get(key), path.isEmpty() ? key : path + "." + key, values);
        if (nodes.get(key) instanceof MappingNode mapping) {
            fields.load(mapping);
        } else {
            values.wrongType(nodes.get(key), key, "a mapping", "write " + key + ": {...}");
            fields.absent = true;
            fields.fail();
        }
        return fields;
    }

    @Override
    public void problem(String key, String what, String remedy) {
        values.problems().add(has(key) ? nodes.get(key) : anchor, what, remedy);
        fail();
    }

    @Override
    public boolean sound() {
        return sound;
    }

    /** True if the key is there; otherwise that is reported, unless this whole mapping is missing, and that was. */
    private boolean present(String key) {
        if (!has(key)) {
            if (!absent) {
                String place = path.isEmpty() ? "" : " in '" + path + "'";
                values.problems().add(anchor, "key '" + key + "' is missing" + place, "add " + key + ": ...");
            }
            fail();
        }
        return has(key);
    }

    private <T> List<T> each(String key, Function<Node, T> read, T none) {
        List<Node> entries = entries(key);
        if (entries.isEmpty()) {
            problem(key, "the list '" + key + "' is empty", "give at least one entry");
            return List.of(none);
        }
        return entries.stream().map(read).collect(Collectors.toList());
    }

    private double settled(double value) {
        return Double.isNaN(value) ? failed(value) : value;
    }

    private Formula settled(Node node, String key, List<String> variables) {
        return values.formula(node, key, variables).orElseGet(() -> failed(Formula.constant(Double.NaN, variables)));
    }

    private <T> T failed(T standIn) {
        fail();
        return standIn;
    }

    /** Marks this mapping, after a problem that was reported elsewhere. */
    public void fail() {
        sound = false;
        if (parent != null) {
            parent.fail();
        }
    }
}
