package org.thalweg.model.file;

import java.util.Optional;
import java.util.OptionalInt;
import org.thalweg.model.file.yaml.NodeFields;
import org.thalweg.model.file.yaml.Values;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.space.Range;
import org.thalweg.refusal.Refusal;

/** Reads the defaults of a sweep. */
final class SweepReader {
    private final NodeFields root;
    private final Values values;

    SweepReader(NodeFields root, Values values) {
        this.root = root;
        this.values = values;
    }

    /** The defaults; the noise is empty where it has problems of its own. */
    SweepDefaults read(Optional<GradientNoise> noise) {
        if (!root.has("sweep")) {
            return SweepDefaults.NONE;
        }
        NodeFields fields = root.mapping("sweep");
        fields.allow(Schema.SWEEP);
        if (fields.has("batch-variance") && noise.isPresent() && noise.get().batchVariance().isEmpty()) {
            fields.problem("batch-variance", "this kind of noise has no batch variance to vary", "remove the key");
        }
        if (fields.has("anisotropy") && noise.isPresent() && noise.get().anisotropy().isEmpty()) {
            fields.problem("anisotropy", "this kind of noise has no anisotropy to vary",
                    "remove the key, or use the noise kind 'anisotropic'");
        }
        return new SweepDefaults(range(fields, "learning-rate"), range(fields, "batch-variance"),
                range(fields, "anisotropy"), batchSizes(fields, noise),
                whole(fields, "iterations"), whole(fields, "particles"));
    }

    private Optional<Range> batchSizes(NodeFields fields, Optional<GradientNoise> noise) {
        if (fields.has("batch-size") && fields.has("batch-variance")) {
            fields.problem("batch-size", "the batch variance follows the batch size", "remove one of the two");
        }
        Optional<Range> sizes = range(fields, "batch-size");
        sizes.flatMap(range -> noise.flatMap(n -> n.refusesBatchSizes(range))).ifPresent(refusal ->
                fields.problem("batch-size", "'batch-size' = " + sizes.get(), refusal.getMessage()));
        return sizes;
    }

    private Optional<Range> range(NodeFields fields, String key) {
        Optional<String> text = fields.has(key) ? values.text(fields.node(key), key) : Optional.empty();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Range range = Range.parse(text.get());
            if (range.values().get(0) <= 0.0) {
                fields.problem(key, "'" + key + "' holds " + range.values().get(0), "give numbers > 0");
            }
            return Optional.of(range);
        } catch (Refusal e) {
            String message = e.getMessage();
            int end = message.indexOf("; ");
            fields.problem(key, "'" + key + "': " + message.substring(0, end), message.substring(end + 2));
            return Optional.empty();
        }
    }

    private static OptionalInt whole(NodeFields fields, String key) {
        if (!fields.has(key)) {
            return OptionalInt.empty();
        }
        double number = fields.number(key);
        if (Double.isNaN(number)) {
            return OptionalInt.empty();
        }
        // A cell of a hundred million particles, or iterations, takes days: surely a slip of the pen.
        if (number != Math.rint(number) || number < 1 || number > 100_000_000) {
            fields.problem(key, "'" + key + "' = " + number, "give a whole number from 1 to 100000000");
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) number);
    }
}
