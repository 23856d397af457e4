package org.thalweg.probes.face;

import java.util.List;

/** What is measured of the path of a repeat, by its checkpoints. */
public abstract class PathProbe extends Probe {
    /** With its name and its quantities, see {@link Probe}. */
    protected PathProbe(String key, String... quantities) {
        super(key, quantities);
    }

    /**
     * Measures.
     *
     * @param path the parameters of the checkpoints in their order; not modified
     */
    public abstract void measure(List<double[]> path, Between between, Readings readings);
}
