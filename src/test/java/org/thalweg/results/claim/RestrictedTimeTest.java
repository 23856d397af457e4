package org.thalweg.results.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Verdict;
import org.thalweg.model.PlainSetting;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.Ring;
import org.thalweg.results.claim.passage.ConvergenceScaling;

/** Convergence times whose mean is infinite: to the left of the start the valley is sharp and has no end. */
class RestrictedTimeTest {
    @TempDir
    private Path folder;

    private PlainSetting open() throws IOException {
        return Ring.model(Files.writeString(folder.resolve("open.yaml"), """
                name: open
                summary: Sharp to the left without end.
                loss: {kind: valley, flatness: "1 + 0.5*tanh(x)", floor: "0"}
                domain: {x: {boundary: open}}
                noise: {kind: anisotropic, batch-variance: 2.0, anisotropy: 4}
                sgd: {learning-rate: 0.05}
                start: {x: 0, y: 0}
                converged: {flatness: 1.3}
                """), Map.of());
    }

    private static Judgement judge(PlainSetting setting) {
        Laboratory laboratory = new Laboratory(
                512, new Seed(1), 2, Laboratory.SHORT_WINDOW, OptionalDouble.empty());
        assertTrue(laboratory.passageTime(setting).isEmpty());
        List<Judgement> judgements = new ConvergenceScaling().judge(laboratory, setting);
        assertEquals(1, judgements.size());
        assertTrue(judgements.get(0).claim().id().startsWith("C4 restricted"), judgements.get(0).claim().id());
        return judgements.get(0);
    }

    /** A single claim: its false alarm has a probability of 1e-3. */
    @Test
    void restrictedMeansAreCompared() throws IOException {
        Judgement judgement = judge(open());
        assertTrue(judgement.verdict() != Verdict.REFUTED && judgement.verdict() != Verdict.NOT_APPLICABLE,
                judgement.toString());
        assertTrue(judgement.measured().defined() && judgement.margin() < 0.5 * judgement.measured().value(),
                judgement.toString());
    }
}
