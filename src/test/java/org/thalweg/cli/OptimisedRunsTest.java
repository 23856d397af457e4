package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.cli.screen.ExitCode;

/** Momentum, second order, amplified variance and common numbers on the command line. */
class OptimisedRunsTest {
    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private Path run(String command) {
        Path out = folder.resolve("run" + Math.abs(command.hashCode()));
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--out", out.toString(), "--figures", "none"));
        assertEquals(ExitCode.OK, Main.run(words.toArray(String[]::new), new PrintWriter(new StringWriter()),
                new PrintWriter(err)), err.toString());
        return out;
    }

    private static double value(Path run, String quantity) throws IOException {
        return Files.readAllLines(run.resolve("summary.csv")).stream().map(line -> line.split(","))
                .filter(fields -> fields[1].equals(quantity)).mapToDouble(fields -> Double.parseDouble(fields[2]))
                .findFirst().orElseThrow();
    }

    /**
     * Times are learning time: a tenth, and a hundredth for their variance, of those of the plain SGD that stands for
     * it.
     */
    @Test
    void aDensityUnderMomentumHasLearningTime() throws IOException {
        Path heavy = run("density momentum-valley");
        Path plain = run("density momentum-valley --set sgd.learning-rate=0.05 --set sgd.momentum=0");
        assertTrue(err.toString().contains("plain SGD at the rate 0.05"), err.toString());
        // Rounding of 0.005 / (1 - 0.9).
        assertEquals(0.1 * value(plain, "convergence_time"), value(heavy, "convergence_time"), 1e-9);
        assertEquals(0.01 * value(plain, "convergence_time_variance"), value(heavy, "convergence_time_variance"), 1e-7);
        assertEquals(value(plain, "mean_flatness"), value(heavy, "mean_flatness"), 1e-12);
    }

    /** Literal SGD has 4.049 +- .011 here, the first order 3.880: the second comes nearer. */
    @Test
    void theSecondOrderIsByFiniteVolumes() throws IOException {
        Path second = run("density degenerate-valley --set sgd.diffusion=second-order --grid 96,48");
        assertTrue(err.toString().contains("method finite-volume"), err.toString());
        assertEquals(4.0155, value(second, "selection_exponent"), 0.01);
    }

    @Test
    void aLadderWritesItsRungsAndItsLimit() throws IOException {
        Path ladder = run("ladder degenerate-valley --svag 1,2 --particles 64");
        List<String> lines = Files.readAllLines(ladder.resolve("ladder.csv"));
        assertEquals("witness,svag,learning_rate,quantity,value,standard_error,samples", lines.get(0));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("sgd,2.0,0.025,mean_flatness,")), lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("sgd,Infinity,0.0,mean_square_y,")),
                lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("density,Infinity,0.0,mean_square_y,")));
        assertEquals(3, Files.readAllLines(ladder.resolve("verdicts.csv")).size());
    }

    @Test
    void aSweepWithCommonNumbersHasDifferences() throws IOException {
        Path sweep = run("sweep degenerate-valley --learning-rate 0.1 --batch-variance 4,4.4 --particles 64"
                + " --witnesses sgd,sde --common-random-numbers");
        List<String> lines = Files.readAllLines(sweep.resolve("differences.csv"));
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).startsWith("0.1,4.0,4.0,0.1,4.4,4.0,sgd,convergence_time,-"), lines.get(1));
        assertTrue(Files.readString(sweep.resolve("run.json")).contains("common_random_numbers"));
    }
}
