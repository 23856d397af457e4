package org.thalweg.report.html;

import org.thalweg.measure.Verdict;
import org.thalweg.report.stored.StoredRun;

/** What a reader of the numbers has to know. */
final class Reading {
    private static final String NOTATION = """
            1.3327(30) means 1.3327 with a standard error of 0.0030; 378.5(4.6) means 378.5 with 4.6. A number without
            parentheses is exact, or its error is below its last digit; \u2013 is undefined.""";

    private static final String ERRORS = """
            Errors of literal SGD and of the SDE are standard errors over independent particles: the true mean lies
            within one of them in 68 cases of 100, within two in 95. Exponents, being fits to histograms, are jackknifed
            over groups of particles. Errors of a density are estimates of its numerical error, not random. Formulas
            have none. Of many cells some are off by more than two errors by chance; cells that share random numbers are
            not independent.""";

    private static final String CONSISTENT = """
             with the stated confidence the true number lies within the resolution of the claim;\s""";
    private static final String REFUTED = """
             the difference exceeds the margin, which is sampling at the false-alarm rate and all bounds together;\s""";
    private static final String INCONCLUSIVE = """
             the errors are too large to tell: neither agreement nor disagreement has been shown;\s""";
    private static final String NOT_APPLICABLE = """
             a hypothesis does not hold, so the claim says nothing. In a sweep trajectories and theory are held against
            the density of the same cell.""";

    private Reading() {}

    /** The section; verdicts are explained where there are some. */
    static Html of(StoredRun run) {
        boolean judged = run.files().contains("verdicts.csv") || run.files().contains("sweep.csv");
        return Html.element("section", "", Html.element("h2", "", "How to read the numbers"),
                Html.element("p", "", NOTATION), Html.element("p", "", ERRORS),
                judged ? verdicts() : Html.NOTHING);
    }

    private static Html verdicts() {
        return Html.element("p", "",
                Words.verdict(Verdict.CONSISTENT.name()), Html.text(CONSISTENT),
                Words.verdict(Verdict.REFUTED.name()), Html.text(REFUTED),
                Words.verdict(Verdict.INCONCLUSIVE.name()), Html.text(INCONCLUSIVE),
                Words.verdict(Verdict.NOT_APPLICABLE.name()), Html.text(NOT_APPLICABLE));
    }
}
