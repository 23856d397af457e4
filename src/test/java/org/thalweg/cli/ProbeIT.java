package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code thalweg probe}, against numbers that programs in numpy have computed of the same networks. */
class ProbeIT {
    @TempDir
    private static Path folder;

    private static double value(RunFolder run, String layer, String quantity, String index) {
        List<CSVRecord> rows = run.rows("probes.csv").stream().filter(r -> r.get("layer").equals(layer)
                && r.get("quantity").equals(quantity) && r.get("index").equals(index)).toList();
        assertEquals(1, rows.size(), quantity);
        return Double.parseDouble(rows.get(0).get("value"));
    }

    private static void assertClose(double expected, RunFolder run, String quantity, String index) {
        double found = value(run, "", quantity, index);
        assertEquals(expected, found, 1e-9 * Math.abs(expected), quantity + " " + index);
    }

    /** theta_k = sqrt(2 / fan-in) sin(12.9898 (k + 1)), biases 0.1 sin(78.233 (k + 1)), k over all parameters. */
    private static String parameters(int[] widths, boolean biases, double factor) {
        StringBuilder text = new StringBuilder("theta\n");
        int k = 0;
        for (int l = 0; l + 1 < widths.length; l++) {
            for (int i = 0; i < widths[l] * widths[l + 1]; i++, k++) {
                text.append(factor * Math.sqrt(2.0 / widths[l]) * Math.sin(12.9898 * (k + 1))).append('\n');
            }
            for (int i = 0; biases && i < widths[l + 1]; i++, k++) {
                text.append(0.1 * Math.sin(78.233 * (k + 1))).append('\n');
            }
        }
        return text.toString();
    }

    private static Path model(String name, String data, String theta, String loss) throws IOException {
        Files.writeString(folder.resolve(name + "-data.csv"), data);
        Files.writeString(folder.resolve(name + "-theta.csv"), theta);
        return Files.writeString(folder.resolve(name + ".yaml"), """
                name: %1$s
                loss:
                  kind: network
                  data: {table: %1$s-data.csv, inputs: [x1, x2, x3], %2$s
                noise: {kind: samples, batch: 4}
                sgd: {learning-rate: 0.1}
                start: {table: %1$s-theta.csv, value: theta, alpha: 1}
                """.formatted(name, loss));
    }

    /** Inputs cos(.9 n + 1.3 j), labels n mod 3, 12 samples. */
    @Test
    void aNetworkOfThirtyOneParameters() throws IOException {
        StringBuilder data = new StringBuilder("x1,x2,x3,y\n");
        for (int n = 0; n < 12; n++) {
            data.append(String.format(Locale.ROOT, "%s,%s,%s,%d%n", Math.cos(0.9 * n), Math.cos(0.9 * n + 1.3),
                    Math.cos(0.9 * n + 2.6), n % 3));
        }
        Path model = model("tanh", data.toString(), parameters(new int[] {3, 4, 3}, true, 1.0),
                "label: y}\n  layers: [3, 4, 3]");
        RunFolder run = new RunFolder(folder.resolve("tanh"));
        run.after("probe", model.toString(), "--top", "31", "--threads", "1");
        assertEquals("repeat,checkpoint,step,layer,probe,quantity,index,value,standard_error",
                run.header("probes.csv"));
        assertClose(1.1852232939246805, run, "loss", "");
        assertClose(.2811542388755779, run, "gradient_norm", "");
        assertClose(2.2984289066455195, run, "hessian_trace", "");
        assertClose(2.0401087462086, run, "hessian_square_trace", "");
        assertClose(.9724374012526955, run, "eigenvalue", "1");
        assertClose(.6591650613, run, "eigenvalue", "2");
        assertClose(.4550631233, run, "eigenvalue", "3");
        assertClose(-.2606940624352813, run, "eigenvalue", "31");
        assertClose(-.2606940624352813, run, "lowest_eigenvalue", "");
        assertClose(.09055146555625, run, "inverse_participation_ratio", "1");
        assertClose(1.419276259330522, run, "ws_upper", "");
        assertClose(.1189806476687809, run, "ws_lower_of_largest", "");
        assertClose(-1.270990523417908, run, "ws_lower", "");
        assertClose(.029305088243833, run, "ws_upper_of_smallest", "");
        assertTrue(run.files().containsAll(List.of("spectrum.png", "report.html")), run.files().toString());
    }

    /** Rectified 3-4-1, mse, 40 samples whose targets are the network's outputs, plus .2 sin(3n + .1). */
    @Test
    void flatnessThatRescalingLeavesAlone() throws IOException {
        double[] theta = parameters(new int[] {3, 4, 1}, false, 1.3).lines().skip(1)
                .mapToDouble(Double::parseDouble).toArray();
        StringBuilder data = new StringBuilder("x1,x2,x3,t\n");
        for (int n = 0; n < 40; n++) {
            double[] x = new double[3];
            for (int j = 0; j < 3; j++) {
                x[j] = Math.cos(0.9 * n + 1.3 * j) + 0.3 * Math.sin(2.1 * n * j + 0.5 * n);
            }
            double output = 0.0;
            for (int h = 0; h < 4; h++) {
                double u = theta[3 * h] * x[0] + theta[3 * h + 1] * x[1] + theta[3 * h + 2] * x[2];
                output += theta[12 + h] * Math.max(u, 0.0);
            }
            data.append(x[0] + "," + x[1] + "," + x[2] + "," + (output + 0.2 * Math.sin(3.0 * n + 0.1)) + "\n");
        }
        Path model = model("relu", data.toString(), parameters(new int[] {3, 4, 1}, false, 1.3),
                "outputs: [t]}\n  layers: [3, 4, 1]\n  activation: relu\n  biases: false\n  output: mse");
        String[] alphas = {"0.5", "1", "3"};
        double[] sharpness = {.00086960, .00065588, .00677051};
        for (int a = 0; a < alphas.length; a++) {
            RunFolder run = new RunFolder(folder.resolve("relu-" + alphas[a]));
            run.after("probe", model.toString(), "--set", "start.alpha=" + alphas[a], "--probe",
                    "fisher-rao,relative-flatness,sam", "--figures", "none");
            assertClose(.0432762200845466, run, "fisher_rao", "");
            assertEquals(1.6376149061804, value(run, "W1", "relative_flatness", ""), 1e-9);
            assertEquals(1.350706045746, value(run, "W2", "relative_flatness", ""), 1e-9);
            assertEquals(sharpness[a], value(run, "", "sam_sharpness", ""), 1e-8);
        }
    }

    /** The checkpoints of a run, and the block of a layer; the start of a run is that of its model. */
    @Test
    void checkpointsOfARun() {
        RunFolder run = new RunFolder(folder.resolve("run"));
        run.after("train", "rescaled-network", "--repeats", "2", "--time", "2", "--checkpoints", "3", "--figures",
                "none");
        RunFolder all = new RunFolder(folder.resolve("all"));
        all.after("probe", run.path().toString(), "--at", "0,2", "--layer", "W2", "--top", "3", "--figures", "none");
        assertEquals(List.of("0 0", "0 2", "1 0", "1 2"), all.rows("probes.csv").stream()
                .map(r -> r.get("repeat") + " " + r.get("checkpoint")).distinct().toList());
        assertTrue(all.rows("probes.csv").stream().allMatch(r -> r.get("layer").equals("W2")));
        RunFolder again = new RunFolder(folder.resolve("again"));
        again.after("probe", run.path().toString(), "--at", "0,2", "--layer", "W2", "--top", "3", "--figures", "none",
                "--threads", "1");
        assertArrayEquals(all.bytes("probes.csv"), again.bytes("probes.csv"));
        RunFolder start = new RunFolder(folder.resolve("start"));
        start.after("probe", "rescaled-network", "--layer", "W2", "--top", "3", "--figures", "none");
        String first = all.text("probes.csv").lines().filter(l -> l.startsWith("0,0,")).toList().toString();
        assertEquals(first, start.text("probes.csv").lines().filter(l -> l.startsWith("0,0,")).toList().toString());
    }

    /** Where the training of a cell ends: flatter after larger steps is not asked here, only that it is measured. */
    @Test
    void probesInASweep() {
        RunFolder run = new RunFolder(folder.resolve("swept"));
        String[] sweep = {"sweep", "rescaled-network", "--learning-rate", "0.01,0.02", "--batch-size", "5,10",
            "--time-limit", "1", "--particles", "3", "--probe", "hessian_trace,spectrum", "--layer", "W1"};
        run.after(sweep);
        List<String> quantities = run.rows("sweep.csv").stream().map(r -> r.get("quantity")).distinct().toList();
        assertTrue(quantities.containsAll(List.of("train_loss", "hessian_trace", "eigenvalue", "lowest_eigenvalue")),
                quantities.toString());
        assertTrue(!quantities.contains("ws_upper"), "only what was asked for");
        List<CSVRecord> traces = run.rows("sweep.csv").stream()
                .filter(r -> r.get("quantity").equals("hessian_trace")).toList();
        assertEquals(4, traces.size());
        assertTrue(traces.stream().allMatch(r -> Double.parseDouble(r.get("standard_error")) > 0.0));
        assertTrue(Files.exists(run.path().resolve("hessian-trace-map.png")));
    }

    @Test
    void whatCannotBeProbedIsOneLine() {
        for (String[] refused : new String[][] {
            {"probe", "degenerate-valley"}, {"probe", "rescaled-network", "--layer", "W7"},
            {"probe", "rescaled-network", "--probe", "colour"}, {"probe", "rescaled-network", "--top", "99"},
            {"probe", "rescaled-network", "--at", "first"}, {"probe", "models"}, {"probe", "nothing"},
            {"sweep", "degenerate-valley", "--probe", "traces"},
            {"probe", "rescaled-network", "--probe", "overlap"},
            {"probe", "batch-norm-network", "--probe", "relative-flatness", "--layer", "gamma1"},
            {"probe", "batch-norm-network", "--probe", "neuronwise-flatness", "--layer", "b1"},
            {"sweep", "rescaled-network", "--time-limit", "1", "--layer", "W1"},
            {"train", "rescaled-network", "--then-epochs", "3"},
            {"sweep", "rescaled-network", "--time-limit", "1", "--probe", "traces", "--layer", "W9"}}) {
            LauncherRun run = LauncherRun.of(refused);
            assertEquals(2, run.exitCode(), String.join(" ", refused) + "\n" + run.err());
            assertEquals(1, run.err().lines().count(), run.err());
        }
    }
}
