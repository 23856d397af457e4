package org.thalweg.measure;

/** What became of a claim. */
public enum Verdict {
    /** The measurement agrees within the error budget, and the budget is small enough to mean something. */
    CONSISTENT,
    /** The measurement disagrees by more than the error budget allows. */
    REFUTED,
    /** The error budget is too large to tell. */
    INCONCLUSIVE,
    /** A hypothesis of the claim does not hold here, so the claim says nothing. */
    NOT_APPLICABLE
}
