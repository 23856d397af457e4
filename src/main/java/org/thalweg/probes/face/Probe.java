package org.thalweg.probes.face;

import java.util.List;
import java.util.Optional;

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

    /** Why it cannot be measured as planned, and what to do instead; empty where it can. */
    public Optional<String> refuses(ProbePlan plan) {
        return Optional.empty();
    }
}
