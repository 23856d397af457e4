package org.thalweg.results.claim.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Family;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Verdict;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Interval;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.Ring;
import org.thalweg.results.claim.trial.StepHalving;
import org.thalweg.trajectory.EnsembleResult;
import org.thalweg.trajectory.Protocol;

/**
 * The machinery of judgement, judged: true witnesses are not refuted more often than stated, and each of four mistakes
 * is found at the default sample sizes.
 */
class FalseAlarmTest {
    /** Those of {@code thalweg validate}. */
    private static final int DEFAULT_PARTICLES = 4096;

    /** A rate for single claims in {@link #trueWitnessesAreNotRefuted}: it shows more than one of 1e-2. */
    private static final double ONE_IN_TWENTY = 0.05;

    private static List<Judgement> sde(Laboratory laboratory, PlainSetting setting) {
        return WitnessAgreement.law(laboratory, setting, StepHalving.sde(laboratory, setting));
    }

    /**
     * 300 runs of the SDE on the ring, three claims each. The stated rates are 1e-2 a run and, judged one by one, 5e-2
     * a claim; bounds on the time step keep the true ones below. Three runs of 300 and 45 claims of 900 are allowed;
     * seeds are fixed.
     */
    @Test
    void trueWitnessesAreNotRefuted() {
        PlainSetting ring = Ring.shipped().withoutFlatSet();
        int runs = 300;
        int refutedRuns = 0;
        long refutedClaims = 0;
        int claims = 0;
        for (int i = 0; i < runs; i++) {
            Laboratory laboratory =
                    new Laboratory(64, new Seed(1000 + i), 1, Laboratory.SHORT_WINDOW, OptionalDouble.empty());
            List<Judgement> judgements = sde(laboratory, ring);
            refutedRuns += Family.of(judgements).upheld() ? 0 : 1;
            refutedClaims += judgements.stream()
                    .filter(j -> j.at(ONE_IN_TWENTY).verdict() == Verdict.REFUTED).count();
            claims += judgements.size();
        }
        System.out.printf("refuted: %d of %d runs, %d of %d claims%n", refutedRuns, runs, refutedClaims, claims);
        assertTrue(refutedRuns <= Family.FALSE_ALARM * runs, refutedRuns + " runs");
        assertTrue(refutedClaims <= ONE_IN_TWENTY * claims, refutedClaims + " claims");
    }

    private static void isFound(PlainSetting setting, UnaryOperator<Setting> mistake, String... expected) {
        Laboratory laboratory = new Laboratory(
                DEFAULT_PARTICLES, new Seed(5), 2, Laboratory.LONG_WINDOW, OptionalDouble.empty());
        Family honest = Family.of(sde(laboratory, setting));
        assertTrue(honest.upheld(), "refuted without a mistake");
        Family family = Family.of(sde(laboratory.simulating(mistake), setting));
        assertFalse(family.upheld());
        String refuted = family.judgements().stream().filter(j -> j.verdict() == Verdict.REFUTED)
                .map(j -> j.claim().id()).collect(Collectors.joining(", "));
        for (String id : expected) {
            assertTrue(refuted.contains(id), id + " not among the refuted: " + refuted);
        }
    }

    /**
     * A window that begins at the start, on the sharp side, is not stationary; one that begins when it is forgotten is.
     * The claims are judged at the rate of a single one: two false alarms of 1e-3.
     */
    @Test
    void anEnsembleThatRemembersItsStartIsFound() {
        PlainSetting ring = Ring.shipped().withoutFlatSet();
        Laboratory laboratory =
                new Laboratory(1024, new Seed(5), 2, Laboratory.LONG_WINDOW, OptionalDouble.empty());
        Interval range = laboratory.plan(ring).histogramRange();
        // The slowest relaxation time of the ring is 57, or 1140 iterations.
        EnsembleResult early = laboratory.sgd(ring, Protocol.window(0, 2000, 100).histogramOver(range), 1024);
        EnsembleResult late = laboratory.sgd(ring, Protocol.window(8000, 10_000, 100).histogramOver(range), 1024);
        assertEquals(Verdict.REFUTED, Stationarity.judge(early, "early").get(0).verdict());
        assertEquals(Verdict.CONSISTENT, Stationarity.judge(late, "late").get(0).verdict());
    }

    private static PlainSetting nearDegenerate(Map<String, String> assignments) {
        return Ring.model(Path.of("models", "near-degenerate-valley.yaml"), assignments).withoutFlatSet();
    }

    @Test
    void aWrongFactorOneHalfInTheDiffusionIsFound() {
        isFound(Ring.shipped().withoutFlatSet(), s -> s.withNoise(s.noise().times(0.5)), "W1 mean square y");
        isFound(Ring.shipped().withoutFlatSet(), s -> s.withNoise(s.noise().times(2.0)), "W1 mean square y");
    }

    @Test
    void anAnisotropyOffByATenthIsFound() {
        for (double factor : new double[] {0.9, 1.1}) {
            isFound(Ring.shipped().withoutFlatSet(),
                    s -> s.withAnisotropy(factor * s.noise().anisotropy().orElseThrow()), "W1 selection exponent");
        }
    }

    /** The floor rises where it should fall. */
    @Test
    void aDriftWithTheWrongSignOfTheFloorIsFound() {
        PlainSetting flipped = nearDegenerate(Map.of("eps", "-0.02"));
        isFound(nearDegenerate(Map.of()), s -> flipped, "W1 mean flatness", "W1 mean square y");
    }

    @Test
    void theSquareOfTheFlatnessIsFound() {
        PlainSetting squared = Ring.with(Map.of("loss.flatness", "(1 + a*cos(x))^2")).withoutFlatSet();
        isFound(Ring.shipped().withoutFlatSet(), s -> squared, "W1 mean square y", "W1 selection exponent");
    }
}
