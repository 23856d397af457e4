package org.thalweg.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/** What a claim makes of a measurement. */
class ClaimTest {
    private static final Hypothesis HOLDS = new Hypothesis("eps <= 0.1", true, "eps = 0.04");
    private static final Hypothesis FAILS = new Hypothesis("eps <= 0.1", false, "eps = 0.7");
    private static final Prediction FOUR = new Prediction.Equals(4.0, 1.0);

    private static Claim claim(Prediction prediction, Hypothesis... hypotheses) {
        return new Claim("C0", "an example", List.of(hypotheses), prediction);
    }

    private static Verdict judge(Prediction prediction, double value, double standardError, double bound) {
        Measurement measured = new Measurement(value, standardError, 100);
        return claim(prediction, HOLDS).judge(measured, ErrorBudget.EMPTY
                .withSampling(measured).withSystematic("grid", bound)).verdict();
    }

    /**
     * Equals 4 with resolution 1: the margin is 3.39 standard errors (Student's 99.95 % quantile for 99 degrees of
     * freedom, R qt(0.9995, 99) = 3.3915) and the bound; to be consistent difference and margin must not exceed 1.
     */
    @ParameterizedTest
    @CsvSource({
        "4.0,  0.0, 0.0,  CONSISTENT",
        "4.3,  0.1, 0.0,  CONSISTENT",
        "4.35, 0.1, 0.0,  REFUTED",
        "4.33, 0.1, 0.0,  CONSISTENT",
        "4.35, 0.1, 0.02, CONSISTENT",
        "3.65, 0.1, 0.0,  REFUTED",
        "4.01, 0.0, 0.0,  REFUTED",
        "4.25, 0.0, 0.75, CONSISTENT",
        "4.5,  0.0, 0.75, INCONCLUSIVE",
        "4.3,  0.15, 0.2, INCONCLUSIVE",
        "4.0,  0.0, 1.01, INCONCLUSIVE",
        "4.0,  0.4, 0.0,  INCONCLUSIVE",
        "9.0,  0.4, 0.0,  REFUTED"})
    void equalities(double value, double standardError, double bound, Verdict verdict) {
        assertEquals(verdict, judge(FOUR, value, standardError, bound));
    }

    /** At least 4: consistent far on its side, refuted far on the other, and open between. */
    @ParameterizedTest
    @CsvSource({
        "4.0, 0.0, 0.0, CONSISTENT",
        "4.0, 0.1, 0.0, INCONCLUSIVE",
        "4.4, 0.1, 0.0, CONSISTENT",
        "9.0, 9.0, 9.0, INCONCLUSIVE",
        "3.9, 0.1, 0.0, INCONCLUSIVE",
        "3.6, 0.1, 0.0, REFUTED",
        "3.6, 0.1, 0.1, INCONCLUSIVE"})
    void lowerBounds(double value, double standardError, double bound, Verdict verdict) {
        assertEquals(verdict, judge(new Prediction.AtLeast(4.0), value, standardError, bound));
        // Its mirror image.
        assertEquals(verdict, judge(new Prediction.AtMost(-4.0), -value, standardError, bound));
    }

    @Test
    void silenceIsNeverPassed() {
        Claim silent = claim(new Prediction.Silent("noise varies in space"), HOLDS);
        assertEquals(Verdict.NOT_APPLICABLE, silent.judge(Measurement.exact(4.0), ErrorBudget.EMPTY).verdict());
        assertFalse(silent.applies());
        assertEquals("noise varies in space", silent.reasonForSilence());
        assertTrue(Double.isNaN(silent.prediction().value()));
    }

    /** Outside its hypotheses a claim keeps its number but says nothing, however well or badly the number fits. */
    @Test
    void outsideItsHypothesesAClaimIsNeverPassed() {
        for (Prediction prediction : List.of(FOUR, new Prediction.AtLeast(4.0), new Prediction.AtMost(4.0))) {
            Claim claim = claim(prediction, HOLDS, FAILS);
            for (double value : new double[] {4.0, 4.1, -100.0, 100.0, Double.NaN}) {
                Judgement judgement = claim.judge(Measurement.exact(value), ErrorBudget.EMPTY);
                assertEquals(Verdict.NOT_APPLICABLE, judgement.verdict());
            }
            assertEquals(4.0, claim.prediction().value());
            assertEquals("eps <= 0.1 (eps = 0.7: does not hold)", claim.reasonForSilence());
        }
    }

    @Test
    void whatAppliesHasNoReasonForSilence() {
        assertTrue(claim(FOUR).applies());
        assertEquals("", claim(FOUR, HOLDS).reasonForSilence());
    }

    /** Nothing measured, or an error nobody knows: open, neither passed nor refuted. */
    @Test
    void withoutANumberOrItsErrorTheClaimIsOpen() {
        ErrorBudget unknown = ErrorBudget.EMPTY.withStatistical("sampling", Double.NaN);
        ErrorBudget endless = ErrorBudget.EMPTY.withSystematic("grid", Double.POSITIVE_INFINITY);
        for (Prediction prediction : List.of(FOUR, new Prediction.AtLeast(4.0), new Prediction.AtMost(4.0))) {
            Claim claim = claim(prediction);
            assertEquals(Verdict.INCONCLUSIVE, claim.judge(Measurement.UNDEFINED, ErrorBudget.EMPTY).verdict());
            assertEquals(Verdict.INCONCLUSIVE, claim.judge(Measurement.exact(4.0), unknown).verdict());
            assertEquals(Verdict.INCONCLUSIVE, claim.judge(Measurement.exact(4.0), endless).verdict());
        }
    }

    @Test
    void aJudgementCarriesAllThatWasWeighed() {
        Measurement measured = new Measurement(4.1, 0.1, 50);
        ErrorBudget budget = ErrorBudget.EMPTY.withStatistical("sampling", 0.1);
        Judgement judgement = claim(FOUR, HOLDS).judge(measured, budget);
        assertEquals(new Judgement(claim(FOUR, HOLDS), measured, budget, Claim.FALSE_ALARM, Verdict.CONSISTENT),
                judgement);
    }

    @Test
    void hypothesesAreCopied() {
        List<Hypothesis> given = new ArrayList<>(List.of(HOLDS));
        Claim claim = new Claim("C0", "", given, FOUR);
        given.add(FAILS);
        assertTrue(claim.applies());
        assertThrows(UnsupportedOperationException.class, () -> claim.hypotheses().add(FAILS));
    }

    /**
     * A true equality measured with Gaussian noise is refuted with probability 1e-3, as {@link Claim#FALSE_ALARM}
     * promises: in 400,000 repetitions 400 times, give or take 20. 4.9 of these standard deviations: 1e-6 false alarms.
     * An inequality measured at its bound is refuted half as often.
     */
    @Test
    void trueClaimsAreRefutedOnceInAThousand() {
        int repetitions = 400_000;
        RandomStream noise = new Seed(3).stream(Purpose.OTHER, 0);
        ErrorBudget budget = ErrorBudget.EMPTY.withStatistical("sampling", 0.02);
        Claim equality = claim(FOUR, HOLDS);
        Claim inequality = claim(new Prediction.AtLeast(4.0), HOLDS);
        int equalities = 0;
        int inequalities = 0;
        for (int i = 0; i < repetitions; i++) {
            Measurement measured = new Measurement(4.0 + 0.02 * noise.nextNormal(), 0.02, 100);
            equalities += equality.judge(measured, budget).verdict() == Verdict.REFUTED ? 1 : 0;
            inequalities += inequality.judge(measured, budget).verdict() == Verdict.REFUTED ? 1 : 0;
        }
        double expected = 1e-3 * repetitions;
        assertEquals(expected, equalities, 4.9 * Math.sqrt(expected));
        assertEquals(0.5 * expected, inequalities, 4.9 * Math.sqrt(0.5 * expected));
    }
}
