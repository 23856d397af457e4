package org.thalweg.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.model.Setting;
import org.thalweg.random.Seed;
import org.thalweg.training.LearnersWatch.Seen;

/** Four learners on a network of 37 parameters. Seed 11; nothing is left to chance. */
class LearnersWatchTest {
    private static final Seed SEED = new Seed(11);

    private static List<Seen> watch(Training training) {
        return LearnersWatch.of(training, SEED);
    }

    private static Training training(double rate, String mixing) {
        Setting setting = SmallNetwork.withOptimiser("{learning-rate: " + rate + "}",
                "{kind: decentralised, learners: 4, mixing: " + mixing + "}");
        return Training.of(setting, 40 * rate, 5, Optional.empty());
    }

    /** Whoever looks changes nothing, and sees the losses of the training. */
    @Test
    void looksAtTheTrainingItself() throws Exception {
        Training training = training(0.5, "ring");
        List<TrainingRow> rows = new RepeatUnderWay(training, 0, SEED, (c, theta) -> { }).trained().rows();
        List<Seen> seen = watch(training);
        assertEquals(rows.stream().map(TrainingRow::trainLoss).toList(), seen.stream().map(Seen::loss).toList());
        assertEquals(List.of(0L, 10L, 20L, 30L, 40L), seen.stream().map(Seen::step).toList());
    }

    /** Together at the start, and always where they are synchronous: no noise of a spread, whole steps. */
    @Test
    void withoutSpreadThereIsBatchNoiseAlone() {
        for (Seen seen : watch(training(0.5, "synchronous"))) {
            assertEquals(0.0, seen.spread());
            assertEquals(0.0, seen.spreadNoise());
            assertEquals(1.0, seen.effectiveRate());
            assertEquals(seen.batchNoise(), seen.noise());
        }
        Seen start = watch(training(0.5, "ring")).get(0);
        assertEquals(0.0, start.spread());
        assertEquals(start.batchNoise(), start.noise());
    }

    /**
     * At a small learning rate the spread is small, its noise is that of the second derivatives of the batches, and the
     * difference is of third order: it falls with the learning rate.
     */
    @Test
    void noiseOfTheSpreadIsThatOfBatchesOfHessians() {
        double[] off = new double[2];
        for (int k = 0; k < 2; k++) {
            List<Seen> seen = watch(training(k == 0 ? 0.02 : 0.002, "ring"));
            for (Seen now : seen.subList(1, 5)) {
                assertTrue(now.spread() > 0.0 && now.spreadNoise() > 0.0, now.toString());
                off[k] = Math.max(off[k], Math.abs(now.spreadNoise() / now.expandedNoise() - 1.0));
            }
        }
        assertTrue(off[1] < 0.02, "off by " + off[1]);
        assertTrue(off[1] < 0.2 * off[0], "off by " + off[0] + " and " + off[1]);
    }
}
