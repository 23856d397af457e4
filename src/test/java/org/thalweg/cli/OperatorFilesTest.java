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

/**
 * {@code density} with {@code --path}, {@code --from} and {@code --to}, {@code --between} from a distribution, {@code
 * --at} with {@code --particles}, {@code --rates} by the hierarchy.
 *
 * <p>Statistical assertions: 2, each with 1e-6 false alarms (of SGD but for its learning rate).
 */
class OperatorFilesTest {
    private static final String WELLS = """
            name: wells
            loss: {kind: valley, flatness: "0.6 + 0.1*sin(x)", floor: "(x^2 - 1)^2 / 4"}
            domain: {x: {from: -3, to: 3, boundary: reflecting}}
            noise: {kind: anisotropic, batch-variance: 1.0, anisotropy: 1}
            sgd: {learning-rate: 0.06}
            start: {x: -1, y: 0}
            converged: {flatness: 0.68}
            """;

    @TempDir
    private Path folder;

    private Path run(String command) throws IOException {
        Path model = folder.resolve("wells.yaml");
        Files.writeString(model, WELLS);
        Path out = folder.resolve("run" + Math.abs(command.hashCode()));
        List<String> words = new ArrayList<>(List.of(command.replace("WELLS", model.toString()).split(" ")));
        words.addAll(List.of("--quiet", "--figures", "svg", "--out", out.toString()));
        InProcess.Outcome outcome = InProcess.run(words);
        assertEquals(ExitCode.OK, outcome.exitCode(), outcome.err());
        return out;
    }

    private static double[] quantity(Path run, String witness, String name) throws IOException {
        String[] row = Files.readAllLines(run.resolve("summary.csv")).stream().map(line -> line.split(","))
                .filter(cells -> cells[0].equals(witness) && cells[1].equals(name)).findFirst().orElseThrow();
        return new double[] {Double.parseDouble(row[2]), row[3].isEmpty() ? 0.0 : Double.parseDouble(row[3])};
    }

    /**
     * Over 8.33 temperatures: the path by two methods, its rate and Kramers' to leading order, and what they are of,
     * the density's, six per cent less.
     */
    @Test
    void ratesOfAnEscapeByThreeWays() throws IOException {
        Path run = run("density WELLS --path=-1,0,0,0");
        double barrier = 0.25 / 0.03;
        assertEquals(barrier, quantity(run, "density", "path_action")[0], 1e-3);
        assertEquals(barrier, quantity(run, "density", "string_action")[0], 2e-3);
        double path = quantity(run, "density", "path_escape_rate")[0];
        double kramers = quantity(run, "theory", "escape_rate")[0];
        double density = quantity(run, "density", "escape_rate")[0];
        assertEquals(kramers, path, 0.01 * kramers);
        assertEquals(density, path, 0.08 * density);
        assertEquals(1.0 / quantity(run, "density", "convergence_time")[0], density, 1e-9 * density);
        assertTrue(Files.exists(run.resolve("path.csv")) && Files.exists(run.resolve("path.svg")));
        // The rate at which one set is left for the other is that of the first passage, but for the places of the sets.
        Path sets = run("density WELLS --from x<=-0.9 --to disc:1,0,0.2 --grid 96,32");
        double[] rate = quantity(sets, "density", "transition_rate");
        assertEquals(density, rate[0], 3.0 * rate[1] + 2e-3 * density);
        assertTrue(Files.readString(sets.resolve("committor.svg")).contains("disc:1.0,0.0,0.2"));
        double less = barrier * (1.0 - Math.pow(1.0 - 0.81, 2));
        assertEquals(less, quantity(sets, "density", "path_action")[0], 0.01 * less);
    }

    @Test
    void aDistributionIsSplitByWhereItEnds() throws IOException {
        Path run = run("density WELLS --set start.x=uniform(-0.6,0.8) --set noise.batch-variance=8 --between -1,1"
                + " --grid 48,32");
        List<String[]> rows = Files.readAllLines(run.resolve("splitting.csv")).stream().skip(1)
                .map(line -> line.split(",")).toList();
        double above = 0.0;
        double mean = 0.0;
        for (String[] row : rows) {
            above += Double.parseDouble(row[2]) * Double.parseDouble(row[3]);
            mean += Double.parseDouble(row[2]) * Double.parseDouble(row[3]) * Double.parseDouble(row[0]);
        }
        assertEquals(above, quantity(run, "density", "committor")[0], 1e-12);
        assertEquals(mean / above, quantity(run, "density", "start_of_above")[0], 1e-12);
        // More of the start is at the upper side, and those that end there began farther up.
        assertTrue(above > 0.5 && quantity(run, "density", "start_of_above")[0] > 0.1
                && quantity(run, "density", "start_of_below")[0] < 0.1);
    }

    @Test
    void histogramsBesideTheDensityAtEachTime() throws IOException {
        Path run = run("density degenerate-valley --at 5,20 --particles 1024 --grid 48,32");
        for (String witness : List.of("sgd", "sde")) {
            assertTrue(quantity(run, witness, "chi_square_tail")[0] > 1e-6, witness);
            assertTrue(Files.readAllLines(run.resolve("marginal-at-5.0.csv")).stream()
                    .filter(line -> line.contains("," + witness + ",")).count() == 64, witness);
        }
        assertTrue(Files.exists(run.resolve("marginals.svg")) && Files.exists(run.resolve("evolution.svg")));
        // Four means and a marginal at each time, by hierarchy and by finite volumes.
        assertEquals(11, Files.readAllLines(run.resolve("methods.csv")).size());
        assertTrue(Files.readString(run.resolve("run.json")).contains("agree on 10 numbers from t = 5.0 on"));
    }

    @Test
    void theHierarchyAnswersTheSame() throws IOException {
        String options = " --rates 2 --between=-1,3.1 --grid 64,32";
        Path spectral = run("density degenerate-valley --method hierarchy" + options);
        Path volumes = run("density degenerate-valley --method finite-volume" + options);
        for (String name : List.of("relaxation_rate_1", "relaxation_rate_2", "committor")) {
            double[] one = quantity(spectral, "density", name);
            double[] other = quantity(volumes, "density", name);
            assertEquals(one[0], other[0], one[1] + 3.0 * other[1], name);
            assertTrue(other[1] < 2e-3 * one[0], name);
        }
        assertTrue(Files.exists(spectral.resolve("mode-2.npy")) && Files.exists(volumes.resolve("mode-2.npy")));
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        for (String options : List.of("degenerate-valley --from x<=-1", "degenerate-valley --from x<1 --to x>=2",
                "degenerate-valley --from x<=-1 --to x>=2 --between=-1,3.1", "degenerate-valley --particles 100",
                "degenerate-valley --from x<=9 --to x>=2 --grid 32,32", "asymmetric-valley --from x<=-1 --to x>=2",
                "degenerate-valley --from x<=-1 --to x>=8 --grid 32,32",
                "degenerate-valley --from x<=-1 --to disc:2,0,-1", "degenerate-valley --at 3 --from x<=-1 --to x>=2")) {
            List<String> words = new ArrayList<>(List.of(("density " + options).split(" ")));
            words.addAll(List.of("--quiet", "--figures", "none", "--out", folder.resolve("refused").toString()));
            InProcess.Outcome outcome = InProcess.run(words);
            assertEquals(ExitCode.BAD_INPUT, outcome.exitCode(), options + ": " + outcome.err());
        }
    }
}
