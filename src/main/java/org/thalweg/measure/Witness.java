package org.thalweg.measure;

import java.util.List;
import java.util.Locale;

/**
 * Who says so. The first three are independent computations; the fourth is what they are held against; the fifth is
 * not of this program.
 */
public enum Witness {
    /** Trajectories of literal stochastic gradient descent. */
    SGD,
    /** Trajectories of the stochastic differential equation. */
    SDE,
    /** The Fokker-Planck density. */
    DENSITY,
    /** A formula. */
    THEORY,
    /** A value from outside: published, or measured elsewhere. */
    REFERENCE;

    /** Those that can be asked: all but the outside values. */
    public static final List<Witness> COMPUTED = List.of(SGD, SDE, DENSITY, THEORY);

    /** The name used in CSV files and options. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
