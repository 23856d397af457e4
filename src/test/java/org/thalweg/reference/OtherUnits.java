package org.thalweg.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;

/**
 * The same experiment written in other units: x -> a x + b, y -> a y, L -> c L. What follows: t -> (a^2 / c) t, so the
 * learning rate too; gradient covariances times (c / a)^2; F -> (a / sqrt(c)) F. Numbers of steps, anisotropies and
 * everything else without a unit stay what they are.
 *
 * @param a a unit of the model's length in the new units
 * @param widths how many of the model's lengths the origin is moved by: b = a widths
 * @param c a unit of the model's loss in the new units
 */
record OtherUnits(double a, double widths, double c) {
    /** The units of the model itself. */
    static final OtherUnits SAME = new OtherUnits(1.0, 0.0, 1.0);

    private static final Pattern X = Pattern.compile("\\bx\\b");
    private static final Pattern Y = Pattern.compile("\\by\\b");

    double b() {
        return a * widths;
    }

    /** A learning rate or time of 1 in the new units. */
    double time() {
        return a * a / c;
    }

    /** A flatness of 1 in the new units. */
    double flatness() {
        return a / Math.sqrt(c);
    }

    /** Where rounding stands against the lengths of the model: the spacing of numbers next to b, in its lengths. */
    double rounding() {
        return Math.ulp(Math.max(1.0, Math.abs(widths)));
    }

    /** A quantity of a summary in the units of the original; empty where it has none to speak of. */
    Optional<Double> back(String quantity, double value) {
        return switch (quantity) {
            case "mean_x" -> Optional.of((value - b()) / a);
            case "variance_x", "mean_square_y" -> Optional.of(value / (a * a));
            case "mean_flatness" -> Optional.of(value / flatness());
            case "selection_exponent" -> Optional.of(value);
            default -> Optional.empty();
        };
    }

    /** The setting of a model file in these units; empty for a surface whose shape has units of its own. */
    Optional<Setting> of(Path model) throws IOException, ModelFileException {
        Map<String, Object> root = map(new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(model)));
        Map<String, Object> loss = map(root.get("loss"));
        if (!loss(loss) || widths != 0.0 && !movable(loss)) {
            return Optional.empty();
        }
        noise(map(root.get("noise")));
        Map<String, Object> sgd = map(root.get("sgd"));
        sgd.computeIfPresent("learning-rate", (key, value) -> times(value, time()));
        place(map(root.get("start")));
        map(root.get("domain")).forEach((coordinate, interval) -> {
            Map<String, Object> ends = map(interval);
            for (String end : List.of("from", "to")) {
                ends.computeIfPresent(end, (key, value) -> placed(coordinate, value));
            }
        });
        if (root.containsKey("converged")) {
            map(root.get("converged")).computeIfPresent("flatness", (key, value) -> times(value, flatness()));
        }
        root.remove("sweep");
        Path file = Files.createTempFile("other-units", ".yaml");
        try {
            Files.writeString(file, new Dump(DumpSettings.builder().build()).dumpToString(root));
            return Optional.of(ModelFile.read(file).setting());
        } finally {
            Files.delete(file);
        }
    }

    private static boolean movable(Map<String, Object> loss) {
        return List.of("valley", "formula").contains(loss.get("kind"));
    }

    private boolean loss(Map<String, Object> loss) {
        switch ((String) loss.get("kind")) {
            case "valley" -> {
                loss.compute("flatness", (key, value) -> each(value, f -> times(inOldUnits(f), flatness())));
                loss.computeIfPresent("floor", (key, value) -> times(inOldUnits(value), c));
            }
            case "formula" -> loss.compute("value", (key, value) -> times(inOldUnits(value), c));
            case "asymmetric" -> {
                loss.compute("slope", (key, value) -> times(value, c / a));
                loss.computeIfPresent("rounding", (key, value) -> times(value, a));
            }
            case "spectrum" -> {
                loss.compute("least", (key, value) -> times(value, c / (a * a)));
                loss.compute("largest", (key, value) -> times(value, c / (a * a)));
                loss.compute("minimum", (key, value) -> times(value, c));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void noise(Map<String, Object> noise) {
        double square = c * c / (a * a);
        double curvature = c / (a * a);
        noise.computeIfPresent("batch-variance", (key, value) -> each(value, v -> times(v, square)));
        noise.computeIfPresent("half-width", (key, value) -> times(value, c / a));
        noise.computeIfPresent("strength", (key, value) -> "(" + times(value, square) + ")/" + number(curvature) + "^("
                + noise.get("exponent") + ")");
        noise.computeIfPresent("shift", (key, value) -> {
            for (String coordinate : List.of("x", "y")) {
                map(value).computeIfPresent(coordinate, (k, shift) -> times(shift, a));
            }
            return value;
        });
        noise.computeIfPresent("covariance", (key, value) -> {
            map(value).replaceAll((entry, formula) -> times(inOldUnits(formula), square));
            return value;
        });
    }

    private void place(Map<String, Object> start) {
        start.replaceAll(this::placed);
    }

    private Object placed(String coordinate, Object value) {
        String scaled = times(value, a);
        return coordinate.equals("x") && widths != 0.0 ? "(" + scaled + ")+(" + number(b()) + ")" : scaled;
    }

    private String inOldUnits(Object formula) {
        String text = X.matcher(formula.toString()).replaceAll(
                widths == 0.0 ? "(x/" + number(a) + ")" : "((x-" + number(b()) + ")/" + number(a) + ")");
        return Y.matcher(text).replaceAll("(y/" + number(a) + ")");
    }

    private static String times(Object value, double factor) {
        return "(" + value + ")*" + number(factor);
    }

    private static String number(double value) {
        return Double.toString(value).replace('E', 'e');
    }

    private static Object each(Object value, UnaryOperator<Object> of) {
        return value instanceof List<?> list ? new ArrayList<>(list.stream().map(of::apply).toList())
                : of.apply(value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return node == null ? new LinkedHashMap<>() : (Map<String, Object>) node;
    }
}
