package org.thalweg.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.measure.Progress;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelText;
import org.thalweg.model.noise.batch.SampleBatches;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.network.Propagation;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.storage.SealedJournal;

/** Training, repeat by repeat. Seed 11 throughout; nothing is left to chance. */
class TrainingTest {
    private static final Seed SEED = new Seed(11);
    private static final Map<String, Object> REQUEST = Map.of("seed", 11);

    @TempDir
    private Path scratch;

    private static Training training(Setting setting, double time, int checkpoints) {
        return Training.of(setting, time, checkpoints, Optional.empty());
    }

    private static List<double[]> points(Training training) throws IOException {
        List<double[]> kept = new ArrayList<>();
        new RepeatUnderWay(training, 0, SEED, (checkpoint, theta) -> kept.add(theta.clone())).trained();
        return kept;
    }

    /**
     * The recursion of the documentation, written down once more: v <- beta v + g + w theta, theta <- theta - eta v.
     */
    @ParameterizedTest
    @ValueSource(strings = {"{learning-rate: 0.5}", "{learning-rate: 0.1, momentum: 0.9}",
        "{learning-rate: 0.1, momentum: 0.9, nesterov: true, weight-decay: 0.01}",
        "{learning-rate: 0.5, schedule: {kind: cosine, iterations: 20}}"})
    void literalSgd(String sgd) throws IOException {
        Setting setting = SmallNetwork.with("replacement", sgd, "{kind: he-normal, seed: 3}");
        double eta = setting.sgd().learningRate();
        Training training = training(setting, 20 * eta, 21);
        List<double[]> points = points(training);
        double[] theta = setting.start().clone();
        double[] velocity = new double[theta.length];
        double[] gradient = new double[theta.length];
        SampleBatches batches = training.noise().batches();
        RandomStream random = SEED.stream(Purpose.GRADIENT_NOISE, 0);
        Propagation propagation = training.task().train().bind();
        for (int k = 0; k < 20; k++) {
            assertArrayEquals(theta, points.get(k), 1e-13, "iteration " + k);
            int[] batch = batches.next(k, random);
            propagation.lossAndGradient(theta, batch, batch.length, gradient);
            double rate = eta * (sgd.contains("cosine") ? 0.5 * (1.0 + Math.cos(Math.PI * k / 20.0)) : 1.0);
            double beta = setting.sgd().momentum();
            for (int i = 0; i < theta.length; i++) {
                double g = gradient[i] + setting.sgd().weightDecay() * theta[i];
                velocity[i] = beta * velocity[i] + g;
                theta[i] -= rate * (setting.sgd().nesterov() ? g + beta * velocity[i] : velocity[i]);
            }
        }
    }

    @Test
    void rowsAreWhatTheCheckpointsAreWorth() throws IOException {
        Training training = training(SmallNetwork.plain(), 10.0, 5);
        List<double[]> points = points(training);
        TrainedRepeat trained = new RepeatUnderWay(training, 0, SEED, (c, theta) -> { }).trained();
        Propagation train = training.task().train().bind();
        Propagation test = training.task().test().orElseThrow().bind();
        assertEquals(5, trained.rows().size());
        for (int c = 0; c < 5; c++) {
            TrainingRow row = trained.rows().get(c);
            assertEquals(5L * c, row.step());
            assertEquals(2.5 * c, row.time());
            assertEquals(train.loss(points.get(c)), row.trainLoss());
            assertEquals(train.errorRate(points.get(c)), row.trainError());
            assertEquals(test.loss(points.get(c)), row.testLoss());
            assertEquals(test.errorRate(points.get(c)), row.testError());
        }
        assertTrue(trained.last().trainLoss() < 0.5 * trained.rows().get(0).trainLoss());
    }

    /** Without a seed each repeat draws its own start; with one, all begin at one point. */
    @Test
    void starts() throws IOException {
        Training own = training(SmallNetwork.with("reshuffled", "{learning-rate: 0.5}", "{kind: glorot-normal}"),
                1.0, 2);
        assertNotEquals(firstRow(own, 0), firstRow(own, 1));
        Training same = training(SmallNetwork.plain(), 1.0, 2);
        assertEquals(firstRow(same, 0), firstRow(same, 1));
    }

    private static TrainingRow firstRow(Training training, int repeat) throws IOException {
        return new RepeatUnderWay(training, repeat, SEED.child(repeat), (c, theta) -> { }).trained().rows().get(0);
    }

    /** Where a repeat pauses changes nothing, and what is left of it falls to 0 at its end alone. */
    @Test
    void goesOnInSlices() throws IOException {
        Training training = Training.of(SmallNetwork.plain(), 100.0, 5, Optional.of(new Training.Stop(0.05, 2)));
        TrainedRepeat whole = new RepeatUnderWay(training, 0, SEED, (c, theta) -> { }).trained();
        for (long slice : new long[] {1, 3, 7, 1000}) {
            RepeatUnderWay sliced = new RepeatUnderWay(training, 0, SEED, (c, theta) -> { });
            long left = Long.MAX_VALUE;
            while (sliced.advance(slice)) {
                assertTrue(sliced.left() > 0 && sliced.left() <= left, slice + ": " + sliced.left());
                left = sliced.left();
            }
            assertEquals(0, sliced.left());
            assertEquals(whole, sliced.trained());
        }
    }

    /**
     * Ends after the first epoch (3 iterations) with the error asked for and 2 more; the last row is that of the end.
     */
    @Test
    void stopsByItsError() throws IOException {
        Training whole = training(SmallNetwork.plain(), 100.0, 201);
        TrainedRepeat all = new RepeatUnderWay(whole, 0, SEED, (c, theta) -> { }).trained();
        long low = all.rows().stream().filter(r -> r.step() > 0 && r.step() % 3 == 0 && r.trainError() <= 0.05)
                .findFirst().orElseThrow().step();
        Training stopping = Training.of(SmallNetwork.plain(), 100.0, 5, Optional.of(new Training.Stop(0.05, 2)));
        TrainedRepeat stopped = new RepeatUnderWay(stopping, 0, SEED, (c, theta) -> { }).trained();
        assertEquals(TrainedRepeat.End.ERROR, stopped.end());
        assertEquals(low + 6, stopped.last().step());
        assertEquals(all.rows().get((int) low + 6), stopped.last());
    }

    @Test
    void divergedRepeatsAreCountedAndLeftOut() {
        Training training = training(SmallNetwork.with("reshuffled",
                "{learning-rate: 1e90, weight-decay: 1e60}", "{kind: he-normal}"), 1e92, 3);
        List<TrainedRepeat> trained = Repeats.of(training, 3, SEED);
        assertEquals(3, TrainingSummary.diverged(trained));
        assertTrue(Double.isNaN(TrainingSummary.of(trained).get(Quantity.TRAIN_LOSS).value()));
        assertEquals(1.0, TrainingSummary.of(trained).get(Quantity.DIVERGED_FRACTION).value());
    }

    private Path run(String name, int threads) throws IOException {
        return run(SmallNetwork.plain(), name, threads);
    }

    private Path run(Setting setting, String name, int threads) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve(name));
        TrainingRunner runner = new TrainingRunner(training(setting, 20.0, 5), 4, SEED, threads, folder);
        TrainingJournal asked = new TrainingJournal(folder, REQUEST);
        try (TrainingJournal journal = TrainingJournal.in(folder) ? SealedJournal.reopen(asked)
                : SealedJournal.begin(asked)) {
            runner.run(journal, Progress.NONE);
            runner.join();
            journal.finish(List.of("checkpoints.npy"));
        }
        return folder;
    }

    private static void assertSame(Path one, Path other) throws IOException {
        for (String file : List.of("checkpoints.npy", "journal.jsonl")) {
            assertArrayEquals(Files.readAllBytes(one.resolve(file)), Files.readAllBytes(other.resolve(file)), file);
        }
    }

    @Test
    void threadsDoNotMatter() throws IOException {
        assertSame(run("one", 1), run("three", 3));
    }

    /**
     * Of a killed run: two repeats known, one of them with a damaged file, and half a line. What an optimiser remembers
     * is no part of what is kept: a repeat is finished or begins again.
     */
    @ParameterizedTest
    @ValueSource(strings = {"{kind: sam, radius: 0}", "{kind: adam}", "{kind: valley, base: {kind: adam}}",
        "{kind: decentralised, learners: 3, mixing: random-pair, base: {kind: adam}}"})
    void anInterruptedRunGoesOn(String optimiser) throws IOException {
        Setting setting = SmallNetwork.withOptimiser("{learning-rate: 0.5}", optimiser);
        Path whole = run(setting, "whole", 1);
        Path broken = Files.createDirectories(scratch.resolve("broken"));
        List<String> lines = Files.readAllLines(whole.resolve("journal.jsonl"));
        assertEquals(6, lines.size());
        Files.writeString(broken.resolve("journal.jsonl"),
                lines.get(0) + "\n" + lines.get(3) + "\n" + lines.get(2) + "\n" + lines.get(1).substring(0, 50));
        Files.copy(whole.resolve("repeat-2.npy"), broken.resolve("repeat-2.npy"));
        byte[] damaged = Files.readAllBytes(whole.resolve("repeat-1.npy"));
        damaged[damaged.length - 3] ^= 1;
        Files.write(broken.resolve("repeat-1.npy"), damaged);
        assertSame(whole, run(setting, "broken", 2));
    }

    @Test
    void aFinishedRunIsKnownAsOneAndAnotherRequestIsRefused() throws IOException {
        Path whole = run("finished", 1);
        try (TrainingJournal journal = SealedJournal.reopen(new TrainingJournal(whole, REQUEST))) {
            assertTrue(journal.finished());
            assertThrows(Refusal.class, () -> SealedJournal.reopen(new TrainingJournal(whole, REQUEST)));
        }
        TrainingJournal other = new TrainingJournal(whole, Map.of("seed", 12));
        String message = assertThrows(Refusal.class, () -> SealedJournal.reopen(other))
                .getMessage();
        assertTrue(message.contains("another request: seed was 11 and is 12"), message);
    }

    @Test
    void refusals() {
        Setting bowl = ModelText.sound("name: bowl\nloss: {kind: quadratic, hessian: {xx: 1, yy: 1}}\n"
                + "domain: {x: {boundary: open}}\nnoise: {kind: isotropic, batch-variance: 1}\n"
                + "sgd: {learning-rate: 0.1}\nstart: {x: 1}\n").setting();
        for (Object[] refused : new Object[][] {
            {bowl, 1.0, 2, "no network"}, {SmallNetwork.plain(), 1.0, 9, "give at most 3"},
            {SmallNetwork.plain(), 1e300, 2, "give a time of 1 to 1000000000000 iterations"}}) {
            String message = assertThrows(Refusal.class,
                    () -> training((Setting) refused[0], (double) refused[1], (int) refused[2])).getMessage();
            assertTrue(message.contains((String) refused[3]), message);
        }
    }

    /** What a batch of all samples sees is the whole loss, whatever the order. */
    @Test
    void aBatchOfAllIsTheGradient() {
        Setting setting = SmallNetwork.plain();
        SampleNoise all = ((SampleNoise) setting.noise()).withBatchSize(20);
        double[] theta = setting.start();
        double[][] covariance = new double[theta.length][theta.length];
        all.covariance(theta, covariance);
        assertTrue(Arrays.stream(covariance).flatMapToDouble(Arrays::stream).allMatch(c -> c == 0.0));
    }
}
