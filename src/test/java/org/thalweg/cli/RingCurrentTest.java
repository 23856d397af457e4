package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.cli.screen.ExitCode;

/** Noise of a finite data set is not symmetric: on a ring it drives a current, and some quantities are not known. */
class RingCurrentTest {
    private static final String RING = """
            name: ring
            summary: Mini-batches on a ring.
            loss: {kind: valley, flatness: "1 + 0.5*cos(x)"}
            domain:
              x: {from: -3.141592653589793, to: 3.141592653589793, boundary: periodic}
            noise: {kind: mini-batch, samples: 64, batch: 8, shift: {x: 0.1, y: 0.3}, curvature: 0.2}
            sgd: {learning-rate: 0.05}
            start: {x: 0, y: 0}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(arguments, new PrintWriter(out), new PrintWriter(err));
    }

    private String model() throws IOException {
        return Files.writeString(folder.resolve("ring.yaml"), RING).toString();
    }

    /** The slowest rate is an eigenvalue of an operator without detailed balance; here it is out of reach. */
    @Test
    void describeKnowsTheRelaxationTime() throws IOException {
        assertEquals(ExitCode.OK, run("describe", model()), err.toString());
        assertTrue(out.toString().contains("slowest relaxation time (learning time)"), out.toString());
        assertTrue(out.toString().contains("out of reach of ensembles"), out.toString());
        assertTrue(out.toString().contains("Hypotheses of the theory here:"), out.toString());
    }

    @Test
    void sweepSaysThatTheStationaryStateIsOutOfReach() throws IOException {
        assertEquals(ExitCode.OK, run("sweep", model(), "--learning-rate", "0.05", "--particles", "8",
                "--figures", "none", "--out", folder.resolve("out").toString()), err.toString());
        assertTrue(err.toString().contains("stationary state out of reach"), err.toString());
    }

    /** By quadrature there is no density where a current flows. */
    @Test
    void theQuadratureRefusesInOneLine() throws IOException {
        assertEquals(ExitCode.BAD_INPUT, run("density", model(), "--method", "quadrature", "--figures", "none",
                "--quiet", "--out", folder.resolve("out").toString()), err.toString());
        assertEquals(1, err.toString().strip().lines().count(), err.toString());
        assertTrue(err.toString().contains("carries a current"), err.toString());
    }
}
