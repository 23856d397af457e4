package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code thalweg sweep --vary}. */
class VaryIT {
    @TempDir
    private static Path folder;

    /** One more column, behind those that other programs read; and a figure of each quantity. */
    @Test
    void anyNumberOfTheModel() {
        RunFolder run = new RunFolder(folder.resolve("asymmetric"));
        LauncherRun done = run.run("sweep", "asymmetric-valley", "--vary", "c=1,3,10", "--particles", "64",
                "--figures", "svg", "--quiet");
        assertEquals(0, done.exitCode(), done.err());
        assertEquals("learning_rate,batch_variance,anisotropy,temperature,witness,quantity,value,standard_error,"
                + "samples,verdict,c", run.header("sweep.csv"));
        List<CSVRecord> rows = run.rows("sweep.csv");
        assertEquals(Set.of("1.0", "3.0", "10.0"), rows.stream().map(r -> r.get("c")).collect(Collectors.toSet()));
        assertEquals(Set.of("0.1"), rows.stream().map(r -> r.get("learning_rate")).collect(Collectors.toSet()));
        assertTrue(run.files().contains("negative-fraction.svg"), run.files().toString());
        // P(w < 0) = 1/(1 + c), exact for the density: an accuracy of 1e-6 is that of its quadrature.
        rows.stream().filter(r -> r.get("witness").equals("density") && r.get("quantity").equals("negative_fraction"))
                .forEach(r -> assertEquals(1.0 / (1.0 + Double.parseDouble(r.get("c"))),
                        Double.parseDouble(r.get("value")), 1e-6));
    }

    /** Several parameters, and no valley: what is measured along paths. */
    @Test
    void surfacesThatAreNoValleys() {
        RunFolder run = new RunFolder(folder.resolve("spectrum"));
        LauncherRun done = run.run("sweep", "inverse-variance-flatness", "--vary", "gamma=0,2", "--particles", "32",
                "--figures", "none", "--quiet");
        assertEquals(0, done.exitCode(), done.err());
        List<Double> psi = run.rows("sweep.csv").stream()
                .filter(r -> r.get("quantity").equals("variance_flatness_exponent"))
                .map(r -> Double.parseDouble(r.get("value"))).toList();
        assertTrue(psi.get(0) < -1.5 && psi.get(1) > 1.5, psi.toString());
    }
}
