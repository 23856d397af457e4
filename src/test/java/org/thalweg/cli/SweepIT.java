package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The main job of the real jar, on few cells with few particles. What it finds is judged elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepIT {
    private static final Set<String> SAMPLED = Set.of("convergence_time", "convergence_steps", "converged_fraction",
            "diverged_fraction", "mean_flatness", "selection_exponent", "mean_square_y");
    private static final Set<String> COMPUTED = Set.of("convergence_time", "convergence_steps", "mean_flatness",
            "selection_exponent", "mean_square_y");
    private static final Set<String> SOLVED = Set.of("convergence_time", "convergence_steps", "mean_flatness",
            "selection_exponent", "mean_square_y", "entropy_production");
    private static final Map<String, Set<String>> REQUIRED =
            Map.of("sgd", SAMPLED, "sde", SAMPLED, "density", SOLVED, "theory", COMPUTED);

    @TempDir
    private static Path folder;

    private RunFolder one;
    private RunFolder two;
    private LauncherRun screen;

    private static String[] sweep(String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of("sweep", "models/degenerate-valley.yaml",
                "--learning-rate", "0.05,0.1", "--batch-variance", "2,4", "--particles", "256"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    @BeforeAll
    void sweepTwice() {
        one = new RunFolder(folder.resolve("one"));
        two = new RunFolder(folder.resolve("two"));
        one.after(sweep("--threads", "1", "--figures", "none", "--quiet"));
        screen = two.after(sweep("--threads", "2"));
    }

    @Test
    void theNumberOfThreadsDoesNotChangeAByte() {
        assertArrayEquals(one.bytes("sweep.csv"), two.bytes("sweep.csv"));
    }

    @Test
    void everyCellHasEveryWitnessAndQuantity() {
        assertEquals("learning_rate,batch_variance,anisotropy,temperature,witness,quantity,value,standard_error,"
                + "samples,verdict", one.header("sweep.csv"));
        Map<String, List<CSVRecord>> cells = one.rows("sweep.csv").stream().collect(Collectors.groupingBy(
                r -> r.get("learning_rate") + " " + r.get("batch_variance") + " " + r.get("temperature")));
        assertEquals(Set.of("0.05 2.0 0.05", "0.05 4.0 0.1", "0.1 2.0 0.1", "0.1 4.0 0.2"), cells.keySet());
        cells.forEach((cell, rows) -> REQUIRED.forEach((witness, quantities) -> assertEquals(quantities,
                rows.stream().filter(r -> r.get("witness").equals(witness)).map(r -> r.get("quantity"))
                        .collect(Collectors.toSet()), cell + " " + witness)));
    }

    @Test
    void numbersAreFiniteAndCounted() {
        for (CSVRecord row : one.rows("sweep.csv")) {
            assertEquals("4.0", row.get("anisotropy"));
            assertTrue(Double.isFinite(Double.parseDouble(row.get("value"))), row.toString());
            assertTrue(Double.parseDouble(row.get("standard_error")) >= 0.0, row.toString());
            boolean sampled = row.get("witness").startsWith("s");
            assertEquals(sampled ? "256" : "0", row.get("samples"), row.toString());
            assertTrue(Set.of("", "CONSISTENT", "REFUTED", "INCONCLUSIVE", "NOT_APPLICABLE")
                    .contains(row.get("verdict")), row.toString());
        }
    }

    /** eps = Delta |kappa - 1| F'^2 is at most 0.075 at Delta = 0.1 and 0.15 at 0.2: there the theory is silent. */
    @Test
    void aTheoryOutsideItsHypothesesStillCarriesItsNumber() {
        List<CSVRecord> silent = one.rows("sweep.csv").stream()
                .filter(r -> r.get("verdict").equals("NOT_APPLICABLE")).toList();
        assertEquals(COMPUTED, silent.stream().map(r -> r.get("quantity")).collect(Collectors.toSet()));
        for (CSVRecord row : silent) {
            assertEquals("theory 0.2", row.get("witness") + " " + row.get("temperature"));
            assertTrue(Double.isFinite(Double.parseDouble(row.get("value"))));
        }
    }

    @Test
    void theRecordTellsHowToRunItAgain() throws IOException, NoSuchAlgorithmException {
        JsonObject record = two.record();
        List<String> command = record.getAsJsonArray("command").asList().stream().map(e -> e.getAsString()).toList();
        assertEquals(List.of("sweep", "models/degenerate-valley.yaml", "--learning-rate", "0.05,0.1"),
                command.subList(0, 4));
        String model = Files.readString(Path.of("models", "degenerate-valley.yaml"));
        assertEquals(model, record.get("model_text").getAsString());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(model.getBytes(StandardCharsets.UTF_8));
        assertEquals(HexFormat.of().formatHex(digest), record.get("model_sha256").getAsString());
        assertEquals(20230607, record.get("seed").getAsLong());
        assertEquals(2, record.get("threads").getAsInt());
        assertTrue(record.get("version").getAsString().matches("\\d+\\.\\d+\\.\\d+.*"));
        assertTrue(record.get("jdk").getAsString().contains(Integer.toString(Runtime.version().feature())));
        Instant.parse(record.get("started").getAsString());
        assertTrue(record.get("elapsed_seconds").getAsDouble() > 0.0);
        assertEquals(256, record.getAsJsonObject("settings").get("particles").getAsInt());
        assertEquals(0, record.getAsJsonArray("notes").size());
    }

    @Test
    void figuresAreDrawnWhereAskedFor() {
        two.assertFigure("convergence-time");
        two.assertFigure("phase-diagram");
        assertEquals(Set.of("journal.jsonl", "marginals.csv", "passages.csv", "report.html", "run.json", "sweep.csv"),
                one.files());
    }

    @Test
    void aPageIsWritten() {
        assertTrue(one.text("report.html").contains("<h1>degenerate-valley: sweep</h1>"));
        assertTrue(one.text("report.html").contains("This run drew no figures"));
        LauncherRun again = LauncherRun.of("report", two.path().toString(), "--out",
                folder.resolve("page.html").toString());
        assertEquals(0, again.exitCode(), again.err());
        assertEquals(two.text("report.html"), new RunFolder(folder).text("page.html"));
    }

    @Test
    void theLastScreenSaysWhatWasFoundAndWhere() {
        for (String words : List.of("4 cells", "literal SGD", "density", "consistent", "Upper bounds",
                "written to " + two.path())) {
            assertTrue(screen.out().contains(words), words + " is missing in\n" + screen.out());
        }
        assertFalse(screen.err().contains("Exception"), screen.err());
    }

    @Test
    void aFolderWithResultsIsNotTouched() {
        Map<String, Integer> before = one.contents();
        LauncherRun again = one.run(sweep());
        assertEquals(2, again.exitCode());
        assertEquals("", again.out());
        assertEquals(1, again.err().lines().count(), again.err());
        assertTrue(again.err().contains("is not empty"), again.err());
        assertEquals(before, one.contents());
    }

    @Test
    void onlyTheWitnessesAskedForSpeak() {
        RunFolder few = new RunFolder(folder.resolve("few"));
        LauncherRun run = few.after(
                sweep("--witnesses", "density,theory", "--threads", "2", "--figures", "none", "--json"));
        assertEquals(Set.of("density", "theory"),
                few.rows("sweep.csv").stream().map(r -> r.get("witness")).collect(Collectors.toSet()));
        // What others say does not change what these say.
        List<String> theirs = one.text("sweep.csv").lines()
                .filter(line -> !line.contains(",sgd,") && !line.contains(",sde,")).toList();
        assertEquals(theirs, few.text("sweep.csv").lines().toList());
        JsonObject json = RunFolder.json(run.out()).getAsJsonObject();
        assertEquals(few.path().toString(), json.get("out").getAsString());
        assertEquals(4, json.get("cells").getAsInt());
        double exponent = json.getAsJsonObject("convergence_time_exponent").getAsJsonObject("density").get("value")
                .getAsDouble();
        // The backward equation itself: -0.98, not -1 (docs/validation).
        assertEquals(-0.98, exponent, 0.01);
        assertTrue(run.err().contains("4 cells"), run.err());
    }

    /** Samples without gradients of their own have no covariance, and a sweep of them no temperature. */
    @Test
    void networksWithoutATemperatureAreSwept() {
        RunFolder normalised = new RunFolder(folder.resolve("normalised"));
        normalised.after("sweep", "batch-norm-network", "--learning-rate", "0.1,0.2", "--particles", "1",
                "--time-limit", "150", "--threads", "2", "--figures", "png", "--quiet");
        assertTrue(normalised.rows("sweep.csv").stream().anyMatch(r -> r.get("quantity").equals("convergence_time")));
    }

    /** Delta = 0.3 has a stationary state, Delta = 0.5 lies beyond the bound 0.4: it tells first passages only. */
    @Test
    void aSweepAcrossTheNormalisabilityBoundCompletes() {
        RunFolder walled = new RunFolder(folder.resolve("walled"));
        walled.after("sweep", "log-walled-valley", "--learning-rate", "0.025", "--batch-variance", "24,40",
                "--particles", "32", "--threads", "2", "--figures", "none", "--quiet");
        List<CSVRecord> rows = walled.rows("sweep.csv");
        assertEquals(Set.of("convergence_time", "convergence_steps", "converged_fraction", "diverged_fraction"),
                rows.stream().filter(r -> r.get("temperature").equals("0.5")).map(r -> r.get("quantity"))
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertTrue(rows.stream().anyMatch(r -> !r.get("temperature").equals("0.5")
                && r.get("quantity").equals("selection_exponent")));
        String notes = walled.record().getAsJsonArray("notes").toString();
        assertTrue(notes.contains("no stationary state at learning rate 0.025, batch variance 40.0"), notes);
    }

    /** Below the bound tails are heavy: a mean of F over the core of the valley is not the mean. */
    @Test
    void theTheoryCountsHeavyTailsAsTheDensityDoes() {
        RunFolder heavy = new RunFolder(folder.resolve("heavy"));
        heavy.after("sweep", "log-walled-valley", "--learning-rate", "0.0125", "--batch-variance", "24,40",
                "--witnesses", "density,theory", "--threads", "2", "--figures", "none", "--quiet");
        List<CSVRecord> theory =
                heavy.rows("sweep.csv").stream().filter(r -> r.get("witness").equals("theory")).toList();
        assertEquals(10, theory.size());
        theory.forEach(r -> assertEquals("CONSISTENT", r.get("verdict"), r.toString()));
    }
}
