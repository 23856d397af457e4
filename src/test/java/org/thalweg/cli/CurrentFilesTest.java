package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.cli.screen.ExitCode;

/** {@code density --current}: fields, figure and summary. */
class CurrentFilesTest {
    @TempDir
    private Path folder;

    private Path run(String options, String figures) {
        Path out = folder.resolve("run" + Math.abs(options.hashCode()));
        List<String> words = new ArrayList<>(List.of(("density " + options).split(" ")));
        words.addAll(List.of("--quiet", "--figures", figures, "--out", out.toString()));
        InProcess.Outcome outcome = InProcess.run(words);
        assertEquals(ExitCode.OK, outcome.exitCode(), outcome.err());
        return out;
    }

    /** The doubles of an NPY file of version 1.0: ten bytes of magic, version and length, then the header. */
    private static double[] field(Path file, String shape) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int header = 10 + bytes.getShort(8);
        String text = new String(bytes.array(), 10, header - 10, StandardCharsets.US_ASCII);
        assertTrue(text.contains(shape), text);
        double[] values = new double[(bytes.capacity() - header) / Double.BYTES];
        bytes.position(header);
        bytes.asDoubleBuffer().get(values);
        return values;
    }

    private static double entropyProduction(Path run) throws IOException {
        return summary(run, "entropy_production", 2);
    }

    private static double error(Path run) throws IOException {
        return summary(run, "entropy_production", 3);
    }

    private static double summary(Path run, String quantity, int column) throws IOException {
        return Files.readAllLines(run.resolve("summary.csv")).stream().map(line -> line.split(","))
                .filter(row -> row[1].equals(quantity)).mapToDouble(row -> Double.parseDouble(row[column]))
                .findFirst().orElseThrow();
    }

    @Test
    void fieldsAndFigure() throws IOException {
        Path run = run("degenerate-valley --current --method finite-volume --grid 48,32", "svg");
        double[] x = field(run.resolve("density-x.npy"), "(48,)");
        double[] y = field(run.resolve("density-y.npy"), "(32,)");
        double[] alongX = field(run.resolve("current-x.npy"), "(48, 32)");
        double[] alongY = field(run.resolve("current-y.npy"), "(48, 32)");
        assertEquals(48, x.length);
        // Out along the floor, back beside it: J_x has the sign of x at y = 0 and the other one two deviations away.
        int right = 32 * 30;
        int beside = 0;
        for (int j = 16; y[j] < 0.7; j++) {
            beside = j;
        }
        assertTrue(x[30] > 0.5 && alongX[right + 16] > 1e-4, "" + alongX[right + 16]);
        assertTrue(alongX[right + beside] < -1e-4, "" + alongX[right + beside]);
        // Mirror images in the floor and in x = 0, where nothing crosses.
        for (int k = 0; k < alongX.length; k++) {
            int below = k / 32 * 32 + 31 - k % 32;
            assertEquals(alongX[k], alongX[below], 1e-12);
            assertEquals(alongY[k], -alongY[below], 1e-12);
            assertEquals(alongX[k], -alongX[(47 - k / 32) * 32 + k % 32], 1e-12);
        }
        String figure = Files.readString(run.resolve("current.svg"));
        assertTrue(figure.contains("clockwise") && figure.contains("anticlockwise"));
        assertEquals(0.0154786, entropyProduction(run), error(run));
        assertTrue(error(run) < 0.03 * 0.0154786, "" + error(run));
    }

    @Test
    void anEquilibriumIsSaidToBeOne() throws IOException {
        Path run = run("isotropic-control --current --grid 48,32", "svg");
        assertTrue(Files.readString(run.resolve("current.svg")).contains("no current: equilibrium"));
        assertEquals(0.0, entropyProduction(run), 1e-12);
    }

    /** Rates are per unit of learning time: ten times those of the plain SGD that stands for momentum 0.9. */
    @Test
    void underMomentumRatesAreThoseOfLearningTime() throws IOException {
        Path heavy = run("momentum-valley --rates 1 --current --grid 48,32", "none");
        Path plain = run("momentum-valley --set sgd.learning-rate=0.05 --set sgd.momentum=0 --rates 1 --current"
                + " --grid 48,32",
                "none");
        assertEquals(10.0 * entropyProduction(plain), entropyProduction(heavy), 1e-9 * entropyProduction(heavy));
        assertEquals(10.0 * summary(plain, "relaxation_rate_1", 2), summary(heavy, "relaxation_rate_1", 2), 1e-7);
        double[] slow = field(plain.resolve("current-x.npy"), "(48, 32)");
        double[] fast = field(heavy.resolve("current-x.npy"), "(48, 32)");
        for (int k = 0; k < slow.length; k++) {
            assertEquals(10.0 * slow[k], fast[k], 1e-9);
        }
    }

    @Test
    void whatHasNoCurrentIsRefused() {
        for (String options : List.of("degenerate-valley --current --at 10",
                "degenerate-valley --rates 2 --at 10", "degenerate-valley --rates 99",
                "degenerate-valley --current --method quadrature", "two-sharp-directions --current")) {
            List<String> words = new ArrayList<>(List.of(("density " + options).split(" ")));
            words.addAll(List.of("--quiet", "--figures", "none", "--out", folder.resolve("refused").toString()));
            InProcess.Outcome outcome = InProcess.run(words);
            assertEquals(ExitCode.BAD_INPUT, outcome.exitCode(), outcome.err());
            assertTrue(outcome.err().contains("option --"), outcome.err());
        }
    }
}
