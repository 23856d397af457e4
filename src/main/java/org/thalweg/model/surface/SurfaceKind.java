package org.thalweg.model.surface;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.loss.LossSurface;

/**
 * A kind of loss surface that model files can name.
 *
 * @param name the value of {@code loss.kind}, lower-case-with-hyphens
 * @param summary one line
 * @param keys what can stand beside {@code kind}
 * @param example a value of {@code loss} as it would stand in a model file; the contract tests run on it
 * @param builder makes the surface; empty after it has reported problems to the fields
 */
public record SurfaceKind(
        String name, String summary, List<Key> keys, String example, Function<Fields, Optional<LossSurface>> builder) {
    /** An immutable copy. */
    public SurfaceKind {
        keys = List.copyOf(keys);
    }
}
