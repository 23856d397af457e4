package org.thalweg.measure;

import java.util.Locale;

/** Who says so. The first three are independent computations; the fourth is what they are held against. */
public enum Witness {
    /** Trajectories of literal stochastic gradient descent. */
    SGD,
    /** Trajectories of the stochastic differential equation. */
    SDE,
    /** The Fokker-Planck density. */
    DENSITY,
    /** A formula. */
    THEORY;

    /** The name used in CSV files and options. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
