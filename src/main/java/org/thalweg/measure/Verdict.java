package org.thalweg.measure;

/** What became of a claim. */
public enum Verdict {
    /** With the stated confidence the true number is within the stated margin of what the claim says. */
    CONSISTENT,
    /** The measurement disagrees by more than the error budget allows. */
    REFUTED,
    /** The error budget is too large to tell: neither agreement nor disagreement has been shown. */
    INCONCLUSIVE,
    /** A hypothesis of the claim does not hold here, so the claim says nothing. */
    NOT_APPLICABLE
}
