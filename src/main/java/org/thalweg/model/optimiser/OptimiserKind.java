package org.thalweg.model.optimiser;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;

/**
 * A kind of optimiser that model files can name.
 *
 * @param name the value of {@code optimiser.kind}, lower-case-with-hyphens
 * @param summary one line
 * @param keys what can stand beside {@code kind}; {@code base}, where it is among them, is a mapping with a kind of its
 *     own
 * @param example a value of {@code optimiser} as it would stand in a model file; the contract tests run on it
 * @param builder makes the optimiser; empty after it has reported problems to the fields
 */
public record OptimiserKind(
        String name, String summary, List<Key> keys, String example, Function<Fields, Optional<Optimiser>> builder) {
    /** An immutable copy. */
    public OptimiserKind {
        keys = List.copyOf(keys);
    }

    /** The key of the rule that an optimiser feeds. */
    static Key baseKey(String meaning) {
        return Key.optional("base", Key.Type.MAPPING, meaning);
    }
}
