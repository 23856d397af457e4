package org.thalweg.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A verdict names the largest part of its margin, and what would shrink it. */
class JudgementTest {
    private static final Claim FOUR = new Claim("C0", "", List.of(), new Prediction.Equals(4.0, 1.0));

    private static final Claim AT_LEAST_0 = new Claim("C0", "", List.of(), new Prediction.AtLeast(0.0));

    private static String advice(double value, ErrorBudget budget) {
        return FOUR.judge(Measurement.exact(value), budget).advice().orElseThrow();
    }

    /** To halve a sampling error takes four times the particles; a bound of first order half the step. */
    @Test
    void aClosedVerdictSaysWhatWouldHalveTheLargestPart() {
        assertEquals("sampling: 4 x the particles",
                advice(4.0, ErrorBudget.EMPTY.withStatistical("sampling", 0.01).withSystematic("grid", 0.01)));
        assertEquals("time step: 1/2 of the time step",
                advice(4.0, ErrorBudget.EMPTY.withStatistical("sampling", 0.01).withSystematic("time step", 0.1)));
        assertEquals("learning rate, beyond first order: 1/2 of the learning rate at the same temperature",
                advice(9.0, ErrorBudget.EMPTY.withSystematic("learning rate, beyond first order", 0.1)));
    }

    /** 4.3 +- 1.4 is to become 4.3 +- 0.7. */
    @Test
    void anOpenVerdictSaysWhatWouldCloseIt() {
        assertEquals("asymptotic order: 1/2 of the temperature",
                advice(4.3, ErrorBudget.EMPTY.withSystematic("asymptotic order", 1.4)));
        assertEquals("sampling: 25 x the particles",
                advice(4.0, ErrorBudget.EMPTY.withStatistical("sampling", 5.0 / Claim.SIGMAS)));
    }

    /** 4.9999999 of 4 +- 1 is to become known to 1e-7: nobody is told to take 1e13 times the particles. */
    @Test
    void whatLiesAtTheBorderIsBeyondAllMeasure() {
        assertEquals("sampling: beyond 1024 x the particles",
                advice(4.9999999, ErrorBudget.EMPTY.withStatistical("sampling", 0.4)));
        assertEquals("time step: beyond 1/32 of the time step",
                advice(4.9999999, ErrorBudget.EMPTY.withSystematic("time step", 1.4)));
    }

    /**
     * At least 0, and 1 +- 4 was found: 1 +- 1 decides, whichever side it is on. Parts that one remedy shrinks are
     * shrunk together.
     */
    @Test
    void anOpenBoundSaysWhatWouldDecide() {
        for (double found : new double[] {1.0, -1.0}) {
            Judgement open = AT_LEAST_0.judge(Measurement.exact(found),
                    ErrorBudget.EMPTY.withStatistical("seeds", 3.0 / Claim.SIGMAS).withSystematic("seeds, whole", 1.0));
            assertEquals(Verdict.INCONCLUSIVE, open.verdict());
            assertEquals(Optional.of("seeds: 16 x as many"), open.advice());
        }
        assertEquals(Optional.of("seeds: beyond 1024 x as many"), AT_LEAST_0.judge(Measurement.exact(0.0),
                ErrorBudget.EMPTY.withStatistical("seeds", 1.0)).advice());
    }

    /** 7 with an error of infinity is no number, and no tolerance makes it one. */
    @Test
    void whatIsNotKnownIsOpenAndSaysWhy() {
        Judgement unbounded = FOUR.judge(Measurement.computed(7.0, Double.POSITIVE_INFINITY),
                ErrorBudget.EMPTY.withSystematic("grid", Double.POSITIVE_INFINITY).withSystematic("time step", 0.1));
        assertEquals(Verdict.INCONCLUSIVE, unbounded.verdict());
        assertFalse(unbounded.known());
        assertEquals(Optional.of("grid: an error without a bound leaves nothing known"), unbounded.advice());
        Judgement none = FOUR.judge(Measurement.UNDEFINED, ErrorBudget.EMPTY.withSystematic("time step", 0.1));
        assertEquals(Verdict.INCONCLUSIVE, none.verdict());
        assertEquals(Optional.of("no number is known"), none.advice());
    }

    @Test
    void whatNobodyCanShrinkIsNamedAllTheSame() {
        assertEquals("rounding", advice(4.0, ErrorBudget.EMPTY.withSystematic("rounding", 1e-9)));
        assertEquals(Optional.empty(), FOUR.judge(Measurement.exact(4.0), ErrorBudget.EMPTY).advice());
    }

    /** Two errors of equal size and four degrees of freedom each: eight together; R qt(0.9995, 8) = 5.0413. */
    @Test
    void fewSamplesWidenTheMargin() {
        Measurement five = new Measurement(1.0, 3.0, 5);
        Measurement difference = five.minus(new Measurement(2.0, 3.0, 5));
        assertEquals(8.0, difference.degreesOfFreedom(), 1e-12);
        ErrorBudget budget = ErrorBudget.EMPTY.withSampling(difference);
        assertEquals(5.0413 * 3.0 * Math.sqrt(2.0), budget.marginAt(1e-3), 1e-3);
        assertEquals(8.0, ErrorBudget.EMPTY.withSampling(five).withSampling(five).degreesOfFreedom(), 1e-12);
        assertEquals(3.2905, ErrorBudget.EMPTY.withStatistical("sampling", 1.0).marginAt(1e-3), 1e-4);
    }

    /**
     * 3 standard errors beyond a bound of 1: the normal law says 2.6998e-3; five degrees of freedom 0.03010 (tables).
     */
    @Test
    void chanceIsWhatIsLeftBeyondTheBounds() {
        Claim claim = new Claim("C0", "an example", List.of(), new Prediction.Equals(2.0, 10.0));
        ErrorBudget bound = ErrorBudget.EMPTY.withSystematic("grid", 1.0);
        assertEquals(2.69980e-3, claim.judge(Measurement.exact(9.0), bound.withStatistical("sampling", 2.0)).chance(),
                1e-7);
        Measurement few = new Measurement(-5.0, 2.0, 6);
        assertEquals(0.0301, claim.judge(few, bound.withSampling(few)).chance(), 1e-4);
        assertEquals(1.0, claim.judge(Measurement.exact(2.5), bound.withStatistical("sampling", 2.0)).chance());
        Claim atMost = new Claim("C0", "an example", List.of(), new Prediction.AtMost(2.0));
        assertEquals(1.0, atMost.judge(Measurement.exact(-9.0), bound.withStatistical("sampling", 2.0)).chance());
    }

    /** 0.1 + 0.2 is not 0.3 in doubles, and refutes nothing; a part in 1e14 does. */
    @Test
    void roundingIsNoDifference() {
        Claim claim = new Claim("C0", "an example", List.of(), new Prediction.Equals(0.3, 0.1));
        assertEquals(Verdict.CONSISTENT, claim.judge(Measurement.exact(0.1 + 0.2), ErrorBudget.EMPTY).verdict());
        assertEquals(Verdict.REFUTED, claim.judge(Measurement.exact(0.3 * (1 + 1e-14)), ErrorBudget.EMPTY).verdict());
    }
}
