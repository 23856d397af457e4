package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.random.Seed;
import org.thalweg.results.plan.StationaryWindow;

/** An ensemble that is still on its way when it is averaged. The seed is fixed, and the change many standard errors. */
class StationarityTest {
    private static final Set<Witness> WITNESSES = EnumSet.of(Witness.SGD, Witness.DENSITY);

    /** F = sqrt(1 + x^2) / 2, L0 = 0.01 x^2 on [-6, 6]. */
    private static PlainSetting setting() {
        return Ring.model(Path.of("models", "near-degenerate-valley.yaml"), Map.of("start.x", "5"))
                .withoutFlatSet();
    }

    private static List<Row> rows(Laboratory laboratory, List<String> notes) {
        CellExperiment cell = new CellExperiment(laboratory, setting(), WITNESSES);
        List<Row> rows = cell.run();
        notes.addAll(cell.notes("here"));
        return rows.stream().filter(row -> row.witness() == Witness.SGD).toList();
    }

    /** What is simulated is colder and has a floor far less steep as was planned for, and begins at x = 5. */
    @Test
    void meansOfAnEnsembleOnItsWayCarryNoVerdict() {
        Laboratory planned = new Laboratory(256, new Seed(21), 1, Laboratory.SHORT_WINDOW, OptionalDouble.empty());
        Laboratory slow = planned.simulating(s -> Ring.model(Path.of("models", "near-degenerate-valley.yaml"),
                Map.of("eps", "0.0003", "noise.batch-variance", "0.0032")).withoutFlatSet());
        List<String> notes = new ArrayList<>();
        List<Row> rows = rows(slow, notes);
        assertTrue(rows.size() >= 4, rows.toString());
        rows.forEach(row -> assertEquals(Optional.empty(), row.verdict(), row.toString()));
        assertEquals(1, notes.size(), notes.toString());
        assertTrue(notes.get(0).startsWith("sgd is not stationary at here: mean_flatness changes by -"),
                notes.toString());
        assertTrue(notes.get(0).endsWith("its means carry no verdict"), notes.toString());
    }

    /** The same cell as it should be has its verdicts, and nothing to say: a false alarm has the probability 2e-4. */
    @Test
    void aRelaxedEnsembleIsJudged() {
        List<String> notes = new ArrayList<>();
        Laboratory right = new Laboratory(256, new Seed(21), 1, Laboratory.SHORT_WINDOW, OptionalDouble.empty());
        List<Row> rows = rows(right, notes);
        assertEquals(List.of(), notes);
        assertEquals(3, rows.stream().filter(row -> row.verdict().isPresent()).count(), rows.toString());
    }

    @Test
    void theChangeOfASingleParticleHasNoError() {
        assertEquals("0.00394", StationaryWindow.number(new Measurement(0.0039388, Double.NaN, 1)));
        assertEquals("0.00394 +- 0.0012", StationaryWindow.number(new Measurement(0.0039388, 0.0012, 9)));
    }
}
