package org.thalweg.model.formula;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.NearestName;

/**
 * The keys of one mapping of a model file, read with types. Reading never throws: problems are collected, each with its
 * place in the file, and the reader goes on with a stand-in (NaN), so that all problems are found at once. Whoever
 * builds something from fields first reads them all and then asks {@link #sound()}.
 */
public interface Fields {
    /** True where the key is there. */
    boolean has(String key);

    /** A required number: a literal or a formula of the parameters. */
    double number(String key);

    /** An optional number. */
    double number(String key, double otherwise);

    /** A required number that must be greater than zero. */
    double positive(String key);

    /** A required number that must be greater than zero, or {@code inf}. */
    double positiveOrInfinite(String key);

    /** A required number, or list of numbers, all greater than zero; not empty. */
    List<Double> positives(String key);

    /** A required formula of the given variables. */
    Formula formula(String key, List<String> variables);

    /** An optional formula of the given variables. */
    Formula formula(String key, List<String> variables, String otherwise);

    /** A required text that is not blank; empty after a problem. */
    String text(String key);

    /** A required text, or list of texts; not empty. */
    List<String> texts(String key);

    /** A required number, or list of numbers; not empty. */
    List<Double> numbers(String key);

    /** A required name of one of some values; empty after a problem. */
    default <T> Optional<T> choice(String key, List<T> values, Function<T, String> nameOf) {
        String name = text(key);
        Optional<T> found = values.stream().filter(value -> nameOf.apply(value).equals(name)).findFirst();
        if (found.isEmpty() && !name.isEmpty()) {
            problem(key, "unknown " + key + " '" + name + "'",
                    NearestName.advice(name, values.stream().map(nameOf).toList()));
        }
        return found;
    }

    /** An optional name of one of some values; {@code otherwise} also after a problem. */
    default <T> T choice(String key, List<T> values, Function<T, String> nameOf, T otherwise) {
        return has(key) ? choice(key, values, nameOf).orElse(otherwise) : otherwise;
    }

    /** A required whole number in a range; {@code least} after a problem. */
    default int whole(String key, int least, int most) {
        double value = number(key);
        if (Double.isNaN(value)) {
            return least;
        }
        if (value != Math.rint(value) || value < least || value > most) {
            problem(key, "'" + key + "' = " + value, "give a whole number from " + least + " to " + most);
            return least;
        }
        return (int) value;
    }

    /** An optional seed of random numbers, 0 where it is absent: a whole number that a double holds exactly. */
    default long seed(String key) {
        double value = number(key, 0.0);
        if (Double.isNaN(value)) {
            return 0L;
        }
        if (value != Math.rint(value) || Math.abs(value) > 0x1p53) {
            problem(key, "'" + key + "' = " + value, "give a whole number");
        }
        return (long) value;
    }

    /** A required name of a file, as seen from the folder of the model file. */
    Path path(String key);

    /** An optional {@code true} or {@code false}; false where it is absent. */
    boolean flag(String key);

    /** True where the value of a key is a mapping, {@code key: {...}}. */
    boolean isMapping(String key);

    /**
     * A required {@link Profile} through measured points, {@code key: {table: FILE.csv, x: COLUMN, value: COLUMN}}; the
     * constant 1 after a problem.
     *
     * @param positive whether values must be greater than zero
     */
    Profile table(String key, boolean positive);

    /**
     * A required function of x, or list of them, each a formula or a {@link #table}; not empty. The constant 1 stands
     * for one that has a problem.
     *
     * @param positive whether the values of tables must be greater than zero
     */
    List<Profile> profiles(String key, boolean positive);

    /** A required mapping. */
    Fields mapping(String key);

    /**
     * Reports a problem with the value of a key, or with the mapping as a whole where the key is absent.
     *
     * @param what one clause: what is wrong
     * @param remedy one clause: what would be right
     */
    void problem(String key, String what, String remedy);

    /** True while no problem was found in this mapping or in one inside it. */
    boolean sound();
}
