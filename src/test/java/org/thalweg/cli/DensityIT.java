package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code thalweg density} of the real jar, at its default settings, against independent solutions. */
class DensityIT {
    @TempDir
    private Path folder;

    private RunFolder run(String model, String... options) {
        List<String> arguments = new ArrayList<>(List.of("density", model, "--figures", "none", "--quiet"));
        arguments.addAll(List.of(options));
        RunFolder run = new RunFolder(folder.resolve("run"));
        run.after(arguments.toArray(String[]::new));
        return run;
    }

    /** The ring F = 1 + cos(x)/2: exponents of a spectral Fourier-Hermite solution (docs/theory/next-order.md). */
    @ParameterizedTest
    @CsvSource({"1, 0.05, 1.0000, 0.005", "2, 0.05, 1.9747, 0.02", "4, 0.1, 3.7852, 0.02", "4, 0.05, 3.8797, 0.02",
        "4, 0.02, 3.9479, 0.02", "4, 0.005, 3.9864, 0.02", "10, 0.05, 9.3066, 0.02"})
    void theRingHasTheExponentOfTheSpectralSolution(
            double anisotropy, double temperature, double exponent, double tolerance) {
        RunFolder run = run("degenerate-valley", "--set", "noise.anisotropy=" + anisotropy,
                "--set", "noise.batch-variance=" + 40.0 * temperature);
        assertEquals(exponent, run.summary("selection_exponent"), tolerance);
    }

    @Test
    void theControlSelectsNothing() {
        assertEquals(1.0, run("isotropic-control").summary("selection_exponent"), 0.005);
    }

    /** Mean first-passage times of two independent solutions of the backward equation, within 0.3 percent. */
    @ParameterizedTest
    @CsvSource({"0.4, 485.4", "4.0, 49.82"})
    void theBumpIsCrossedInTheTimeOfTheBackwardEquation(double batchVariance, double time) {
        RunFolder run = run("bump-valley", "--set", "noise.batch-variance=" + batchVariance);
        assertEquals(time, run.summary("convergence_time"), 0.003 * time);
    }

    @Test
    void tablesHaveTheColumnsPromised() {
        RunFolder run = run("degenerate-valley", "--grid", "48,32");
        assertEquals("x,y,density", run.header("density.csv"));
        assertEquals("witness,quantity,value,standard_error,samples", run.header("summary.csv"));
        assertEquals("x,flatness,witness,density,standard_error", run.header("marginal.csv"));
        assertEquals(48 * 32, run.rows("density.csv").size());
        assertEquals(Set.of("density", "theory"),
                run.rows("marginal.csv").stream().map(r -> r.get("witness")).collect(Collectors.toSet()));
        assertEquals(Set.of("mean_x", "variance_x", "mean_square_x", "mean_square_y", "mean_flatness",
                "selection_exponent", "entropy_production", "convergence_time", "convergence_time_variance"),
                run.rows("summary.csv").stream().map(r -> r.get("quantity")).collect(Collectors.toSet()));
        assertEquals("48,32", run.record().getAsJsonObject("settings").get("grid").getAsString());
    }

    /** It spreads from the start at x = 3: each time has files of its own, the plain names hold the last. */
    @Test
    void theDensityAtTwoTimes() {
        RunFolder run = run("degenerate-valley", "--at", "10,100", "--grid", "96,48");
        for (String table : List.of("density", "marginal", "summary")) {
            assertEquals(run.text(table + "-at-100.0.csv"), run.text(table + ".csv"));
            assertFalse(run.text(table + "-at-10.0.csv").equals(run.text(table + ".csv")));
        }
        double early = Double.parseDouble(run.rows("summary-at-10.0.csv").stream()
                .filter(r -> r.get("quantity").equals("mean_flatness")).findFirst().orElseThrow().get("value"));
        double late = run.summary("mean_flatness");
        // 1.3311 is stationary.
        assertTrue(0.5 < early && early < late && late < 1.3311, early + " then " + late);
    }

    @Test
    void severalSharpDirectionsAreSolvedOnTheFloorAndTheRecordSaysSo() {
        RunFolder run = run("two-sharp-directions");
        JsonObject record = run.record();
        String notes = record.getAsJsonArray("notes").toString();
        assertTrue(notes.contains("quadrature") && notes.contains("asymptotic"), notes);
        assertFalse(run.files().contains("density.csv"));
        // P ~ F1^4 F2^2 lies between the two maxima, x = 0 and x = 1.
        assertTrue(run.summary("mean_x") > 0.0 && run.summary("mean_x") < 1.0);
    }

    /** Delta = 0.5, beyond the bound 0.4. */
    @Test
    void withoutAStationaryStateItSaysSoAndFails() {
        RunFolder run = new RunFolder(folder.resolve("walled"));
        LauncherRun failed =
                run.run("density", "log-walled-valley", "--set", "noise.batch-variance=40", "--figures", "none");
        assertEquals(3, failed.exitCode(), failed.err());
        assertEquals("", failed.out());
        assertEquals(1, failed.err().lines().count(), failed.err());
        assertTrue(failed.err().startsWith("thalweg: no stationary state"), failed.err());
        assertTrue(failed.err().contains("lower the temperature"), failed.err());
    }

    @Test
    void figuresAreDrawn() {
        RunFolder run = new RunFolder(folder.resolve("figures"));
        run.after("density", "degenerate-valley", "--grid", "48,32", "--quiet");
        for (String figure : List.of("density", "marginal", "effective-loss")) {
            run.assertFigure(figure);
        }
    }
}
