package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.cli.screen.ExitCode;

/**
 * Over a barrier of 833 temperatures the mean convergence time is finite, and larger than any number: each command says
 * so, none that it is infinite. With L0 = (x^2 - 1)^2/4, kappa = 1, F = 1 + x/10 and Delta = 3e-4 Kramers' formula has
 * T = 2 pi F(-1)/(F(0) sqrt(2)) e^(1/(4 Delta)), ln T = 834.7194, right to the order Delta.
 */
class BeyondNumbersTest {
    private static final String WELLS = """
            name: wells
            loss: {kind: valley, flatness: "1 + x/10", floor: "(x^2 - 1)^2/4"}
            domain: {x: {from: -2, to: 2, boundary: reflecting}}
            noise: {kind: anisotropic, batch-variance: 0.006, anisotropy: 1}
            sgd: {learning-rate: 0.1}
            start: {x: -1}
            converged: {flatness: 1.1}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("wells.yaml"), WELLS);
    }

    private InProcess.Outcome run(String... words) {
        List<String> all = new ArrayList<>(List.of(words[0], folder.resolve("wells.yaml").toString()));
        all.addAll(List.of(words).subList(1, words.length));
        if (!words[0].equals("describe")) {
            all.addAll(List.of("--figures", "none", "--out", folder.resolve("out").toString()));
        }
        return InProcess.run(all);
    }

    @Test
    void aSweepHasTheLogarithm() throws Exception {
        InProcess.Outcome found = run("sweep", "--particles", "16");
        assertEquals(ExitCode.OK, found.exitCode(), found.err());
        assertTrue(found.err().contains("is e^835 by the theory, which is beyond numbers"), found.err());
        List<String> rows = Files.readAllLines(folder.resolve("out/sweep.csv"));
        assertTrue(rows.stream().noneMatch(r -> r.contains("Infinity")), rows.toString());
        assertTrue(rows.contains("0.1,0.006,1.0,3.0000000000000003E-4,theory,convergence_time,,,0,NOT_APPLICABLE"),
                rows.toString());
        String log = rows.stream().filter(r -> r.contains("theory,log_convergence_time,")).findFirst().orElseThrow();
        double kramers = Math.log(2.0 * Math.PI * 0.9 / Math.sqrt(2.0)) + 0.25 / 3e-4;
        assertEquals(kramers, Double.parseDouble(log.split(",")[6]), 3e-3);
    }

    @Test
    void aSimulationIsNotPlannedForIt() {
        InProcess.Outcome found = run("simulate");
        assertEquals(ExitCode.BAD_INPUT, found.exitCode());
        assertTrue(found.err().contains("after learning time e^836.7, which is beyond numbers; say with --time"),
                found.err());
    }

    @Test
    void aShortRunIsComparedWithTheLogarithm() {
        InProcess.Outcome found = run("simulate", "--time", "10", "--particles", "64", "--record", "summary");
        assertTrue(found.err().contains("learning time 10.000 is e^-831.8 of the slowest relaxation time")
                || found.err().contains("not stationary"), found.err());
    }

    @Test
    void descriptionsHaveIt() {
        assertTrue(run("describe").out().contains("e^834.720, beyond 1e308"));
    }
}
