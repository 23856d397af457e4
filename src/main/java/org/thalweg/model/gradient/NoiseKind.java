package org.thalweg.model.gradient;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.space.Domain;

/**
 * A kind of gradient noise that model files can name.
 *
 * @param name the value of {@code noise.kind}, lower-case-with-hyphens
 * @param summary one line
 * @param keys what can stand beside {@code kind}
 * @param example a value of {@code noise} as it would stand in a model file; the contract tests run on it
 * @param exampleLoss the value of {@code loss} that the example goes with
 * @param builder makes the noise
 */
public record NoiseKind(
        String name, String summary, List<Key> keys, String example, String exampleLoss, Builder builder) {
    /** A valley, which most kinds understand. */
    private static final String VALLEY = "{kind: valley, flatness: \"1 + 0.5*cos(x)\"}";

    /** An immutable copy. */
    public NoiseKind {
        keys = List.copyOf(keys);
    }

    /** A kind whose example goes with a valley. */
    public NoiseKind(String name, String summary, List<Key> keys, String example, Builder builder) {
        this(name, summary, keys, example, VALLEY, builder);
    }

    /** Makes a noise that fits a surface. */
    @FunctionalInterface
    public interface Builder {
        /**
         * The noise that the fields describe.
         *
         * @return empty after problems were reported to the fields
         */
        Optional<GradientNoise> build(Fields fields, LossSurface surface, Domain domain);
    }
}
