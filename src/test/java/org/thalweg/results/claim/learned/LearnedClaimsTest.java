package org.thalweg.results.claim.learned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Verdict;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelText;
import org.thalweg.network.Propagation;
import org.thalweg.network.Samples;
import org.thalweg.network.Weights;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.ClaimExperiment;
import org.thalweg.results.claim.trial.LearningClaim;

/**
 * Claims about what is learned, on the smallest networks that learn anything, and beside each a case in which it is
 * noticed that it fails. One seed throughout; each verdict is judged with false alarms of 1e-3.
 */
class LearnedClaimsTest {
    private static final Laboratory LABORATORY =
            new Laboratory(16, new Seed(20261129), 1, Laboratory.SHORT_WINDOW, OptionalDouble.empty());

    private static Setting digits(String data, String network, String sgd, String optimiser) {
        return ModelText.sound("""
                name: some-digits
                loss: {kind: network, data: {set: digits, %s}, %s}
                noise: {kind: samples, batch: 20}
                sgd: {%s}
                %s
                start: {kind: glorot-normal, seed: 2}
                """.formatted(data, network, sgd, optimiser)).setting();
    }

    private static List<Verdict> verdicts(ClaimExperiment claim, Setting setting) {
        return judged(claim, setting).stream().map(Judgement::verdict).toList();
    }

    private static List<Judgement> judged(ClaimExperiment claim, Setting setting) {
        return claim.judge(LABORATORY, setting);
    }

    private static String text(List<Judgement> judged) {
        return judged.stream().map(j -> j.verdict() + " " + j.claim().id() + " " + j.measured() + " +- " + j.margin())
                .collect(Collectors.joining("\n"));
    }

    private static Setting small() {
        return digits("classes: [0, 1, 2], per-class: 20, test-per-class: 20", "layers: [64, 4, 3]",
                "learning-rate: 0.2", "");
    }

    /** 1083 digits, even or odd. */
    @Test
    void boundForUnseenSamples() {
        Setting parity = digits("classes: [0, 1, 2, 3, 4, 5], parity: true", "layers: [64, 3, 2]",
                "learning-rate: 0.5", "").withBatchSize(60);
        List<Judgement> found = judged(new UnseenErrorBound(0.1), parity);
        assertEquals(2, found.size(), text(found));
        assertTrue(found.get(0).measured().value() < 0.5, text(found));
        assertEquals(Verdict.REFUTED, found.get(0).verdict(), "a bound that is too low");
        assertEquals(Verdict.CONSISTENT, found.get(1).verdict(), text(found));
        assertEquals(List.of(Verdict.NOT_APPLICABLE), verdicts(new UnseenErrorBound(), small()));
    }

    /** One-bit weights beside themselves differ by nothing; of two units a layer they are not enough. */
    @Test
    void oneBitWeights() {
        String data = "classes: [0, 1, 2, 3], per-class: 20, test-per-class: 20";
        Setting bits = digits(data, "layers: [64, 2, 2, 4], activation: shifted-relu, weights: one-bit",
                "learning-rate: 0.1", "");
        List<Judgement> same = judged(new OneBitWeights(Weights.ONE_BIT), bits);
        assertTrue(same.stream().allMatch(j -> j.measured().value() == 0.0), text(same));
        assertTrue(same.stream().allMatch(j -> j.verdict() == Verdict.CONSISTENT), text(same));
        List<Judgement> found = judged(new OneBitWeights(), bits);
        assertTrue(found.get(0).measured().value() > 0.015, text(found));
        assertTrue(found.stream().noneMatch(j -> j.verdict() == Verdict.CONSISTENT), text(found));
        assertEquals(List.of(Verdict.NOT_APPLICABLE), verdicts(new OneBitWeights(), small()));
    }

    /** Whatever comes of so few parameters: two sign tests over sixteen seeds, and nothing of two classes. */
    @Test
    void leadingDirections() {
        List<Judgement> found = judged(new LeadingDirections(), small());
        assertEquals(2, found.size(), text(found));
        for (Judgement judgement : found) {
            double seeds = 16.0 * judgement.measured().value();
            assertEquals(Math.rint(seeds), seeds, 1e-12);
            assertEquals(16, judgement.measured().samples());
        }
        assertEquals(List.of(Verdict.NOT_APPLICABLE), verdicts(new LeadingDirections(), digits(
                "classes: [0, 1], per-class: 20", "layers: [64, 4, 2]", "learning-rate: 0.2", "")));
    }

    @Test
    void spectrumUnderHsr() {
        Setting hsr = digits("classes: [0, 1, 2], per-class: 20", "layers: [64, 4, 3]", "learning-rate: 0.2",
                "optimiser: {kind: hsr, strength: 0.02}");
        List<Judgement> found = judged(new NarrowedSpectrum(), hsr);
        assertEquals(List.of(Verdict.CONSISTENT, Verdict.CONSISTENT),
                found.stream().map(Judgement::verdict).toList(), text(found));
        Setting none = digits("classes: [0, 1, 2], per-class: 20", "layers: [64, 4, 3]", "learning-rate: 0.2",
                "optimiser: {kind: hsr, strength: 0}");
        assertEquals(List.of(Verdict.NOT_APPLICABLE), verdicts(new NarrowedSpectrum(), none));
    }

    /** Few learners at a small rate: early steps are shorter by what is measured, and the noise adds up. */
    @Test
    void learnersThatSpread() {
        Setting ring = digits("classes: [0, 1, 2, 3], per-class: 20", "layers: [64, 6, 4], activation: relu",
                "learning-rate: 0.5", "optimiser: {kind: decentralised, learners: 4, mixing: ring}");
        List<Judgement> found = judged(new SpreadLearners(), ring);
        assertEquals(4, found.size(), text(found));
        assertTrue(found.get(0).measured().value() < 1.0, text(found));
        assertTrue(found.stream().noneMatch(j -> j.verdict() == Verdict.REFUTED), text(found));
        assertEquals(Verdict.NOT_APPLICABLE, found.get(3).verdict(), "learners at one place learn here too");
        Setting together = digits("classes: [0, 1], per-class: 20", "layers: [64, 6, 2]", "learning-rate: 0.5",
                "optimiser: {kind: decentralised, learners: 4, mixing: synchronous}");
        assertEquals(List.of(Verdict.NOT_APPLICABLE), verdicts(new SpreadLearners(), together));
    }

    /** The level is met to rounding, where it is first passed; the start where it lies above. */
    @Test
    void equalLoss() {
        Setting setting = small();
        List<double[]> path = Trainings.paths(setting, 200, 21, new Seed(3), 1).get(0);
        Propagation network = LearningClaim.network(setting).bind();
        LossPath way = new LossPath(network, path);
        for (double share : new double[] {0.1, 0.5, 0.9}) {
            double level = way.lowest() + share * (way.first() - way.lowest());
            assertEquals(level, network.loss(way.at(level)), 1e-9);
        }
        assertEquals(way.first(), network.loss(way.at(way.first() + 1.0)));
    }

    /** Spaces do not care for their basis: turned in itself, and against one that shares a vector of two. */
    @Test
    void spacesOfVectors() {
        double c = Math.cos(0.7);
        double s = Math.sin(0.7);
        LeadingSpace plane = new LeadingSpace(new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}});
        LeadingSpace turned = new LeadingSpace(new double[][] {{c, s, 0, 0}, {-s, c, 0, 0}});
        assertEquals(0.0, plane.displacement(turned), 1e-15);
        assertEquals(plane.localisation(), turned.localisation(), 1e-15);
        assertEquals(0.5, plane.localisation(), 1e-15);
        assertEquals(0.5, plane.displacement(new LeadingSpace(new double[][] {{1, 0, 0, 0}, {0, 0, 0, 1}})), 1e-15);
        assertEquals(1.0, plane.displacement(new LeadingSpace(new double[][] {{0, 0, 1, 0}, {0, 0, 0, 1}})), 1e-15);
        double[] everywhere = {0.5, 0.5, 0.5, 0.5};
        assertEquals(0.25, new LeadingSpace(new double[][] {everywhere}).localisation(), 1e-15);
    }

    private static Setting functions() {
        return ModelText.sound("""
                name: functions
                loss: {kind: network, data: {table: %s, inputs: [x1, x2], outputs: [booth]},
                  layers: [2, 8, 8, 1], output: mse}
                noise: {kind: samples, batch: 36}
                sgd: {learning-rate: 0.05, momentum: 0.9}
                start: {kind: glorot-normal}
                """.formatted(Path.of("models", "functions.csv").toAbsolutePath())).setting();
    }

    /** Sharpness rises with frequency: waves that are taken for one another in reverse have the slope the other way. */
    @Test
    void sharpnessOfFunctions() {
        List<Judgement> found = judged(new SharpnessOfFunctions(2.0, 1.5, 1.0, 0.5), functions());
        assertEquals(2, found.size(), text(found));
        assertEquals(Verdict.REFUTED, found.get(0).verdict(), text(found));
        assertTrue(found.get(0).measured().value() < -0.5, text(found));
        assertEquals(List.of(Verdict.NOT_APPLICABLE), verdicts(new SharpnessOfFunctions(), small()));
    }

    /** Mean 0 and variance 1; half a period runs from -1 to 1; Booth's function is least next to (1, 3) of 10. */
    @Test
    void targets() {
        Samples places = LearningClaim.network(functions()).samples();
        for (double[] target : List.of(TargetFunctions.wave(places, 2.0), TargetFunctions.booth(places))) {
            double sum = 0.0;
            double squares = 0.0;
            for (double value : target) {
                sum += value / target.length;
                squares += value * value / target.length;
            }
            assertEquals(0.0, sum, 1e-13);
            assertEquals(1.0, squares, 1e-12);
        }
        double[] half = TargetFunctions.wave(places, 0.5);
        assertEquals(half[143], -half[0], 1e-12);
        double[] booth = TargetFunctions.booth(places);
        int least = 0;
        for (int n = 1; n < booth.length; n++) {
            least = booth[n] < booth[least] ? n : least;
        }
        assertEquals(0.1, places.input(least, 0), 0.1);
        assertEquals(0.3, places.input(least, 1), 0.1);
    }
}
