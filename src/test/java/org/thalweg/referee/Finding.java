package org.thalweg.referee;

/**
 * Something that should not be.
 *
 * @param kind what sort of thing
 * @param model shipped model
 * @param variation what was done to it
 * @param command what was run, without the options that make it small
 * @param what the quantity or the claim, the numbers and their errors, or the message
 */
record Finding(Kind kind, String model, Variation variation, String command, String what) {
    /** Worst first. */
    enum Kind {
        EXCEPTION("a failure nobody foresaw"),
        REFUTED("a claim or a row REFUTED"),
        DISAGREEMENT("two methods differ by more than their errors"),
        NOT_COVERED("off a better number by more than three stated errors"),
        NUMERICS("exit code 3: the numerics failed"),
        WARNING("an error estimate above half of its number, or a quantity the method lost"),
        NOT_STATIONARY("an ensemble that says itself that it is not stationary, and was held against nothing"),
        SLOW("given up at the limit of time"),
        REFUSED("exit code 2: refused, saying why");

        private final String says;

        Kind(String says) {
            this.says = says;
        }

        String says() {
            return says;
        }
    }
}
