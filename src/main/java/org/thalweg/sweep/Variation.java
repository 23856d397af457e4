package org.thalweg.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.space.Range;
import org.thalweg.refusal.Refusal;

/**
 * Any number of a model file as an axis of a sweep.
 *
 * @param path a parameter's name, or a dotted path such as {@code loss.ratio}
 * @param range its values
 */
public record Variation(String path, Range range) {
    /**
     * A model with some of its numbers at given values.
     *
     * @param values in the order of the variations
     */
    public record Model(List<Double> values, ModelFile file) {}

    /**
     * Reads {@code PATH=RANGE}.
     *
     * @throws Refusal with what is wrong and what would be right
     */
    public static Variation parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new Refusal(
                    "'" + text + "' varies nothing; write PATH=RANGE, as in loss.ratio=1,3,10");
        }
        return new Variation(text.substring(0, equals), Range.parse(text.substring(equals + 1)));
    }

    /**
     * A model at every combination of values, the first variation slowest; without variations the model alone.
     *
     * @throws ModelFileException where a path is unknown, or a value makes a model that is not right
     */
    public static List<Model> models(ModelFile model, List<Variation> variations) throws ModelFileException {
        List<Map<String, Double>> points = new ArrayList<>(List.of(Map.of()));
        for (Variation variation : variations) {
            List<Map<String, Double>> finer = new ArrayList<>();
            for (Map<String, Double> point : points) {
                for (double value : variation.range().values()) {
                    Map<String, Double> next = new LinkedHashMap<>(point);
                    next.put(variation.path(), value);
                    finer.add(next);
                }
            }
            points = finer;
        }
        List<Model> models = new ArrayList<>();
        for (Map<String, Double> point : points) {
            Map<String, String> assignments = new LinkedHashMap<>();
            point.forEach((path, value) -> assignments.put(path, Double.toString(value)));
            models.add(new Model(List.copyOf(point.values()), point.isEmpty() ? model : model.with(assignments)));
        }
        return models;
    }
}
