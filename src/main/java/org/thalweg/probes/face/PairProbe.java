package org.thalweg.probes.face;

/** What two points of the parameters have to do with each other. */
public interface PairProbe extends Probe {
    /**
     * Measures.
     *
     * @param earlier in the order of a run: repeat by repeat, checkpoint by checkpoint
     * @param between what is asked of points between them
     */
    void measure(Portrait earlier, Portrait later, Between between, Readings readings);

    /** True where it needs the leading eigenvectors of both Hessians. */
    default boolean needsEigenvectors() {
        return false;
    }
}
