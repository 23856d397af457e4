package org.thalweg.results.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Verdict;
import org.thalweg.model.PlainSetting;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.Ring;
import org.thalweg.results.claim.passage.ConvergenceScaling;
import org.thalweg.results.claim.passage.EscapeTime;

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
}
