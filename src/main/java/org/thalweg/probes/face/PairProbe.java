package org.thalweg.probes.face;

/** What two points of the parameters have to do with each other. */
public abstract class PairProbe extends Probe {
    /** With its name and its quantities, see {@link Probe}. */
    protected PairProbe(String key, String... quantities) {
        super(key, quantities);
    }

    /**
     * Measures.
     *
     * @param earlier in the order of a run: repeat by repeat, checkpoint by checkpoint
     * @param between what is asked of points between them
     */
    public abstract void measure(Portrait earlier, Portrait later, Between between, Readings readings);

    /** True where it needs the leading eigenvectors of both Hessians. */
    public boolean needsEigenvectors() {
        return false;
    }
}
