package org.thalweg.fokkerplanck.law;

import java.util.Optional;
import org.thalweg.measure.Measurement;

/** What keeps flowing in a stationary state (docs/theory/entropy-production.md). */
public interface Circulation {
    /**
     * The entropy production int J D^-1 J / P dx per unit of learning time, at one refinement; its error is that of
     * rounding alone.
     */
    Measurement entropyProduction();

    /** The current over the plane; empty where there are more than two parameters. */
    Optional<Current> current();
}
