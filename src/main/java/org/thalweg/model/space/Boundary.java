package org.thalweg.model.space;

import java.util.Locale;

/** What happens at the end of an interval. */
public enum Boundary {
    /** The two ends are the same point. */
    PERIODIC,
    /** No flux through the end; a particle that steps over it is mirrored back. */
    REFLECTING,
    /** A particle that steps over the end is gone, and counted. */
    ABSORBING,
    /** No wall: particles roam; a density is truncated where its mass is negligible. */
    OPEN;

    /** The name used in model files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
