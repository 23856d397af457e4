package org.thalweg.model.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.file.yaml.Problem;
import org.thalweg.random.Purpose;
import org.thalweg.random.Seed;

/** Model files of networks: every mistake is one line with its place. */
class NetworkFilesTest {
    private static final String SOUND = """
            name: net
            loss:
              kind: network
              data: {set: digits, per-class: 10}
              layers: [64, 5, 10]
            noise: {kind: samples, batch: 5}
            sgd: {learning-rate: 0.1}
            start: {kind: he-normal, seed: 1}
            train: {time: 10, checkpoints: 11, stop: {train-error: 0, then-epochs: 10}}
            """;

    @TempDir
    private Path folder;

    @Test
    void theSoundOneIsSound() {
        ModelFile model = ModelText.sound(SOUND);
        assertEquals(64 * 5 + 5 + 50 + 10, model.setting().surface().dimension());
        assertEquals(100, model.setting().surface().task().orElseThrow().samples());
        assertEquals(11, model.training().checkpoints().getAsInt());
        assertEquals(10, model.training().stop().orElseThrow().thenEpochs());
    }

    /** Nothing else says that nearly all parameters begin at 0. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{x: 1, y1: 2} | start names 2 of 385 parameters; the other 383 begin at 0",
        "[{x: 1, y1: 2}, {x: 1, y1: 2, y2: 3}] | start names 2 of 385 parameters; the other 383 begin at 0",
        "{kind: he-normal, seed: 1} | ''",
        "{kind: he-normal} | ''"})
    void aStartSaysHowManyParametersItDoesNotName(String start, String said) {
        ModelFile model = ModelText.sound(SOUND.replace("{kind: he-normal, seed: 1}", start));
        String found = String.join(" ", model.remarks());
        assertTrue(said.isEmpty() ? found.isEmpty() : found.startsWith(said), found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "layers: [64, 5, 10] | layers: [63, 5, 10] | the first width is 63, samples have 64 numbers",
        "layers: [64, 5, 10] | layers: [64, 5, 9] | the last width is 9, samples have 10 classes",
        "layers: [64, 5, 10] | layers: [64] | has no layer",
        "layers: [64, 5, 10] | layers: [64, 5.5, 10] | the width of a layer is 5.5",
        "layers: [64, 5, 10] | 'layers: [64, 5, 10]\n  biases: maybe' | 'biases' = maybe",
        "data: {set: digits, per-class: 10} | data: {set: digits, per-class: 500} | has 178 samples of class 0",
        "data: {set: digits, per-class: 10} | data: {set: digit} | did you mean 'digits'?",
        "data: {set: digits, per-class: 10} | data: {per-class: 10} | 'data' says no data set",
        "data: {set: digits, per-class: 10} | data: {set: digits, table: a.csv} | are two data sets",
        "data: {set: digits, per-class: 10} | data: {set: digits, label: y} | 'label' belongs to 'table: FILE'",
        "data: {set: digits, per-class: 10} | data: {set: digits, colour: 1} | unknown key 'colour' in 'loss.data'",
        "data: {set: digits, per-class: 10} | data: {set: digits, per-class: 0} | give whole numbers of at least 1",
        "data: {set: digits, per-class: 10} | data: {set: digits, label-noise: 2} | give a probability from 0 to 1",
        "data: {set: digits, per-class: 10} | data: {set: digits, scale: 0} | 'scale' = 0.0 is not positive",
        "data: {set: digits, per-class: 10} | data: {table: no.csv, inputs: [a], label: y} | there is no file",
        "data: {set: digits, per-class: 10} | data: {table: no.csv, inputs: [a, a], label: y} | names one twice",
        "data: {set: digits, per-class: 10} | data: {images: no.gz, labels: no.gz} | there is no file",
        "data: {set: digits, per-class: 10} | data: {images: no.gz} | key 'labels' is missing in 'loss.data'",
        "layers: [64, 5, 10] | 'layers: [64, 5, 10]\n  activation: rellu' | did you mean 'relu'?",
        "layers: [64, 5, 10] | 'layers: [64, 5, 10]\n  output: mee' | unknown output 'mee'",
        "layers: [64, 5, 10] | 'layers: [64, 10]\n  batch-norm: true' | have no hidden units to normalise; write false",
        "start: {kind: he-normal, seed: 1} | 'start: {kind: he-normal, gamma: one}' | belongs to batch normalisation",
        "layers: [64, 5, 10] | 'layers: [64, 5, 10]\n  weights: two-bit' | unknown weights 'two-bit'; known here: real, one-bit",
        "batch: 5 | batch: 101 | 'batch' = 101.0, and there are 100 samples; give a whole number from 1 to 100",
        "batch: 5 | 'batch: 5, sampling: shuffled' | unknown sampling 'shuffled'; did you mean 'reshuffled'?",
        "kind: he-normal | kind: she-normal | unknown kind 'she-normal'; did you mean 'he-normal'?",
        "start: {kind: he-normal, seed: 1} | start: {seed: 1} | nothing says where the 385 parameters start",
        "start: {kind: he-normal, seed: 1} | 'start: {table: no.csv, value: t}' | there is no file",
        "start: {kind: he-normal, seed: 1} | start: {checkpoint: nowhere} | nowhere holds no checkpoints",
        "start: {kind: he-normal, seed: 1} | 'start: {kind: he-normal, value: t}' | 'value' belongs to 'table'",
        "start: {kind: he-normal, seed: 1} | 'start: {kind: he-normal, alpha: 2}' | add seed: 1",
        "train: {time: 10, checkpoints: 11 | train: {time: 10, checkpoints: 1 | give a whole number from 2 to 100000",
        "train: {time: 10 | train: {tim: 10 | unknown key 'tim' in 'train'",
        "train-error: 0 | train-error: 1 | give a share from 0 to less than 1",
    })
    void mistakes(String right, String wrong, String message) {
        assertTrue(SOUND.contains(right), right);
        List<Problem> problems = ModelText.problems(SOUND.replace(right, wrong));
        String all = problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
        assertTrue(all.contains(message), all);
        assertEquals(1, problems.size(), all);
        assertEquals(1, all.lines().count(), all);
    }

    /** Factors are drawn after the weights of their layer, which stay; without a seed each repeat draws its own. */
    @Test
    void factorsOfBatchNormalisation() {
        String text = SOUND.replace("layers: [64, 5, 10]", "layers: [64, 5, 10]\n  batch-norm: true");
        List<double[]> starts = new ArrayList<>();
        for (String law : List.of("one", "uniform", "normal")) {
            String drawn = text.replace("seed: 1}", "seed: 1, gamma: " + law + "}");
            double[] theta = ModelText.sound(drawn).setting().start();
            assertEquals(395, theta.length);
            starts.add(theta);
            assertArrayEquals(starts.get(0), without(theta, 325, 330));
            String eachItsOwn = text.replace("seed: 1}", "gamma: " + law + "}");
            double[][] own = new double[395][1];
            ModelText.sound(eachItsOwn).setting().startDistribution().orElseThrow()
                    .draw(new Seed(3).stream(Purpose.START, 0), own, 1, 0);
            for (int i = 325; i < 330; i++) {
                for (double gamma : new double[] {theta[i], own[i][0]}) {
                    assertTrue(law.equals("one") ? gamma == 1.0 : law.equals("uniform") ? gamma > 0.0 && gamma < 1.0
                            : gamma != 0.0 && Math.abs(gamma) < 0.6, law + " " + gamma);
                }
                assertEquals(0.0, own[i + 5][0], "beta");
            }
        }
        assertArrayEquals(new double[] {1, 1, 1, 1, 1, 0, 0, 0, 0, 0}, Arrays.copyOfRange(starts.get(0), 325, 335));
        String one = ModelText.problems(text.replace("batch: 5", "batch: 1")).toString();
        assertTrue(one.contains("the variance over a single sample is 0; give a whole number from 2 to 100"), one);
        String two = ModelText.problems(text.replace("seed: 1}", "seed: 1, gamma: two}")).toString();
        assertTrue(two.contains("unknown gamma 'two'; known here: one, uniform, normal"), two);
        String alpha = ModelText.problems(text.replace("seed: 1}", "seed: 1, alpha: 2}")).toString();
        assertTrue(alpha.contains("'alpha' moves size between layers, which batch normalisation takes away"), alpha);
    }

    private static double[] without(double[] theta, int from, int end) {
        double[] others = theta.clone();
        Arrays.fill(others, from, end, 1.0);
        return others;
    }

    @Test
    void samplesNeedANetworkAndTrainingToo() {
        List<Problem> problems = ModelText.problems(ModelText.of(
                "{kind: valley, flatness: \"1 + 0.5*cos(x)\"}", "{kind: samples, batch: 3}") + "train: {time: 1}\n");
        assertEquals(2, problems.size(), problems.toString());
    }

    /** Tables are found from the folder of the model file; a table that changes is another model. */
    @Test
    void parametersAndDataInTables() throws Exception {
        Files.writeString(folder.resolve("theta.csv"), "i,theta\n0,0.5\n1,-0.25\n");
        Files.writeString(folder.resolve("data.csv"), "a,b,y\n1,2,0\n3,4,1\n");
        Path file = Files.writeString(folder.resolve("m.yaml"), """
                name: table
                loss:
                  kind: network
                  data: {table: data.csv, inputs: [a, b], label: y}
                  layers: [2, 1]
                  biases: false
                  output: mse
                noise: {kind: samples, batch: 1}
                sgd: {learning-rate: 0.1}
                start: {table: theta.csv, value: theta}
                """);
        ModelFile model = ModelFile.read(file);
        assertArrayEquals(new double[] {0.5, -0.25}, model.setting().start());
        // Outputs 0 and 0.5, targets 0 and 1: the mean of 0 and 1/8.
        assertEquals(0.0625, model.setting().surface().value(model.setting().start()), 1e-16);
        assertEquals(1, model.tables().size());
        Files.writeString(folder.resolve("theta.csv"), "i,theta\n0,0.5\n");
        List<Problem> problems = org.junit.jupiter.api.Assertions.assertThrows(ModelFileException.class,
                () -> ModelFile.read(file)).problems();
        assertTrue(problems.get(0).toString().contains("has 1 row, and the network has 2 parameters"),
                problems.toString());
    }

    /** Factors of the first and the last layer do not change what a rectified network does. */
    @Test
    void alphaLeavesTheFunctionAlone() throws IOException {
        String relu = SOUND.replace("  layers: [64, 5, 10]", "  layers: [64, 5, 4, 10]\n  activation: relu");
        double loss = lossAtStart(relu);
        for (String alpha : List.of("0.1", "3")) {
            assertEquals(loss, lossAtStart(relu.replace("seed: 1}", "seed: 1, alpha: " + alpha + "}")), 1e-12 * loss);
        }
    }

    private static double lossAtStart(String text) {
        ModelFile model = ModelText.sound(text);
        return model.setting().surface().value(model.setting().start());
    }
}
