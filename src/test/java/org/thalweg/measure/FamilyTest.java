package org.thalweg.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.junit.jupiter.api.Test;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/** Many claims at once: one of them is refuted by chance no more often than stated. */
class FamilyTest {
    private static final Prediction ZERO = new Prediction.Equals(0.0, 10.0);

    private static Judgement judge(double value, double standardError, Hypothesis... hypotheses) {
        Measurement measured = Measurement.computed(value, standardError);
        return new Claim("C0", "an example", List.of(hypotheses), ZERO)
                .judge(measured, ErrorBudget.EMPTY.withStatistical("sampling", standardError));
    }

    /** Claims that chance cannot touch, or that do not apply, have no share of the rate. */
    @Test
    void theRateIsSharedByWhatChanceCouldRefute() {
        Family family = Family.of(List.of(judge(0, 1), judge(0, 1), judge(0, 0), judge(5, 0),
                judge(0, 1, new Hypothesis("never", false, ""))));
        assertEquals(2, family.exposed());
        assertEquals(0.005, family.share());
        assertEquals(0.005, family.judgements().get(0).falseAlarm());
        assertEquals(Map.of(Verdict.CONSISTENT, 3L, Verdict.REFUTED, 1L, Verdict.NOT_APPLICABLE, 1L), family.counts());
        assertFalse(family.upheld());
        assertTrue(Family.of(List.of()).upheld());
    }

    /** 3.5 standard errors refute a claim that stands alone, not one of a hundred. */
    @Test
    void aLargeFamilyIsSlowerToRefute() {
        List<Judgement> hundred = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            hundred.add(judge(i == 0 ? 3.5 : 0.1, 1.0));
        }
        assertEquals(Verdict.REFUTED, hundred.get(0).verdict());
        assertEquals(Verdict.CONSISTENT, Family.of(hundred).judgements().get(0).verdict());
    }

    /**
     * 20,000 families of twelve true claims, each measured as the mean of eight normal numbers: Student's law with
     * seven degrees of freedom. One in a hundred families is refuted, 200 with a standard deviation of 14; above 4.9 of
     * them lies a true rate of 1e-2 with probability 1e-6. That the test is not timid: not below 4.9 either.
     */
    @Test
    void trueFamiliesAreRefutedOnceInAHundred() {
        int families = 20_000;
        RandomStream random = new Seed(11).stream(Purpose.OTHER, 0);
        Claim claim = new Claim("C0", "the mean is zero", List.of(), ZERO);
        int refuted = 0;
        for (int f = 0; f < families; f++) {
            List<Judgement> judgements = new ArrayList<>();
            for (int c = 0; c < 12; c++) {
                StreamingStatistics samples = new StreamingStatistics();
                for (int i = 0; i < 8; i++) {
                    samples.addValue(random.nextNormal());
                }
                Measurement mean = Measurement.mean(samples);
                judgements.add(claim.judge(mean, ErrorBudget.EMPTY.withSampling(mean)));
            }
            refuted += Family.of(judgements).upheld() ? 0 : 1;
        }
        double expected = Family.FALSE_ALARM * families;
        assertEquals(expected, refuted, 4.9 * Math.sqrt(expected), "refuted " + refuted);
    }
}
