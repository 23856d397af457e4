package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.cli.screen.ExitCode;

/** Time scales of settings that are cold, or that lose particles. */
class DescribedTimesTest {
    private static String describe(String... settings) {
        List<String> words = new ArrayList<>(List.of("describe"));
        words.add(settings[0]);
        for (int i = 1; i < settings.length; i++) {
            words.addAll(List.of("--set", settings[i]));
        }
        InProcess.Outcome outcome = InProcess.run(words);
        assertEquals(ExitCode.OK, outcome.exitCode(), outcome.err());
        assertFalse(outcome.out().contains("Infinity"), outcome.out());
        return outcome.out();
    }

    private static String line(String text, String start) {
        return text.lines().filter(line -> line.startsWith(start)).findFirst()
                .orElseThrow(() -> new AssertionError(text));
    }

    /** Delta = 4e-5: over the edge of the flat set at x = 1 lies e^-1000, so T is beyond a double, and finite. */
    @Test
    void timesBeyondADoubleArePowers() {
        String text = describe("near-degenerate-valley", "sgd.learning-rate=0.0001", "noise.batch-variance=0.8");
        assertTrue(line(text, "slowest relaxation time (learning").endsWith(" 50.100"), text);
        String time = line(text, "predicted convergence time (learning");
        // From a parabolic well over an edge at height h: T ~ sqrt(pi / h) / (2 L0'' ...) e^h, h = phi(0) - phi(1).
        double h = 0.01 / 1e-5 - 4.0 * Math.log(Math.sqrt(2.0));
        double log = Double.parseDouble(time.replaceAll(".*e\\^([0-9.]+), beyond 1e308", "$1"));
        double slope = 0.02 / 1e-5 - 2.0;
        double mass = Math.sqrt(2.0 * Math.PI / (0.02 / 1e-5 - 4.0));
        // T = int w int 1/(D w), by Laplace at the bottom and at the edge; one of two edges is enough: half.
        assertEquals(h + Math.log(0.5 * mass / (slope * 1e-5)), log, 0.02);
        assertTrue(text.contains("yes the flat set is reached in a finite mean time: T = e^"), text);
    }

    /** Two wells: the barrier of 0.4 is 1000 temperatures D_xx high, and the relaxation beyond a double. */
    @Test
    void whatEnsemblesCannotWaitForIsOutOfReach() {
        String text = describe("near-degenerate-valley", "loss.floor=(x^2 - 4)^2/40", "sgd.learning-rate=0.001");
        assertTrue(line(text, "slowest relaxation time (iter").contains("e^"), text);
        assertTrue(line(text, "stationary state").contains("out of reach"), text);
    }

    @Test
    void betweenAbsorbingEndsThereIsADecay() {
        String text = describe("near-degenerate-valley", "domain.x.boundary=absorbing");
        assertTrue(line(text, "decay time of what is not absorbed (learning").matches(".* [0-9].*"), text);
        assertTrue(line(text, "stationary state").contains("none"), text);
    }
}
