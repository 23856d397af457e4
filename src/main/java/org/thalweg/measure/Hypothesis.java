package org.thalweg.measure;

/**
 * A condition under which a claim is made.
 *
 * @param statement what must hold, with the threshold: "eps = max Delta |kappa - 1| F'^2 &lt;= 0.1"
 * @param holds whether it does
 * @param found the number or fact that decides: "eps = 0.0375"
 */
public record Hypothesis(String statement, boolean holds, String found) {
    @Override
    public String toString() {
        return statement + " (" + found + (holds ? ")" : ": does not hold)");
    }
}
