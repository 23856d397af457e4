package org.thalweg.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelText;
import org.thalweg.network.Propagation;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;

/** Basins by common mistakes, and when a repeat chose its own. Seed 3; nothing is left to chance. */
class FreezingTest {
    private static Setting digits(String sizes) {
        return ModelText.sound("""
                name: three
                loss: {kind: network, data: {set: digits, classes: [1, 7, 8], inputs: [21, 22, 29, 30, 36, 37, 43, 44],
                  %s}, layers: [8, 6, 3]}
                noise: {kind: samples, batch: 5, sampling: replacement}
                sgd: {learning-rate: 0.5}
                start: {kind: he-normal, seed: 3}
                """.formatted(sizes)).setting();
    }

    private static BitSet of(int... places) {
        BitSet set = new BitSet();
        for (int place : places) {
            set.set(place);
        }
        return set;
    }

    @Test
    void sharedMistakes() {
        assertEquals(1.0, SharedMistakes.index(of(), of()), 0.0);
        assertEquals(0.5, SharedMistakes.index(of(1, 2, 3), of(2, 3, 4)), 0.0);
        assertEquals(0.0, SharedMistakes.index(of(1), of()), 0.0);
    }

    /** What the definition says, by continuing from every checkpoint: the last one that ends elsewhere is before it. */
    @Test
    void itIsTheFirstCheckpointAfterWhichAllAgree() {
        Training training = Training.of(digits("per-class: 12, test-per-class: 40"), 150.0, 9, Optional.empty());
        List<double[]> checkpoints = TrainingRunner.checkpoints(training, new Seed(3));
        Freezing freezing = new Freezing(training);
        int frozen = freezing.checkpoint(checkpoints);
        Propagation test = training.task().test().orElseThrow().bind();
        Propagation train = training.task().train().bind();
        List<BitSet> ends = new ArrayList<>();
        for (double[] checkpoint : checkpoints) {
            double[] theta = checkpoint.clone();
            double[] gradient = new double[theta.length];
            for (long k = 0; k < 300 && !(k >= 15 && k % 10 == 0 && train.errorRate(theta) == 0.0); k++) {
                train.lossAndGradient(theta, gradient);
                for (int i = 0; i < theta.length; i++) {
                    theta[i] -= 0.5 * gradient[i];
                }
            }
            ends.add(test.mistakes(theta));
        }
        BitSet last = ends.get(8);
        for (int c = frozen; c < 9; c++) {
            assertTrue(SharedMistakes.index(last, ends.get(c)) >= 0.9, "checkpoint " + c);
        }
        assertTrue(frozen > 0 && SharedMistakes.index(last, ends.get(frozen - 1)) < 0.9, "froze at " + frozen);
        assertEquals(0, freezing.checkpoint(List.of(checkpoints.get(8), checkpoints.get(8))));
    }

    @Test
    void withoutSamplesToTestOnItRefuses() {
        Training training = Training.of(digits("per-class: 12"), 10.0, 2, Optional.empty());
        Refusal refusal = assertThrows(Refusal.class, () -> new Freezing(training));
        assertTrue(refusal.getMessage().contains("test-per-class"), refusal.getMessage());
    }

    /** The first epoch after which every sample is in its class, against the error looked at epoch by epoch. */
    @Test
    void arrivalsAreThoseOfTheEpochs() {
        Training training = Training.of(digits("per-class: 10, test-per-class: 5"), 150.0, 51, Optional.empty());
        Arrivals arrivals = new Arrivals(training);
        List<TrainedRepeat> all = Repeats.of(training, 2, new Seed(3), arrivals::add);
        // Checkpoints are at every 6th iteration, which is an epoch.
        double sum = 0.0;
        for (TrainedRepeat repeat : all) {
            sum += repeat.rows().stream().skip(1).filter(row -> row.trainError() == 0.0)
                    .mapToDouble(TrainingRow::time).findFirst().orElseThrow() / 2.0;
        }
        assertEquals(sum, arrivals.quantities().get(Quantity.CONVERGENCE_TIME).value(), 1e-9);
        assertEquals(1.0,
                arrivals.quantities().get(Quantity.CONVERGED_FRACTION).value(), 0.0);
    }
}
