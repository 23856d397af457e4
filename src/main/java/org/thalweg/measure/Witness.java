package org.thalweg.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who says so. The first three are independent computations; the fourth is what they are held against; the fifth is
 * not of this program.
 */
public enum Witness {
    /** Trajectories of literal stochastic gradient descent. */
    SGD("literal SGD"),
    /** Trajectories of the stochastic differential equation. */
    SDE("SDE"),
    /** The Fokker-Planck density. */
    DENSITY("density"),
    /** A formula. */
    THEORY("theory"),
    /** A value from outside: published, or measured elsewhere. */
    REFERENCE("reference");

    /** The witnesses that can be asked: all but the outside values. */
    public static final List<Witness> COMPUTED = List.of(SGD, SDE, DENSITY, THEORY);

    private final String label;

    Witness(String label) {
        this.label = label;
    }

    /** The name used in CSV files and options. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in figures, tables and sentences. */
    public String label() {
        return label;
    }

    /** The witness of a key; empty where there is none of that name. */
    public static Optional<Witness> find(String key) {
        return Arrays.stream(values()).filter(witness -> witness.key().equals(key)).findFirst();
    }
}
