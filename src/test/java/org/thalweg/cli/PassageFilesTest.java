package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.cli.screen.ExitCode;

/** {@code --survival} of density and simulate, {@code --between}, the floor's rates. */
class PassageFilesTest {
    @TempDir
    private Path folder;

    private Path run(String command, String figures) {
        Path out = folder.resolve("run" + Math.abs(command.hashCode()));
        InProcess.Outcome outcome = outcome(command, figures, out);
        assertEquals(ExitCode.OK, outcome.exitCode(), outcome.err());
        return out;
    }

    private static InProcess.Outcome outcome(String command, String figures, Path out) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--quiet", "--figures", figures, "--out", out.toString()));
        return InProcess.run(words);
    }

    private static double[] quantity(Path run, String name) throws IOException {
        String[] row = Files.readAllLines(run.resolve("summary.csv")).stream().map(line -> line.split(","))
                .filter(cells -> cells[1].equals(name)).findFirst().orElseThrow();
        return new double[] {Double.parseDouble(row[2]), Double.parseDouble(row[3])};
    }

    @Test
    void survivalOfTheDensity() throws IOException {
        Path run = run("density degenerate-valley --survival --grid 48,32 --between -1,3.1", "svg");
        List<String[]> rows = Files.readAllLines(run.resolve("survival.csv")).stream().skip(1)
                .map(line -> line.split(",")).toList();
        double before = 1.0;
        double mean = 0.0;
        double time = 0.0;
        for (String[] row : rows) {
            if (row[2].equals("plane")) {
                double now = Double.parseDouble(row[3]);
                double at = Double.parseDouble(row[0]);
                assertTrue(now <= before + 1e-5, row[0]);
                mean += 0.5 * (now + before) * (at - time);
                before = now;
                time = at;
            }
        }
        // 77.37 by the backward equation: here by trapezia on a coarse grid.
        assertEquals(77.37, mean, 0.4);
        double median = quantity(run, "convergence_time_quantile_50")[0];
        assertTrue(quantity(run, "convergence_time_quantile_10")[0] < median
                && median < quantity(run, "convergence_time_quantile_90")[0]);
        // From x = 3 the edges at +-.795 are 2.2 and 2.5 away.
        assertTrue(quantity(run, "arrival_above")[0] > 0.3 && quantity(run, "arrival_above")[0] < 0.5);
        assertEquals(quantity(run, "floor_committor")[0], quantity(run, "committor")[0], 0.01);
        assertTrue(Files.exists(run.resolve("committor.npy")) && Files.exists(run.resolve("committor.svg")));
        assertTrue(Files.readString(run.resolve("survival.svg")).contains("Fokker-Planck operator"));
    }

    /** 256 particles: within 4 standard errors of the operator at the median, 6e-5 false alarms. */
    @Test
    void survivalOfASimulationBesideTheOperator() throws IOException {
        Path run = run("simulate degenerate-valley --dynamics sde --survival --time 120 --particles 256 --record"
                + " summary", "svg");
        List<String[]> rows = Files.readAllLines(run.resolve("survival.csv")).stream().skip(1)
                .map(line -> line.split(",")).toList();
        double[] particles = nearest(rows, "particles", 66.4);
        double[] plane = nearest(rows, "plane", 66.4);
        assertEquals(0.5, plane[0], 0.03);
        assertEquals(0.5, particles[0], 0.02 + 4.0 * particles[1]);
        assertTrue(Files.readString(run.resolve("survival.svg")).contains("Kaplan-Meier"));
    }

    private static double[] nearest(List<String[]> rows, String of, double time) {
        String[] best = null;
        for (String[] row : rows) {
            if (row[2].equals(of) && (best == null
                    || Math.abs(Double.parseDouble(row[0]) - time) < Math.abs(Double.parseDouble(best[0]) - time))) {
                best = row;
            }
        }
        return new double[] {Double.parseDouble(best[3]), Double.parseDouble(best[4])};
    }

    /** The floor's, and those of one parameter, whose line is all there is. */
    @Test
    void ratesOfTheFloor() throws IOException {
        Path ring = run("density degenerate-valley --rates 2 --grid 48,32", "svg");
        assertEquals(0.01761, quantity(ring, "floor_relaxation_rate_1")[0], 1e-3 * 0.01761);
        assertTrue(Files.exists(ring.resolve("modes.svg")) && Files.exists(ring.resolve("mode-2.npy")));
        Path cold = run("density near-degenerate-valley --set sgd.learning-rate=0.0125 --set noise.batch-variance=0.8"
                + " --rates 1 --grid 48,32", "none");
        assertEquals(63.09, 1.0 / quantity(cold, "floor_relaxation_rate_1")[0], 0.005);
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        for (String options : List.of("density degenerate-valley --survival --at 10",
                "density degenerate-valley --between 1,2", "density degenerate-valley --between 1",
                "density degenerate-valley --between -9,3.1", "density asymmetric-valley --survival",
                "simulate asymmetric-valley --survival", "density degenerate-valley --survival --set start.x=0")) {
            InProcess.Outcome outcome = outcome(options, "none", folder.resolve("refused"));
            assertEquals(ExitCode.BAD_INPUT, outcome.exitCode(), options + ": " + outcome.err());
            assertTrue(outcome.err().contains("option"), outcome.err());
        }
    }
}
