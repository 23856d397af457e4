package org.thalweg.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.ModelNumbers;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.noise.NoiseCatalogue;
import org.thalweg.model.space.Interval;
import org.thalweg.model.surface.SurfaceCatalogue;
import org.thalweg.refusal.Refusal;

/**
 * A slider: a number of the model file and how far it may go.
 *
 * @param path under which the number is assigned
 * @param name for people
 * @param logarithmic true where equal ways are equal factors
 * @param whole true where the model takes whole numbers only
 */
record Knob(String path, String name, double value, double least, double most, boolean logarithmic, boolean whole) {
    private static final Map<String, String> NAMES = Map.of(
            "sgd.learning-rate", "learning rate \u03b7",
            "noise.batch-variance", "batch variance \u03c3\u00b2",
            "noise.anisotropy", "anisotropy \u03ba",
            "sgd.momentum", "momentum \u03b2",
            "sgd.weight-decay", "weight decay",
            "converged.flatness", "flat from F");

    private static final Pattern OF_NOISE = Pattern.compile("(sgd|noise|optimiser)\\..*");

    /** The largest momentum of a slider; 1 is none. */
    private static final double MOST_MOMENTUM = 0.95;

    /** Shares of the way to an end that are tried where the model refuses the end itself. */
    private static final double[] SHARES = {1.0, 0.95, 0.5, 0.1};

    /** Those of a model, the three that every sweep varies first. */
    static List<Knob> of(ModelFile model) {
        List<Knob> first = new ArrayList<>();
        List<Knob> others = new ArrayList<>();
        for (ModelNumbers.Number number : ModelNumbers.of(model).all()) {
            if (formula(number.path())) {
                continue;
            }
            boolean known = List.of("sgd.learning-rate", "noise.batch-variance", "noise.anisotropy")
                    .contains(number.path());
            range(model, number).ifPresent((known ? first : others)::add);
        }
        first.sort((a, b) -> Integer.compare(rank(a), rank(b)));
        first.addAll(others);
        return List.copyOf(first);
    }

    /** A floor of 0 is the formula of a floor, and no number of the model. */
    private static boolean formula(String path) {
        String key = path.substring(path.lastIndexOf('.') + 1);
        return Stream.concat(SurfaceCatalogue.KINDS.stream().flatMap(kind -> kind.keys().stream()),
                NoiseCatalogue.KINDS.stream().flatMap(kind -> kind.keys().stream()))
                .anyMatch(k -> path.contains(".") && k.name().equals(key) && k.type().name().startsWith("FORMULA"));
    }

    private static int rank(Knob knob) {
        return List.of("sgd.learning-rate", "noise.batch-variance", "noise.anisotropy").indexOf(knob.path());
    }

    private static Optional<Knob> range(ModelFile model, ModelNumbers.Number number) {
        double value = number.value();
        String path = number.path();
        boolean whole = value == Math.rint(value) && !accepted(model, path, value + 0.5)
                && accepted(model, path, value + 1.0);
        Interval along = model.setting().domain().along();
        if (path.startsWith("start.") && along.bounded() && path.endsWith(".x")) {
            return knob(model, number, along.from(), along.to(), false, whole);
        }
        if (path.equals("sgd.momentum")) {
            return knob(model, number, 0.0, MOST_MOMENTUM, false, false);
        }
        if (value > 0.0 && OF_NOISE.matcher(path).matches()) {
            return knob(model, number, whole ? Math.max(1.0, Math.rint(value / 8.0)) : value / 8.0, 8.0 * value, true,
                    whole);
        }
        double reach = value == 0.0 ? 1.0 : Math.abs(value);
        return knob(model, number, value - reach, value + reach, false, whole);
    }

    /** Ends that the model refuses are taken nearer; empty where nothing else is accepted. */
    private static Optional<Knob> knob(ModelFile model, ModelNumbers.Number number, double least, double most,
            boolean logarithmic, boolean whole) {
        double value = number.value();
        double from = end(model, number, least, whole);
        double to = end(model, number, most, whole);
        String name = NAMES.getOrDefault(number.path(), number.path());
        return from < to ? Optional.of(new Knob(number.path(), name, value, from, to, logarithmic && from > 0.0, whole))
                : Optional.empty();
    }

    private static double end(ModelFile model, ModelNumbers.Number number, double end, boolean whole) {
        for (double share : SHARES) {
            double there = number.value() + share * (end - number.value());
            double rounded = whole ? Math.rint(there) : there;
            if (accepted(model, number.path(), rounded)) {
                return rounded;
            }
        }
        return number.value();
    }

    /** What a slider may be set to the model knows. */
    private static boolean accepted(ModelFile model, String path, double value) {
        try {
            model.with(Map.of(path, text(value)));
            return true;
        } catch (ModelFileException | Refusal e) {
            return false;
        }
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
                : Double.toString(value);
    }
}
