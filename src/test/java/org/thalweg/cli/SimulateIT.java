package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code thalweg simulate} of the real jar. */
class SimulateIT {
    private static final List<String> TABLES = List.of("summary.csv", "marginal.csv", "trajectories.csv");

    /** Several blocks of particles, the last one not full. */
    private static final String PARTICLES = "1500";

    @TempDir
    private Path folder;

    private RunFolder run(String name, String model, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("simulate", model, "--figures", "none", "--quiet", "--particles", PARTICLES));
        arguments.addAll(List.of(options));
        RunFolder run = new RunFolder(folder.resolve(name));
        run.after(arguments.toArray(String[]::new));
        return run;
    }

    private static Set<String> quantities(RunFolder run) {
        return run.rows("summary.csv").stream().map(r -> r.get("quantity")).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "sde"})
    void theNumberOfThreadsDoesNotChangeAByte(String dynamics) {
        String[] options = {"--dynamics", dynamics, "--time", "20", "--threads"};
        RunFolder one = run("one", "degenerate-valley", append(options, "1"));
        RunFolder two = run("two", "degenerate-valley", append(options, "2"));
        for (String table : TABLES) {
            assertArrayEquals(one.bytes(table), two.bytes(table), table);
        }
        assertEquals(Set.of(dynamics),
                one.rows("summary.csv").stream().map(r -> r.get("witness")).collect(Collectors.toSet()));
        assertEquals(PARTICLES, one.rows("summary.csv").get(0).get("samples"));
        RunFolder other = run("other", "degenerate-valley", append(options, "2", "--seed", "1"));
        assertFalse(java.util.Arrays.equals(one.bytes("summary.csv"), other.bytes("summary.csv")));
    }

    private static String[] append(String[] options, String... more) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void tablesHaveTheColumnsPromised() {
        RunFolder run = run("ring", "degenerate-valley", "--time", "20");
        assertEquals("witness,quantity,value,standard_error,samples", run.header("summary.csv"));
        assertEquals("x,flatness,witness,density,standard_error", run.header("marginal.csv"));
        assertEquals("particle,step,time,x,y,loss,flatness", run.header("trajectories.csv"));
        assertEquals(64, run.rows("marginal.csv").size());
        CSVRecord first = run.rows("trajectories.csv").get(0);
        assertEquals(List.of("0", "0", "0.0", "3.0", "0.0", "0.0"), first.toList().subList(0, 6));
        // t = eta k.
        for (CSVRecord row : run.rows("trajectories.csv")) {
            assertEquals(0.05 * Long.parseLong(row.get("step")), Double.parseDouble(row.get("time")), 1e-9);
        }
    }

    /** From x = 3 nobody crosses to F >= 1.35, a mean of 77 away, in a time of 2. */
    @Test
    void withSomeUnderWayTheMeanIsRestricted() {
        RunFolder run = run("early", "degenerate-valley", "--time", "2");
        assertEquals(Set.of("mean_x", "variance_x", "mean_square_x", "mean_square_y", "mean_flatness",
                "selection_exponent", "restricted_convergence_time", "converged_fraction", "diverged_fraction",
                "change_of_mean_flatness", "change_of_mean_square_y"),
                quantities(run));
        assertEquals(0.0, run.summary("converged_fraction"));
        assertEquals(2.0, run.summary("restricted_convergence_time"), 1e-9);
        assertEquals(0.0, run.summary("diverged_fraction"));
    }

    /** Started inside the flat set everybody has arrived at once. */
    @Test
    void whenAllHaveArrivedThereIsAMean() {
        RunFolder run = run("inside", "degenerate-valley", "--time", "2", "--set", "start.x=0.0");
        assertEquals(0.0, run.summary("convergence_time"));
        assertEquals(1.0, run.summary("converged_fraction"));
        assertFalse(quantities(run).contains("restricted_convergence_time"));
    }

    @Test
    void onlyWhatIsAskedForIsRecorded() {
        assertEquals(Set.of("run.json", "summary.csv"),
                run("summary", "degenerate-valley", "--time", "2", "--record", "summary").files());
        assertEquals(Set.of("run.json", "summary.csv", "marginal.csv"),
                run("marginal", "degenerate-valley", "--time", "2", "--record", "marginal").files());
    }

    @Test
    void severalSharpDirectionsHaveColumnsOfTheirOwn() {
        RunFolder run = run("sharp", "two-sharp-directions", "--time", "2", "--dynamics", "sde");
        assertEquals("particle,step,time,x,y1,y2,loss,flatness", run.header("trajectories.csv"));
        assertTrue(run.summary("mean_square_y") > 0.0);
    }

    /**
     * One step of two-point increments from the floor: every particle is at one of two heights, +-sqrt(2 D_yy h), so
     * that the mean of y^2 is 2 D_yy h = 2 * 0.05 * 0.01 exactly and its standard error is zero.
     */
    @Test
    void twoPointIncrementsAreTwoPoints() {
        RunFolder run = run("two-point", "degenerate-valley", "--dynamics", "sde", "--increments", "two-point",
                "--step", "0.01", "--time", "0.01");
        assertEquals(1e-3, run.summary("mean_square_y"), 1e-15);
        assertEquals("two-point", run.record().getAsJsonObject("settings").get("increments").getAsString());
    }

    /** A step of SGD from the floor has Var y = eta^2 sigma2: with sigma2 = 8 and eta = 0.1 that is 0.08. */
    @Test
    void assignmentsReachTheDynamics() {
        RunFolder run = run("set", "degenerate-valley", "--time", "0.1", "--set", "sgd.learning-rate=0.1", "--set",
                "noise.batch-variance=8");
        // Relative error sqrt(2 / 1500) = 0.037: 5 standard errors, false alarm 6e-7 for another seed.
        assertEquals(0.08, run.summary("mean_square_y"), 5 * 0.037 * 0.08);
        assertEquals("8", run.record().getAsJsonObject("settings").getAsJsonObject("set").get("noise.batch-variance")
                .getAsString());
    }

    @Test
    void figuresAreDrawn() {
        RunFolder run = new RunFolder(folder.resolve("figures"));
        run.after("simulate", "degenerate-valley", "--time", "20", "--particles", "64");
        for (String figure : List.of("marginal", "effective-loss", "trajectories")) {
            run.assertFigure(figure);
        }
    }

    /** Results do not depend on how arrays are computed; the record says how they were. */
    @Test
    void bothBackEndsGiveTheSameBytes() {
        String[] backEnds = {"vector", "scalar"};
        for (String backEnd : backEnds) {
            LauncherRun run = LauncherRun.in(Path.of("").toAbsolutePath(), Map.of("THALWEG_BACKEND", backEnd),
                    LauncherRun.LAUNCHER, "simulate", "degenerate-valley", "--particles", "300", "--time", "40",
                    "--figures", "none", "--out", folder.resolve(backEnd).toString());
            assertEquals(0, run.exitCode(), run.err());
            String recorded = new RunFolder(folder.resolve(backEnd)).record().get("backend").getAsString();
            assertTrue(recorded.startsWith(backEnd));
        }
        assertEquals(new RunFolder(folder.resolve("vector")).text("summary.csv"),
                new RunFolder(folder.resolve("scalar")).text("summary.csv"));
    }

    /** Memory does not grow with the number of particles: their averages alone would be 40 MB. */
    @Test
    void aMillionParticlesFitIntoASmallHeap() {
        LauncherRun run = LauncherRun.in(Path.of("").toAbsolutePath(), Map.of("JAVA_OPTS", "-Xmx32m"),
                LauncherRun.LAUNCHER, "simulate", "bench/models/yardstick.yaml", "--dynamics", "sde", "--step", "0.01",
                "--time", "0.2", "--particles", "1000000", "--record", "summary", "--figures", "none",
                "--out", folder.resolve("run").toString());
        assertEquals(0, run.exitCode(), run.err());
    }
}
