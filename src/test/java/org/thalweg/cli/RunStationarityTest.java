package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.measure.TimeGrid;

/** What {@code simulate} says of the law at the end of its run, and the rows that it was measured by. */
class RunStationarityTest {
    @TempDir
    private Path folder;

    private InProcess.Outcome simulate(String... words) {
        List<String> all = new ArrayList<>(List.of("simulate"));
        all.addAll(List.of(words));
        all.addAll(List.of("--particles", "512", "--record", "summary", "--figures", "none", "--out",
                folder.resolve("out").toString()));
        InProcess.Outcome found = InProcess.run(all);
        assertEquals(ExitCode.OK, found.exitCode(), found.err());
        return found;
    }

    /**
     * The relaxation time is 63 where the temperature is low: an ensemble that has just left its start is not
     * stationary, and is at 7 relaxation times. False alarms of the latter: 2e-4 for a new seed.
     */
    @ParameterizedTest
    @CsvSource({"2, note: not stationary: over the second half of the run mean_flatness changes by",
        "450, note: stationary: over the second half of the run no mean changes (mean_flatness by"})
    void aColdValleyIsStationaryWhenItHasRelaxed(String time, String said) throws Exception {
        InProcess.Outcome found = simulate("near-degenerate-valley", "--set", "sgd.learning-rate=0.0125",
                "--set", "noise.batch-variance=0.8", "--time", time);
        assertTrue(found.err().contains(said), found.err());
        List<String> rows = Files.readAllLines(folder.resolve("out/summary.csv"));
        assertEquals(2, rows.stream().filter(r -> r.startsWith("sgd,change_of_mean_")).count(), rows.toString());
        assertTrue(Files.readString(folder.resolve("out/run.json")).contains(said.substring("note: ".length())));
    }

    /** Two wells with 25 temperatures between them: in its own each walker is at rest, and nobody has seen the other. */
    @Test
    void aWellThatNobodyLeftIsNotStationary() throws Exception {
        Path model = folder.resolve("wells.yaml");
        Files.writeString(model, """
                name: wells
                loss: {kind: valley, flatness: "1 + x/10", floor: "(x^2 - 1)^2/4"}
                domain: {x: {from: -2, to: 2, boundary: reflecting}}
                noise: {kind: anisotropic, batch-variance: 0.2, anisotropy: 1}
                sgd: {learning-rate: 0.1}
                start: {x: -1}
                """);
        InProcess.Outcome found = simulate(model.toString(), "--time", "50");
        assertTrue(found.err().contains("note: not shown to be stationary: over the second half of the run no mean"
                + " changes"), found.err());
        assertTrue(found.err().contains("of the slowest relaxation time"), found.err());
        assertFalse(found.err().contains("note: stationary"), found.err());
    }

    @Test
    void theLastStepIsFollowedAndNoneOfTheFirstHalf() {
        for (long steps : new long[] {1, 2, 3, 31, 64, 65, 1001, 123_456_789_012L}) {
            TimeGrid half = RunStationarity.secondHalf(steps);
            assertEquals(steps, half.to());
            assertTrue(half.from() >= steps / 2 && half.contains(steps), half.toString());
            assertTrue(half.size() <= 65, half.toString());
        }
    }
}
