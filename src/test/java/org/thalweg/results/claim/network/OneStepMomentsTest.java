package org.thalweg.results.claim.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.measure.Family;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Verdict;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.network.Propagation;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;

/** The moments of one step, exactly where all batches can be listed, and as a claim. */
class OneStepMomentsTest {
    private static final Seed SEED = new Seed(20261130);

    @TempDir
    private Path folder;

    /** A loss of second order: a linear neuron with four samples. */
    private Setting neuron(String noise) throws Exception {
        return ModelFile.read(Files.writeString(folder.resolve("neuron.yaml"), """
                name: neuron
                summary: A linear neuron.
                loss:
                  kind: network
                  data: {set: digits, classes: [0, 1], inputs: [21, 43], per-class: 2, shift: 0.5}
                  layers: [2, 1]
                  biases: true
                  output: mse
                noise: NOISE
                sgd: {learning-rate: 0.3}
                start: {x: 4, y1: -3, y2: 2}
                """.replace("NOISE", noise))).setting();
    }

    /** Mean and variance over equally likely batches. */
    private static double[] listed(Setting setting, int[][] batches) {
        Propagation worker = setting.surface().task().orElseThrow().train().bind();
        double eta = setting.sgd().learningRate();
        double sum = 0.0;
        double squares = 0.0;
        for (int[] batch : batches) {
            double[] there = new double[3];
            worker.lossAndGradient(setting.start(), batch, batch.length, there);
            for (int i = 0; i < 3; i++) {
                there[i] = setting.start()[i] - eta * there[i];
            }
            double change = worker.loss(there) - worker.loss(setting.start());
            sum += change / batches.length;
            squares += change * change / batches.length;
        }
        return new double[] {sum, squares - sum * sum};
    }

    @Test
    void allBatchesWithReplacement() throws Exception {
        Setting setting = neuron("{kind: samples, batch: 3, sampling: replacement}");
        int[][] batches = new int[64][];
        for (int k = 0; k < 64; k++) {
            batches[k] = new int[] {k % 4, k / 4 % 4, k / 16};
        }
        double[] listed = listed(setting, batches);
        OneStepExpansion expansion = OneStepExpansion.of((SampleNoise) setting.noise(), setting.start(), 100, SEED);
        assertEquals(listed[0], expansion.mean(0.3).value(), 1e-12 * Math.abs(listed[0]));
        assertEquals(listed[1], expansion.variance(0.3).value(), 1e-11 * listed[1]);
        assertEquals(0.0, expansion.mean(0.3).standardError());
        assertEquals(0.0, expansion.variance(0.3).standardError());
        assertTrue(listed[1] > 0.1 * listed[0] * listed[0], "a variance that means something: " + listed[1]);
    }

    /** Mean exact, variance within the bound of its last term. */
    @Test
    void allBatchesWithoutReplacement() throws Exception {
        Setting setting = neuron("{kind: samples, batch: 3, sampling: without-replacement}");
        double[] listed = listed(setting, new int[][] {{0, 1, 2}, {0, 1, 3}, {0, 2, 3}, {1, 2, 3}});
        OneStepExpansion expansion = OneStepExpansion.of((SampleNoise) setting.noise(), setting.start(), 100, SEED);
        assertEquals(listed[0], expansion.mean(0.3).value(), 1e-12 * Math.abs(listed[0]));
        assertEquals(listed[1], expansion.variance(0.3).value(), expansion.variance(0.3).standardError());
        assertTrue(expansion.variance(0.3).standardError() < 0.05 * listed[1], expansion.variance(0.3).toString());
    }

    private static List<Judgement> judged(int particles, UnaryOperator<Setting> tampered) throws Exception {
        Setting setting = ModelFile.read(Path.of("models", "rescaled-network.yaml")).setting();
        Laboratory laboratory = new Laboratory(particles, SEED, 1, Laboratory.SHORT_WINDOW, OptionalDouble.empty())
                .simulating(tampered);
        return Family.of(new OneStepMoments().judge(laboratory, setting)).judgements();
    }

    /** False-alarm rate 1e-2, at a fixed seed. */
    @Test
    void aSmallNetworkAgrees() throws Exception {
        List<Judgement> found = judged(500, setting -> setting);
        assertEquals(3, found.size());
        for (Judgement judgement : found) {
            assertNotEquals(Verdict.REFUTED, judgement.verdict(), judgement.toString());
            assertNotEquals(Verdict.NOT_APPLICABLE, judgement.verdict(), judgement.toString());
        }
        assertEquals(Verdict.CONSISTENT, found.get(0).verdict(), found.toString());
        assertEquals(Verdict.CONSISTENT, found.get(1).verdict(), found.toString());
    }

    /** Steps by batches of 6 that are judged as batches of 12: twice the variance. */
    @Test
    void otherBatchesAreRefuted() throws Exception {
        List<Judgement> found = judged(200, setting -> setting.withBatchSize(6));
        assertEquals(Verdict.REFUTED, found.get(2).verdict(), found.toString());
    }

    /** All samples without replacement are no noise. */
    @Test
    void withoutNoiseItIsSilent() throws Exception {
        List<Judgement> found = new OneStepMoments().judge(
                new Laboratory(16, SEED, 1, Laboratory.SHORT_WINDOW, OptionalDouble.empty()),
                neuron("{kind: samples, batch: 4, sampling: without-replacement}"));
        assertEquals(List.of(Verdict.NOT_APPLICABLE), found.stream().map(Judgement::verdict).toList());
    }
}
