package org.thalweg.probes.face;

import java.util.List;

/** What is measured of the path of a repeat, by its checkpoints. */
public interface PathProbe extends Probe {
    /**
     * Measures.
     *
     * @param path the parameters of the checkpoints in their order; not modified
     */
    void measure(List<double[]> path, Between between, Readings readings);
}
