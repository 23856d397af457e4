package org.thalweg.results.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Verdict;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.Ring;
import org.thalweg.results.claim.passage.ConvergenceScaling;
import org.thalweg.results.claim.passage.EscapeTime;
import org.thalweg.theory.escape.ConvergenceTime;

/** C4 where the mean time is e^700 or more: silent, and not for the reason that it is infinite. */
class BeyondNumbersTest {
    private static final PlainSetting WELLS = Ring.with(Map.of("loss.flatness", "1 + x/10",
            "domain.x.boundary", "reflecting", "domain.x.from", "-2", "domain.x.to", "2", "start.x", "-1",
            "loss.floor", "(x^2 - 1)^2/4", "noise.anisotropy", "1", "noise.batch-variance", "0.006",
            "sgd.learning-rate", "0.1", "converged.flatness", "1.1"));

    private static final Laboratory LABORATORY =
            new Laboratory(16, new Seed(1), 1, Laboratory.SHORT_WINDOW, OptionalDouble.empty());

    @Test
    void theEscapeIsSilent() {
        List<Judgement> judgements = new EscapeTime().judge(LABORATORY, WELLS);
        assertTrue(judgements.stream().allMatch(j -> j.verdict() == Verdict.NOT_APPLICABLE), judgements.toString());
        assertTrue(judgements.get(0).claim().reasonForSilence().contains("T = e^835"),
                judgements.get(0).claim().reasonForSilence());
    }

    /** Both means are the limit where nobody arrives, whatever the trajectories do: no agreement. */
    @Test
    void nobodyArrivesAndThatIsNoAgreement() {
        List<Judgement> judgements = new ConvergenceScaling().judge(LABORATORY, WELLS);
        assertEquals(1, judgements.size());
        assertEquals(Verdict.NOT_APPLICABLE, judgements.get(0).verdict(), judgements.toString());
        assertTrue(judgements.get(0).claim().statement().endsWith("the mean of T is e^835"),
                judgements.get(0).claim().statement());
    }

    /** A degenerate valley where the way leads past a sharp place, from F = .98 at -2 by .25 to 1.02. */
    private static Setting past(double anisotropy) {
        return Ring.with(Map.of("loss.flatness", "exp(0.01*x - 1.4*exp(-x^2))", "loss.floor", "0",
                "domain.x.boundary", "reflecting", "domain.x.from", "-3", "domain.x.to", "3", "start.x", "-2",
                "noise.anisotropy", Double.toString(anisotropy), "noise.batch-variance", "0.004",
                "sgd.learning-rate", "0.1", "converged.flatness", "exp(0.01)"));
    }

    /**
     * T is e^699 there: a number, and 1e303 steps, which nobody takes. {@code validate} refused the whole model. With
     * kappa = 30 the time is 3e22.
     */
    @ParameterizedTest
    @ValueSource(doubles = {501, 30})
    void whatNoTrajectoryCanAwaitIsNotAskedOfThem(double anisotropy) {
        Setting past = past(anisotropy);
        assertTrue(ConvergenceTime.of(past.effective()).logMeanTime() < 700.0, ConvergenceTime.of(past.effective()).inWords());
        List<Judgement> judgements = new ConvergenceScaling().judge(LABORATORY, past);
        assertEquals(List.of(Verdict.NOT_APPLICABLE), judgements.stream().map(Judgement::verdict).toList(),
                judgements.toString());
    }

    /**
     * T = (1 / Delta) T(kappa, F): on the shipped ring 3.9 / .05 = 78, and at a quarter of the noise 310. Watched until
     * 150 the times themselves can be judged, and no exponent over four temperatures.
     */
    @Test
    void theExponentIsSilentWhereLessNoiseTakesTooLong() {
        Laboratory hurried =
                new Laboratory(16, new Seed(1), 1, Laboratory.SHORT_WINDOW, OptionalDouble.of(150.0));
        List<Judgement> exponents = new ConvergenceScaling().judge(hurried, Ring.shipped()).stream()
                .filter(judgement -> judgement.claim().id().startsWith("C4 exponent")).toList();
        assertEquals(List.of(Verdict.NOT_APPLICABLE), exponents.stream().map(Judgement::verdict).toList(),
                exponents.toString());
        assertTrue(exponents.get(0).claim().reasonForSilence().contains("a quarter of the noise"),
                exponents.get(0).claim().reasonForSilence());
    }
}
