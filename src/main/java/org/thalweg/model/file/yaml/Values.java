package org.thalweg.model.file.yaml;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.thalweg.model.formula.Formula;
import org.thalweg.model.formula.FormulaException;

/** Reads single values, in the light of the parameters defined so far. Problems are collected. */
public final class Values {
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.?(inf|infinity|nan)", Pattern.CASE_INSENSITIVE);
    private static final Pattern INFINITE = Pattern.compile("\\+?\\.?(inf|infinity)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Problems problems;
    private final Map<String, Double> parameters = new LinkedHashMap<>();
    private final Map<String, String> tables = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();

    public Values(Problems problems) {
        this.problems = problems;
    }

    /** Remembers the text of a table that the model refers to. */
    void keepTable(String path, String text) {
        tables.put(path, text);
    }

    /** The texts of all tables that were read, by path. */
    public Map<String, String> tables() {
        return tables;
    }

    public Problems problems() {
        return problems;
    }

    public Map<String, Double> parameters() {
        return parameters;
    }

    /** Defines a parameter; NaN for one whose value could not be read. */
    public void define(String name, double value) {
        parameters.put(name, value);
        if (Double.isNaN(value)) {
            broken.add(name);
        }
    }

    /** The text of a scalar. */
    public Optional<String> text(Node node, String key) {
        if (!(node instanceof ScalarNode scalar)) {
            wrongType(node, key, "text", "write " + key + ": text");
            return Optional.empty();
        }
        if (scalar.getValue().isBlank()) {
            problems.add(node, "'" + key + "' has no value", "write one after the colon");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }

    /** A finite number; NaN after a problem. */
    public double number(Node node, String key) {
        if (!(node instanceof ScalarNode scalar)) {
            wrongType(node, key, "a number", "write one number or a formula of the parameters");
            return Double.NaN;
        }
        if (NOT_FINITE.matcher(scalar.getValue().trim()).matches()) {
            problems.add(node, "'" + key + "' is " + scalar.getValue().trim(), "give a finite number");
            return Double.NaN;
        }
        Optional<Formula> formula = formula(node, key, List.of());
        if (formula.isEmpty()) {
            return Double.NaN;
        }
        double value = formula.get().value();
        if (!Double.isFinite(value)) {
            problems.add(node, "'" + key + "' = " + formula.get() + " is " + value, "give a finite number");
            return Double.NaN;
        }
        return value;
    }

    /**
     * A finite number in a part of a scalar; NaN after a problem.
     *
     * @param from where in the scalar the part begins
     */
    public double number(Node node, String key, String part, int from) {
        try {
            boolean usable = WORD.matcher(part).results().noneMatch(word -> broken.contains(word.group()));
            double value = Formula.parse(part, List.of(), parameters).value();
            if (usable && !Double.isFinite(value)) {
                problems.add(node, from + 1, "'" + key + "': " + part.trim() + " is " + value, "give a finite number");
            }
            return usable && Double.isFinite(value) ? value : Double.NaN;
        } catch (FormulaException e) {
            problems.add(node, from + e.column(), "'" + key + "': " + e.what(), e.remedy());
            return Double.NaN;
        }
    }

    /** A finite number greater than zero; NaN after a problem. */
    double positive(Node node, String key) {
        double value = number(node, key);
        if (value <= 0.0) {
            problems.add(node, "'" + key + "' = " + value + " is not positive", "give a number > 0");
            return Double.NaN;
        }
        return value;
    }

    /** A finite number greater than zero, or infinity where it says {@code inf}; NaN after a problem. */
    double positiveOrInfinite(Node node, String key) {
        boolean infinite = node instanceof ScalarNode scalar
                && INFINITE.matcher(scalar.getValue().trim()).matches();
        return infinite ? Double.POSITIVE_INFINITY : positive(node, key);
    }

    /** A formula; empty after a problem, or where it uses a parameter that has one. */
    Optional<Formula> formula(Node node, String key, List<String> variables) {
        if (!(node instanceof ScalarNode scalar)) {
            wrongType(node, key, "a formula", "write it in quotes, such as \"1 + a*cos(x)\"");
            return Optional.empty();
        }
        if (scalar.getValue().isBlank()) {
            problems.add(node, "'" + key + "' has no value", "write one after the colon");
            return Optional.empty();
        }
        try {
            Formula formula = Formula.parse(scalar.getValue(), variables, parameters);
            boolean usable = WORD.matcher(scalar.getValue()).results().noneMatch(word -> broken.contains(word.group()));
            return usable ? Optional.of(formula) : Optional.empty();
        } catch (FormulaException e) {
            problems.add(node, e.column(), "'" + key + "': " + e.what(), e.remedy());
            return Optional.empty();
        }
    }

    void wrongType(Node node, String key, String expected, String remedy) {
        String found = node instanceof SequenceNode ? "a list"
                : node instanceof MappingNode ? "a mapping"
                : ((ScalarNode) node).getValue().isBlank() ? "nothing" : "'" + ((ScalarNode) node).getValue() + "'";
        problems.add(node, "'" + key + "' must be " + expected + ", found " + found, remedy);
    }
}
