package org.thalweg.model.formula;

import java.util.List;

/**
 * The description of one key of a model file.
 *
 * @param name as written in the file
 * @param type what its value is
 * @param required whether it may be left out
 * @param meaning one line
 * @param keys the keys inside, where the type is {@link Type#MAPPING}
 */
public record Key(String name, Type type, boolean required, String meaning, List<Key> keys) {
    /** What the value of a key can be. */
    public enum Type {
        /** A number or a formula of the parameters. */
        NUMBER,
        /** A number, or a list with one number for each sharp direction. */
        NUMBERS,
        /** A formula of x. */
        FORMULA_OF_X,
        /** A formula of x, or a list with one for each sharp direction. */
        FORMULAS_OF_X,
        /** A formula of x and y. */
        FORMULA_OF_X_AND_Y,
        /** Free text. */
        TEXT,
        /** A range of numbers. */
        RANGE,
        /** Further keys. */
        MAPPING
    }

    /** An immutable copy. */
    public Key {
        keys = List.copyOf(keys);
    }

    /** A key that must be there. */
    public static Key required(String name, Type type, String meaning) {
        return new Key(name, type, true, meaning, List.of());
    }

    /** A key that may be left out. */
    public static Key optional(String name, Type type, String meaning) {
        return new Key(name, type, false, meaning, List.of());
    }

    /** A key with further keys inside, which must be there. */
    public static Key mapping(String name, String meaning, Key... keys) {
        return new Key(name, Type.MAPPING, true, meaning, List.of(keys));
    }
}
