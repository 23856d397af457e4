package org.thalweg.probes.face;

import java.util.ArrayList;
import java.util.List;

/** The numbers of one probe, in the order in which they are measured. */
public final class Readings {
    private final Probe probe;
    private final String layer;
    private final List<Reading> all = new ArrayList<>();

    /**
     * None yet.
     *
     * @param layer the parameters they are about, unless said otherwise; empty for all
     */
    public Readings(Probe probe, String layer) {
        this.probe = probe;
        this.layer = layer;
    }

    /** A single number with nothing but rounding. */
    public void add(String quantity, double value) {
        add(quantity, 0, value, 0.0);
    }

    /**
     * A number.
     *
     * @param index from 1; 0 for a quantity that is one number
     */
    public void add(String quantity, int index, double value, double standardError) {
        addOf(layer, quantity, index, value, standardError);
    }

    /** A number about other parameters. */
    public void addOf(String other, String quantity, int index, double value, double standardError) {
        if (!probe.quantities().contains(quantity)) {
            throw new IllegalStateException(probe.key() + " does not announce " + quantity);
        }
        all.add(new Reading(other, probe, quantity, index, value, standardError));
    }

    /** All of them. */
    public List<Reading> all() {
        return List.copyOf(all);
    }
}
