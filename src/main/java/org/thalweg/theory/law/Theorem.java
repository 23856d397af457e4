package org.thalweg.theory.law;

/**
 * What one result of the theory says, and where it comes from.
 *
 * @param name short name
 * @param statement the result in one line, in the symbols of docs/symbols.md
 * @param standing how far it can be trusted
 * @param reference a key of docs/references.md
 * @param chapter the file of docs/theory that derives it
 */
public record Theorem(String name, String statement, Standing standing, String reference, String chapter) {
    /** How far a result can be trusted. */
    public enum Standing {
        /** Holds exactly under its hypotheses. */
        EXACT,
        /** Holds in a limit that its hypotheses measure. */
        ASYMPTOTIC
    }
}
