package org.thalweg.probes.face;

import java.util.List;

/** One thing that can be measured of a network, and the quantities that come of it. Stateless. */
public abstract class Probe {
    private final String key;
    private final List<String> quantities;

    Probe(String key, String... quantities) {
        this.key = key;
        this.quantities = List.of(quantities);
    }

    /** The name on the command line, and in the column {@code probe}. */
    public String key() {
        return key;
    }

    /** What it gives, as in the column {@code quantity}. */
    public List<String> quantities() {
        return quantities;
    }
}
