package org.thalweg.results.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.FirstPassage;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Verdict;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.passage.EscapeTime;
import org.thalweg.theory.escape.KramersEscape;

/** The escape time of Kramers against the exact integral, in a double well of the valley floor. */
class EscapeTimeTest {
    private static final String MODEL = """
            name: double-well
            summary: A sharp and a flat well along one valley.
            parameters: {h: 0.1}
            loss: {kind: valley, flatness: "1 + 0.4*tanh(2*x)", floor: "h*(x^2 - 1)^2"}
            domain:
              x: {from: -2.5, to: 2.5, boundary: reflecting}
            noise: {kind: anisotropic, batch-variance: 2, anisotropy: 4}
            sgd: {learning-rate: 0.05}
            start: {x: -1, y: 0}
            converged: {flatness: "1 + 0.4*tanh(1.2)"}
            """;

    @TempDir
    private Path folder;

    private PlainSetting wells(double barrier) throws Exception {
        Path file = Files.writeString(folder.resolve("double-well.yaml"), MODEL.replace("h: 0.1", "h: " + barrier));
        return ModelFile.read(file).setting().effective();
    }

    /** Both claims hold and say something: the asymptotic order is the whole budget. */
    @ParameterizedTest
    @ValueSource(doubles = {0.15, 0.3, 1.0})
    void theTimeIsThatOfKramers(double barrier) throws Exception {
        List<Judgement> found = new EscapeTime().judge(laboratory(), wells(barrier));
        assertEquals(2, found.size());
        for (Judgement judgement : found) {
            assertEquals(Verdict.CONSISTENT, judgement.verdict(), judgement.toString());
        }
    }

    /** The relative error falls as the inverse height of the barrier, and the next term accounts for it. */
    @Test
    void theErrorIsThatOfTheNextTerm() throws Exception {
        double last = Double.POSITIVE_INFINITY;
        for (double barrier : new double[] {0.2, 0.4, 0.8, 1.6}) {
            PlainSetting setting = wells(barrier);
            KramersEscape escape = KramersEscape.of(setting);
            double error = Math.abs(FirstPassage.onFloor(setting).mean().value() / escape.meanTime() - 1.0);
            assertTrue(error <= 1.5 * escape.correction(), barrier + ": " + error + " > " + escape.correction());
            assertTrue(error < last, barrier + ": " + error);
            last = error;
        }
        assertTrue(last < 0.02, "at h = 1.6 the error is " + last);
    }

    @Test
    void withoutABarrierItIsSilent() throws Exception {
        List<Judgement> found = new EscapeTime().judge(laboratory(), wells(0.05));
        assertEquals(List.of(Verdict.NOT_APPLICABLE), found.stream().map(Judgement::verdict).toList());
    }

    private static Laboratory laboratory() {
        return new Laboratory(16, new Seed(1), 1, Laboratory.SHORT_WINDOW, OptionalDouble.empty());
    }
}
