package org.thalweg.model.space;

/**
 * The set that counts as converged: all points whose flatness is at least a level.
 *
 * @param flatness the level, in units of F
 */
public record FlatSet(double flatness) {
    /** True where a point of the given flatness belongs to the set. */
    public boolean contains(double pointFlatness) {
        return pointFlatness >= flatness;
    }
}
