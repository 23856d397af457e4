package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.results.Laboratory;
import picocli.CommandLine;

/**
 * A validation fails where the trajectories follow another law than the one they are judged for.
 *
 * <p>Another seed would refute a claim of the untouched model with the family-wise rate of 1e-2 at most.
 */
class ValidateCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int validate(UnaryOperator<Laboratory> witnesses) {
        return Main.configured(new CommandLine(new ValidateCommand(witnesses)), new PrintWriter(out),
                new PrintWriter(err)).execute("models/degenerate-valley.yaml", "--particles", "256", "--figures",
                        "none", "--quiet", "--seed", "1", "--out", folder.resolve("run").toString());
    }

    private List<String> refuted() {
        return new RunFolder(folder.resolve("run")).rows("verdicts.csv").stream()
                .filter(r -> r.get("verdict").equals("REFUTED")).map((CSVRecord r) -> r.get("claim")).toList();
    }

    @Test
    void anHonestModelIsUpheld() {
        assertEquals(ExitCode.OK, validate(UnaryOperator.identity()), err.toString());
        assertEquals(List.of(), refuted());
        assertTrue(out.toString().contains("CONSISTENT"), out.toString());
    }

    /** Half the anisotropy: P ~ F^2 where F^4 is claimed. */
    @Test
    void aClaimMadeFalseOnPurposeIsRefuted() {
        int exitCode = validate(laboratory -> laboratory.simulating(
                s -> s.withAnisotropy(0.5 * s.noise().anisotropy().orElseThrow())));
        assertEquals(ExitCode.REFUTED, exitCode, err.toString());
        assertTrue(refuted().stream().anyMatch(claim -> claim.startsWith("C1 slope of SGD-loss [sgd")),
                refuted().toString());
        assertTrue(out.toString().contains("REFUTED"), out.toString());
    }

    /** Of each model by its name, on the screen and in its record. */
    @Test
    void whatMayNotBeMeantIsSaidOfAllModels() throws IOException {
        Path models = Files.createDirectories(folder.resolve("home").resolve("models"));
        Files.writeString(models.resolve("half-named.yaml"), """
                name: half-named
                summary: A start that names one parameter of two.
                loss:
                  kind: network
                  data: {set: digits, classes: [0, 1], inputs: [21, 43], per-class: 20}
                  layers: [2, 1]
                  biases: false
                  output: mse
                noise: {kind: samples, batch: 4, sampling: replacement}
                sgd: {learning-rate: 0.05}
                start: {x: 1}
                """);
        String before = System.getProperty("thalweg.home", "");
        System.setProperty("thalweg.home", folder.resolve("home").toString());
        try {
            Main.run(new String[] {"validate", "--all", "--particles", "64", "--seed", "1", "--out",
                    folder.resolve("run").toString()}, new PrintWriter(out), new PrintWriter(err));
        } finally {
            System.setProperty("thalweg.home", before);
        }
        String note = "start names 1 of 2 parameters; the other one begins at 0";
        assertTrue(err.toString().contains("note: half-named: " + note), err.toString());
        assertTrue(Files.readString(folder.resolve("run").resolve("half-named").resolve("run.json")).contains(note));
    }

    /** Above the bound C5(ii) the claims about the stationary state do not apply, and the others are judged. */
    @Test
    void withoutAStationaryStateTheOtherClaimsAreJudged() {
        Main.configured(new CommandLine(new ValidateCommand()), new PrintWriter(out), new PrintWriter(err)).execute(
                "models/log-walled-valley.yaml", "--set", "noise.batch-variance=80", "--particles", "64", "--figures",
                "none", "--seed", "1", "--out", folder.resolve("run").toString());
        assertTrue(out.toString().contains("C5(iii) learning-rate bound"), out + "\n" + err);
        assertTrue(err.toString().contains("no stationary state, so no marginals are compared"), err.toString());
    }
}
