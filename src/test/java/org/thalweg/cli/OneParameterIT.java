package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A surface of one parameter through every command. */
class OneParameterIT {
    private static final String MODEL = "asymmetric-valley";

    @TempDir
    private Path folder;

    private RunFolder run(String name, String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--figures", "none", "--quiet"));
        RunFolder run = new RunFolder(folder.resolve(name));
        run.after(arguments.toArray(String[]::new));
        return run;
    }

    /** The contract: columns without y, the share on the steep side within 1 percent, the averaged iterate within 3. */
    @Test
    void simulateMeasuresAlongThePath() {
        RunFolder run = run("sgd", "simulate", MODEL, "--particles", "500", "--time", "500", "--seed", "4");
        assertEquals("particle,step,time,x,loss,flatness", run.header("trajectories.csv"));
        assertEquals("x,flatness,witness,density,standard_error", run.header("marginal.csv"));
        assertEquals(1.0 / 11.0, run.summary("negative_fraction"), 0.01 / 11.0);
        assertEquals(0.045, run.summary("averaged_x"), 0.03 * 0.045);
        CSVRecord averaged = run.rows("summary.csv").stream()
                .filter(r -> r.get("quantity").equals("averaged_x")).findFirst().orElseThrow();
        assertEquals("500", averaged.get("samples"));
        assertTrue(Double.parseDouble(averaged.get("standard_error")) > 0.0);
        RunFolder again = run("again", "simulate", MODEL, "--particles", "500", "--time", "500", "--seed", "4",
                "--threads", "1");
        assertArrayEquals(run.bytes("summary.csv"), again.bytes("summary.csv"));
    }

    /** Two exponentials: the same share, and E x = eta (c - 1) s^2/(2 c a). */
    @Test
    void densityIsAQuadrature() {
        RunFolder run = run("density", "density", MODEL);
        assertEquals("x,density", run.header("density.csv"));
        assertEquals(192, run.rows("density.csv").size());
        assertEquals(1.0 / 11.0, run.summary("negative_fraction"), 1e-12);
        assertEquals(0.0015, run.summary("averaged_x"), 1e-12);
        double mass = 0.0;
        List<CSVRecord> rows = run.rows("density.csv");
        double cell = Double.parseDouble(rows.get(1).get("x")) - Double.parseDouble(rows.get(0).get("x"));
        for (CSVRecord row : rows) {
            mass += cell * Double.parseDouble(row.get("density"));
        }
        // What the range leaves out.
        assertEquals(1.0, mass, 1e-5);
    }

    @Test
    void validateJudgesWhatIsAboutIt() {
        RunFolder run = run("validate", "validate", MODEL, "--particles", "500");
        List<CSVRecord> rows = run.rows("verdicts.csv");
        assertEquals(Set.of("CONSISTENT"), rows.stream().map(r -> r.get("verdict")).collect(Collectors.toSet()));
        assertEquals(Set.of("A1", "A2", "A3"),
                rows.stream().map(r -> r.get("claim").substring(0, 2)).collect(Collectors.toSet()));
        RunFolder symmetric = run("symmetric", "validate", MODEL, "--particles", "500", "--set", "c=1");
        for (CSVRecord row : symmetric.rows("verdicts.csv")) {
            boolean silent = !row.get("claim").startsWith("A3");
            assertEquals(silent ? "NOT_APPLICABLE" : "CONSISTENT", row.get("verdict"), row.get("claim"));
        }
    }

    @Test
    void sweepVariesRateAndVariance() {
        RunFolder run = run("sweep", "sweep", MODEL, "--particles", "64", "--learning-rate", "0.05,0.1",
                "--batch-variance", "0.003");
        assertEquals("0.003", run.rows("sweep.csv").get(0).get("batch_variance"));
        List<CSVRecord> theory = run.rows("sweep.csv").stream()
                .filter(r -> r.get("witness").equals("theory")).toList();
        assertEquals(6, theory.size());
        theory.forEach(r -> assertEquals("CONSISTENT", r.get("verdict"), r.toString()));
    }
}
