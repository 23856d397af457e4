package org.thalweg.results.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Verdict;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.noise.LandscapeNoise;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.model.surface.TwoValleys;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.published.FrozenShare;
import org.thalweg.results.claim.published.SwitchingRate;

/** F1 to F4 on two valleys. A true claim is refuted by chance with probability 1e-3; a dozen judgements, fixed seed. */
class FreezingClaimsTest {
    private static final Laboratory LABORATORY =
            new Laboratory(512, Seed.DEFAULT, 2, Laboratory.LONG_WINDOW, OptionalDouble.empty());

    private static PlainSetting setting(double slowTime, double gamma, double sigma) {
        double rate = 0.01;
        TwoValleys valleys = new TwoValleys(0.5, slowTime, 1.0);
        return new Setting("two-valleys", "a test", valleys, new Domain(List.of(Interval.LINE)),
                new LandscapeNoise(valleys, sigma / Math.sqrt(rate), gamma), new Sgd(rate), new double[] {-1.0},
                Optional.empty()).effective();
    }

    private static List<String> refuted(List<Judgement> judgements) {
        return judgements.stream().filter(j -> j.verdict() == Verdict.REFUTED)
                .map(j -> j.claim().id() + " " + j.measured()).collect(Collectors.toList());
    }

    @Test
    void nothingIsRefuted() {
        assertEquals(List.of(), refuted(new SwitchingRate().judge(LABORATORY, setting(20.0, 1.0, 0.3))));
        assertEquals(List.of(), refuted(new FrozenShare().judge(LABORATORY, setting(20.0, 1.0, 0.3))));
        List<Judgement> two = new FrozenShare().judge(LABORATORY, setting(20.0, 2.0, 0.1));
        assertEquals(List.of(), refuted(two));
        assertTrue(two.stream().anyMatch(
                j -> j.claim().id().startsWith("F3") && j.verdict() == Verdict.NOT_APPLICABLE));
    }

    /** Walkers with a third more variance than they are judged for leave e^(6/4) times as often. */
    @Test
    void wrongNoiseIsNoticed() {
        Laboratory tampered = LABORATORY.simulating(s -> s.withNoise(s.noise().times(4.0 / 3.0)));
        assertEquals(2, refuted(new SwitchingRate().judge(tampered, setting(20.0, 1.0, 0.3))).size());
    }

    /** Valleys that stand still do not freeze, and nothing is claimed. */
    @Test
    void silentWhereNothingFreezes() {
        List<Judgement> judgements = new FrozenShare().judge(LABORATORY, setting(Double.POSITIVE_INFINITY, 1.0, 0.3));
        assertEquals(List.of(Verdict.NOT_APPLICABLE),
                judgements.stream().map(Judgement::verdict).collect(Collectors.toList()));
    }
}
