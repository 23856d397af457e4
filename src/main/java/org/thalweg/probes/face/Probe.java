package org.thalweg.probes.face;

import java.util.List;

/** One thing that can be measured of a network, and the quantities that come of it. Stateless. */
public interface Probe {
    /** The name on the command line, and in the column {@code probe}. */
    String key();

    /** What it gives, as in the column {@code quantity}. */
    List<String> quantities();
}
