package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code thalweg validate} on every shipped model but those whose networks train long.
 *
 * <p>The seed is the program's own. With another one {@link #nothingIsRefuted} would fail with the family-wise rate of
 * all models together, 1e-2 at most.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValidateIT {
    private static final String PARTICLES = "512";

    /** A surface of two parameters that is no valley. */
    private static final List<String> WITHOUT_CLAIMS = List.of("published-two-valleys");

    /**
     * Trainings of a minute and more together, and a noise of many samples; what is judged of them has tests on smaller
     * networks and on other valleys.
     */
    private static final List<String> LONG = List.of("batch-norm-network", "decentralised-network", "digits-network",
            "function-centric", "leading-directions", "mini-batch-valley",
            "one-bit-network", "parity-network", "spectral-range-network");

    @TempDir
    private static Path folder;

    private LauncherRun all;

    static List<String> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("models"))) {
            return files.map(f -> f.getFileName().toString()).filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", "")).filter(name -> !LONG.contains(name)).sorted().toList();
        }
    }

    /** No claim is about the others; they are named as not judged. */
    static List<String> judged() throws IOException {
        return models().stream().filter(model -> !WITHOUT_CLAIMS.contains(model)).toList();
    }

    private RunFolder run(String model) {
        return new RunFolder(folder.resolve("all").resolve(model));
    }

    /** The program as an archive lays it out, with all models but the long ones. */
    @BeforeAll
    void validateAll() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.copy(LauncherRun.LAUNCHER, home.resolve("thalweg"), StandardCopyOption.COPY_ATTRIBUTES);
        for (String part : List.of("target/thalweg.jar", "target/lib", "thalweg.options")) {
            Path there = LauncherRun.LAUNCHER.resolveSibling(part);
            Files.createSymbolicLink(home.resolve(there.getFileName()), there);
        }
        Path models = Files.createDirectory(home.resolve("models"));
        try (Stream<Path> files = Files.list(Path.of("models"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!LONG.contains(name.replace(".yaml", ""))) {
                    Files.copy(file, models.resolve(name));
                }
            }
        }
        all = LauncherRun.in(Path.of("").toAbsolutePath(), Map.of(), home.resolve("thalweg"), "validate", "--all",
                "--particles", PARTICLES, "--figures", "none", "--quiet", "--out", folder.resolve("all").toString());
    }

    /** JUnit warns of links that leave the folder it clears. */
    @AfterAll
    void unlink() throws IOException {
        for (String part : List.of("thalweg.jar", "lib", "thalweg.options")) {
            Files.delete(folder.resolve("home").resolve(part));
        }
    }

    /** The page of docs/validation.md, in small. */
    @Test
    void onePageForAllModels() throws IOException {
        assertEquals(0, all.exitCode(), all.out() + all.err());
        String page = new RunFolder(folder.resolve("all")).text("validation.md");
        for (String model : models()) {
            assertTrue(page.contains("## " + model), model);
            assertTrue(all.out().contains(model), all.out());
        }
        assertTrue(page.contains("All claims are one family"), page);
        WITHOUT_CLAIMS.forEach(model -> assertTrue(all.out().contains("not judged: " + model), all.out()));
    }

    @ParameterizedTest
    @MethodSource("judged")
    void nothingIsRefuted(String model) {
        assertEquals(List.of(), run(model).rows("verdicts.csv").stream()
                .filter(r -> r.get("verdict").equals("REFUTED")).map(r -> r.get("claim")).toList());
    }

    /** The claims about valleys, those about other surfaces. */
    private static List<String> claims(String model) {
        return switch (model) {
            case "asymmetric-valley" -> List.of("A1", "A2", "A3");
            case "logistic-neuron" -> List.of("A1");
            case "two-valleys" -> List.of("A1", "F1", "F2", "F3", "F4");
            case "inverse-variance-flatness" -> List.of("V1", "V2");
            case "fashion-network", "linear-network", "rescaled-network", "two-weights" ->
                    List.of("A4", "A5", "N1", "N10", "N12", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9");
            default -> List.of("C1", "C2", "C3", "C4", "C5", "S1", "W1");
        };
    }

    /** Each claim is heard, and one outside its hypotheses names the one that fails and is not passed. */
    @ParameterizedTest
    @MethodSource("judged")
    void everyClaimIsHeardOrSaysWhyNot(String model) {
        assertEquals("claim,hypotheses,predicted,measured,standard_error,budget,verdict",
                run(model).header("verdicts.csv"));
        List<CSVRecord> rows = run(model).rows("verdicts.csv");
        assertEquals(claims(model),
                rows.stream().map(r -> r.get("claim").split("[ :(]")[0]).distinct().sorted().toList());
        for (CSVRecord row : rows) {
            boolean outside = row.get("hypotheses").contains("does not hold");
            assertEquals(outside, row.get("verdict").equals("NOT_APPLICABLE"), row.toString());
        }
    }

    private String verdict(String model, String claim) {
        return run(model).rows("verdicts.csv").stream().filter(r -> r.get("claim").startsWith(claim + ":"))
                .map(r -> r.get("verdict")).findFirst().orElse("none");
    }

    /** The slope 1 - kappa is not claimed for label noise, nor P ~ F^kappa on a floor that is not degenerate. */
    @Test
    void claimsOutsideTheirHypothesesAreNotApplicable() {
        assertEquals("NOT_APPLICABLE", verdict("label-noise-valley", "C1"));
        assertEquals("NOT_APPLICABLE", verdict("near-degenerate-valley", "C3"));
        assertEquals("NOT_APPLICABLE", verdict("degenerate-valley", "C5(i)"));
        assertEquals("NOT_APPLICABLE", verdict("isotropic-control", "C2 ratio"));
        assertEquals("NOT_APPLICABLE", verdict("two-weights", "N1"));
        assertEquals("NOT_APPLICABLE", verdict("fashion-network", "N2"));
    }

    /** One model alone: all four witnesses along the valley, for notebooks. */
    @Test
    void marginalsOfAllWitnessesAreWritten() {
        RunFolder ring = new RunFolder(folder.resolve("ring"));
        LauncherRun run = ring.after("validate", "degenerate-valley", "--particles", PARTICLES, "--figures", "none",
                "--quiet");
        assertTrue(run.out().contains("claims judged"), run.out());
        assertEquals(List.of("density", "sde", "sgd", "theory"), ring.rows("marginal.csv").stream()
                .map(r -> r.get("witness")).distinct().sorted().toList());
        assertFalse(ring.files().contains("marginal.png"));
    }
}
