package org.thalweg.model.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.thalweg.model.file.yaml.NodeFields;
import org.thalweg.model.file.yaml.Values;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.space.NearestName;
import org.thalweg.model.start.IndependentStarts;
import org.thalweg.model.start.StartDistribution;
import org.thalweg.model.start.StartLaw;
import org.thalweg.model.start.StartsInTurn;
import org.thalweg.symbolic.Operation;

/**
 * Reads where particles start: a number for each coordinate, {@code uniform(A, B)} or {@code normal(M, S)}; or a list
 * of points, which are taken in turns.
 */
final class StartReader {
    private static final Pattern CALL = Pattern.compile("\\s*([A-Za-z][A-Za-z-]*)\\s*\\((.*)\\)\\s*", Pattern.DOTALL);
    private static final String FORMS = "write a number, \"uniform(FROM, TO)\" or \"normal(MEAN, DEVIATION)\"";

    private final NodeFields fields;
    private final Values values;

    private StartReader(NodeFields fields, Values values) {
        this.fields = fields;
        this.values = values;
    }

    /**
     * The distribution, after {@code check} has seen every mapping of it beside its law. A point in a coordinate whose
     * law could not be read; the fields are not sound then.
     *
     * @param root the file, which has a start
     */
    static StartDistribution read(NodeFields root, Values values, LossSurface surface,
            BiConsumer<NodeFields, StartDistribution> check) {
        if (!root.isList("start")) {
            NodeFields fields = root.mapping("start");
            StartDistribution start = new StartReader(fields, values).laws(surface);
            check.accept(fields, start);
            return start;
        }
        List<List<Double>> points = new ArrayList<>();
        for (NodeFields fields : root.mappings("start")) {
            StartDistribution point = new StartReader(fields, values).laws(surface);
            check.accept(fields, point);
            if (!point.point()) {
                fields.problem("x", "a point of the list is a distribution", "give numbers, or a single mapping");
            }
            points.add(Arrays.stream(point.mean()).boxed().toList());
        }
        return points.isEmpty() ? new IndependentStarts(surface.coordinates().stream()
                .<StartLaw>map(c -> new StartLaw.Point(Double.NaN)).toList()) : new StartsInTurn(points);
    }

    /** How many coordinates every mapping of the start names; the others begin at 0. */
    static long named(NodeFields root, LossSurface surface) {
        List<NodeFields> starts = root.isList("start") ? root.mappings("start") : List.of(root.mapping("start"));
        return surface.coordinates().stream().filter(c -> starts.stream().allMatch(s -> s.has(c))).count();
    }

    private IndependentStarts laws(LossSurface surface) {
        fields.allowNames(surface.coordinates());
        List<StartLaw> laws = new ArrayList<>();
        for (String coordinate : surface.coordinates()) {
            boolean required = laws.isEmpty();
            laws.add(!required && !fields.has(coordinate) ? new StartLaw.Point(0.0) : law(coordinate));
        }
        return new IndependentStarts(laws);
    }

    private StartLaw law(String coordinate) {
        Matcher call = fields.has(coordinate) && fields.node(coordinate) instanceof ScalarNode scalar
                ? CALL.matcher(scalar.getValue()) : CALL.matcher("");
        if (!call.matches() || Operation.functionNames().contains(call.group(1))) {
            return new StartLaw.Point(fields.number(coordinate));
        }
        return distribution(coordinate, call).orElse(new StartLaw.Point(Double.NaN));
    }

    private Optional<StartLaw> distribution(String coordinate, Matcher call) {
        String name = call.group(1);
        if (!List.of("uniform", "normal").contains(name)) {
            fields.problem(coordinate, "unknown distribution '" + name + "'",
                    NearestName.of(name, List.of("uniform", "normal")).map(near -> "did you mean '" + near + "'?")
                            .orElse(FORMS));
            return Optional.empty();
        }
        String arguments = call.group(2);
        int comma = comma(arguments);
        if (comma < 0) {
            fields.problem(coordinate, "'" + name + "' needs two numbers", FORMS);
            return Optional.empty();
        }
        Node node = fields.node(coordinate);
        int first = call.start(2);
        double a = values.number(node, coordinate, arguments.substring(0, comma), first);
        double b = values.number(node, coordinate, arguments.substring(comma + 1), first + comma + 1);
        if (Double.isNaN(a) || Double.isNaN(b)) {
            fields.fail();
            return Optional.empty();
        }
        if (name.equals("uniform") && !(a < b)) {
            fields.problem(coordinate, "uniform from " + a + " to " + b,
                    "the first number must be less than the second");
            return Optional.empty();
        }
        if (name.equals("normal") && !(b > 0.0)) {
            fields.problem(coordinate, "the standard deviation is " + b, "give a number > 0, or write only the mean");
            return Optional.empty();
        }
        return Optional.of(name.equals("uniform") ? new StartLaw.Uniform(a, b) : new StartLaw.Normal(a, b));
    }

    /** The only comma outside parentheses; -1 where there is none, or more than one. */
    private static int comma(String text) {
        int depth = 0;
        int found = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }
}
