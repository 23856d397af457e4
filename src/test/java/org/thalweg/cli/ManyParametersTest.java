package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.model.surface.Chain;

/**
 * A surface with a thousand parameters and no valley, {@link Chain}, which is a file and a line in {@code
 * META-INF/services}: it is described, simulated and swept; what cannot serve it says so in a line, with what can.
 *
 * <p>Seeds are fixed. The one sampled number is held within five standard errors, 6e-7 of false alarms.
 */
class ManyParametersTest {
    private static final String MODEL = """
            name: chain
            summary: A thousand springs.
            loss: {kind: chain, links: 1000}
            domain: {x: {boundary: open}}
            noise: {kind: isotropic, batch-variance: 1e-4}
            sgd: {learning-rate: 0.5}
            start: {x: 0.01}
            """;

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void write() throws IOException {
        model = folder.resolve("chain.yaml");
        Files.writeString(model, MODEL);
    }

    private InProcess.Outcome run(String command, String... options) {
        List<String> words = new ArrayList<>(List.of(command, model.toString()));
        words.addAll(List.of(options));
        return InProcess.run(words);
    }

    private RunFolder done(String command, String... options) {
        Path out = folder.resolve("run");
        InProcess.Outcome outcome = run(command, Stream.concat(Stream.of(options), Stream.of(
                "--out", out.toString(), "--figures", "none", "--quiet", "--seed", "1")).toArray(String[]::new));
        assertEquals(ExitCode.OK, outcome.exitCode(), outcome.err());
        return new RunFolder(out);
    }

    /** The Hessian at the minimum is the identity: eta lambda exceeds 2 from 2 on. */
    @Test
    void isDescribed() {
        InProcess.Outcome described = run("describe");
        assertEquals(ExitCode.OK, described.exitCode(), described.err());
        assertTrue(described.out().contains("learning rate at most 2.0000: unstable minimum"), described.out());
        assertTrue(described.out().contains("no bound by selection bifurcation"), described.out());
    }

    /**
     * Noise so weak that the springs between neighbours, of third order, do not act: SGD in 1000 parabolas, of variance
     * eta sigma2 / (2 - eta) each.
     */
    @Test
    void isSimulatedByLiteralSgd() {
        RunFolder run = done("simulate", "--record", "summary", "--particles", "8", "--time", "30",
                "--average", "tail:0.5");
        CSVRecord across = run.rows("summary.csv").stream()
                .filter(r -> r.get("quantity").equals("mean_square_y")).findFirst().orElseThrow();
        assertEquals(999 * 0.5 * 1e-4 / 1.5, Double.parseDouble(across.get("value")),
                5.0 * Double.parseDouble(across.get("standard_error")));
        // Jensen: the loss is convex.
        assertTrue(run.summary("loss_of_average") < run.summary("average_of_loss"));
        assertEquals(run.summary("average_of_loss") - run.summary("loss_of_average"),
                run.summary("gain_of_averaging"), 1e-12);
    }

    @Test
    void isSweptByLiteralSgd() {
        List<CSVRecord> rows = done("sweep", "--particles", "2", "--iterations", "20", "--learning-rate", "0.1,0.5",
                "--batch-variance", "1e-4").rows("sweep.csv");
        assertEquals(2, rows.stream().filter(r -> r.get("quantity").equals("mean_square_y")).count());
        assertTrue(rows.stream().allMatch(r -> r.get("witness").equals("sgd") && r.get("verdict").isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "density", "density --method quadrature", "density --method hierarchy", "density --method finite-volume",
        "density --at 1", "simulate", "simulate --record summary --time 1 --average cycle:9",
        "validate", "ladder --svag 1,2", "probe", "train --time 1"})
    void whatCannotServeItSaysWhatCan(String line) {
        String[] words = line.split(" ");
        InProcess.Outcome refused = run(words[0], Stream.concat(Stream.of(words).skip(1),
                Stream.of("--out", folder.resolve("none").toString())).toArray(String[]::new));
        assertEquals(ExitCode.BAD_INPUT, refused.exitCode(), refused.err());
        assertEquals(1, refused.err().lines().count(), refused.err());
        assertTrue(refused.err().matches("(?s).*; (use|leave out|give).*"), refused.err());
        assertFalse(Files.exists(folder.resolve("none")), "nothing is written");
    }
}
