package org.thalweg.report.html;

import org.thalweg.report.StoredRun;

/** What a reader of the numbers has to know. */
final class Reading {
    private Reading() {}

    static Html of(StoredRun run) {
        boolean judged = run.files().contains("verdicts.csv") || run.table("sweep.csv").isPresent();
        return Html.element("section", "", Html.element("h2", "", "How to read the numbers"),
                Html.element("p", "", "1.3327(30) means 1.3327 with a standard error of 0.0030; 378.5(4.6) means 378.5 with 4.6. "
                        + "A number without parentheses is exact, or its error is below its last digit; \u2013 is undefined."),
                Html.element("p", "", "Errors of literal SGD and of the SDE are standard errors over independent particles: "
                        + "the true mean lies within one of them in 68 cases of 100, within two in 95. Exponents, being fits "
                        + "to histograms, are jackknifed over groups of particles. Errors of a density are estimates of its "
                        + "numerical error, not random. Formulas have none. Of many cells some are off by more than two errors "
                        + "by chance; cells that share random numbers are not independent."),
                judged ? verdicts() : Html.NOTHING);
    }

    private static Html verdicts() {
        return Html.element("p", "", Words.verdict("CONSISTENT"), Html.text(" with the stated confidence the true number lies "
                + "within the resolution of the claim; "), Words.verdict("REFUTED"), Html.text(" the difference exceeds the "
                + "margin, which is sampling at the false-alarm rate and all bounds together; "),
                Words.verdict("INCONCLUSIVE"), Html.text(" the errors are too large to tell: neither agreement nor "
                + "disagreement has been shown; "), Words.verdict("NOT_APPLICABLE"), Html.text(" a hypothesis does not hold, so "
                + "the claim says nothing. In a sweep trajectories and theory are held against the density of the same cell."));
    }
}
