package org.thalweg.sweep.forecast;

import java.util.Map;
import org.thalweg.results.Effort;

/**
 * What is known of a kind of work before any of it is done: what it costs on the machine of docs/scaling.md, how far
 * models differ there, and how much goes by until a virtual machine that has just begun has compiled it. All seconds
 * are of processors.
 *
 * @param spread by how much its cost is wrong, as the standard deviation of a logarithm
 * @param trust seconds of it, once it is compiled, that say as much as all this
 * @param warmUp seconds that are lost until all of it is compiled
 */
record Prior(double seconds, double spread, double trust, double warmUp) {
    private static final Map<String, Prior> KNOWN = Map.of(
            Effort.SGD, of(Effort.SGD, 0.25, 0.5, 2.6),
            Effort.SDE, of(Effort.SDE, 0.4, 0.3, 0.6),
            Effort.DENSITY, of(Effort.DENSITY, 0.5, 0.5, 0.15),
            Effort.PASSAGE, of(Effort.PASSAGE, 0.7, 0.1, 0.06),
            Effort.TRAINING, of(Effort.TRAINING, 0.3, 0.5, 2.2),
            Effort.CELL, of(Effort.CELL, 0.5, 0.3, 0.5));

    private static Prior of(String kind, double spread, double trust, double warmUp) {
        return new Prior(Effort.guess(kind), spread, trust, warmUp);
    }

    /** Of a kind of work. */
    static Prior of(String kind) {
        return KNOWN.get(kind);
    }
}
