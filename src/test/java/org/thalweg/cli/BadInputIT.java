package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input to the real jar: one line for each problem, exit code 2, and nothing written. */
class BadInputIT {
    private static final String SOUND = """
            name: sound
            parameters: {a: 0.5}
            loss: {kind: valley, flatness: "1 + a*cos(x)"}
            domain: {x: {from: -pi, to: pi, boundary: periodic}}
            noise: {kind: anisotropic, batch-variance: 2.0, anisotropy: 4}
            sgd: {learning-rate: 0.05}
            start: {x: 3.0}
            converged: {flatness: 1.35}
            sweep: {learning-rate: "0.05,0.1"}
            """;

    @TempDir
    private static Path folder;

    private static StandingProgram program;

    @BeforeAll
    static void begin() {
        program = StandingProgram.in(folder);
    }

    @AfterAll
    static void end() {
        program.close();
    }

    private LauncherRun run(String... arguments) {
        return program.run(arguments);
    }

    private void model(String text) throws IOException {
        Files.writeString(folder.resolve("model.yaml"), text);
    }

    /** Runs a command that must fail; returns the lines on standard error. */
    private List<String> refused(String... arguments) {
        Map<String, Integer> before = new RunFolder(folder).contents();
        LauncherRun run = run(arguments);
        assertEquals(2, run.exitCode(), run.out() + run.err());
        assertEquals("", run.out());
        assertEquals(before, new RunFolder(folder).contents(), "nothing may be written");
        return run.err().lines().toList();
    }

    private void refusedInOneLine(String expected, String... arguments) {
        List<String> lines = refused(arguments);
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(lines.get(0).contains(expected), lines.get(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "sweep: {learning-rate  | sweep: {learning-rat       | 9:9  | did you mean 'learning-rate'?",
        "{learning-rate: 0.05}  | [0.05]                     | 6:6  | must be a mapping",
        "1 + a*cos(x)           | 1 + a*cos(x                | 3:44 | ')' is missing",
        "1 + a*cos(x)           | 1 + 2*a*cos(x)             | 3:32 | F = 0 at x = -3.14159",
        "start: {x: 3.0}        | start: {x: 4.0}            | 7:12 | outside the domain",
        "{flatness: 1.35}       | {flatness: 1.6}            | 8:23 | F is at most 1.5",
        "name: sound            | name: sound\\nname: again   | 2:1  | appears twice",
    })
    void aProblemInAFileHasItsPlaceAndARemedy(String good, String bad, String place, String what) throws IOException {
        assertTrue(SOUND.contains(good), good);
        model(SOUND.replace(good, bad.replace("\\n", "\n")));
        List<String> lines = refused("simulate", "model.yaml", "--out", "results");
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(lines.get(0).startsWith("model.yaml:" + place + ": "), lines.get(0));
        assertTrue(lines.get(0).contains(what), lines.get(0));
        assertTrue(lines.get(0).contains("; "), "no remedy: " + lines.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"describe", "simulate", "density", "sweep", "validate"})
    void everyCommandTellsAllProblemsAtOnce(String command) throws IOException {
        model(SOUND.replace("cos(x)", "coss(x)").replace("anisotropy: 4", "anisotropy: -4").replace("0.05}", "fast}"));
        List<String> lines = refused(command, "model.yaml");
        assertEquals(3, lines.size(), lines.toString());
        for (String line : lines) {
            assertTrue(line.matches("model\\.yaml:\\d+:\\d+: .+; .+"), line);
        }
    }

    @Test
    void filesThatAreNoModels() throws IOException {
        model("");
        refusedInOneLine("model.yaml:1:1: the file is empty", "density", "model.yaml");
        Files.write(folder.resolve("model.yaml"), new byte[] {'P', 'K', 3, 4, 0, 0});
        refusedInOneLine("binary", "density", "model.yaml");
        refusedInOneLine("no model 'modle.yaml'", "density", "modle.yaml");
        refusedInOneLine("did you mean 'degenerate-valley'?", "density", "degenrate-valley");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "--learning-rate  | ``               | range is empty",
        "--learning-rate  | log:0.1:0.02:6   | reversed or empty",
        "--batch-variance | 2,1              | increasing order",
        "--learning-rate  | 0,0.1            | must be positive",
        "--witnesses      | sgd,sdd          | sgd, sde, density, theory",
        "--particles      | 0                | positive",
        "--particels      | 5                | did you mean '--particles'?",
        "--set            | b=0.3            | name a parameter (a)",
        "--set            | sgd.learning-rat=0.1 | did you mean 'sgd.learning-rate'?",
        "--set            | a=1              | F = 0",
    })
    void badOptions(String option, String value, String expected) throws IOException {
        model(SOUND);
        refusedInOneLine(expected, "sweep", "model.yaml", option, value == null ? "" : value);
    }

    @Test
    void anOptionOfTheOtherDynamicsIsRefused() throws IOException {
        model(SOUND);
        refusedInOneLine("--dynamics sde", "simulate", "model.yaml", "--step", "0.01");
    }

    @Test
    void outputFoldersInUse() throws IOException {
        model(SOUND);
        Path used = Files.createDirectory(folder.resolve("used"));
        Files.writeString(used.resolve("thesis.tex"), "years of work");
        refusedInOneLine("output folder used is not empty (it holds thesis.tex)", "density", "model.yaml", "--out",
                "used");
        refusedInOneLine("is a file", "density", "model.yaml", "--out", "model.yaml");
        refusedInOneLine("model.yaml is a file", "density", "model.yaml", "--out", "model.yaml/results");
    }

    /** The other side: what looks unusual and is fine. */
    @Test
    void anisotropyBelowOneIsAllowed() throws IOException {
        model(SOUND.replace("anisotropy: 4", "anisotropy: 0.5"));
        List<String> lines = new ArrayList<>(run("describe", "model.yaml").out().lines().toList());
        assertTrue(lines.stream().anyMatch(line -> line.matches("anisotropy kappa +0\\.5.*")), lines.toString());
    }
}
