package org.thalweg.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.optimiser.Adam;
import org.thalweg.model.optimiser.BaseRule;
import org.thalweg.model.optimiser.Decentralised;
import org.thalweg.model.optimiser.GradientDescent;
import org.thalweg.model.optimiser.Mixing;
import org.thalweg.model.optimiser.Optimiser;
import org.thalweg.model.optimiser.SharpnessAware;
import org.thalweg.model.optimiser.ValleyAdaptor;
import org.thalweg.network.Propagation;
import org.thalweg.random.Seed;

/** Optimisers on a network of 35 parameters. Seed 11; nothing is left to chance. */
class OptimisedMovesTest {
    private static final Seed SEED = new Seed(11);
    private static final int STEPS = 60;

    private static Training training(String sgd) {
        Setting setting = SmallNetwork.with("reshuffled", sgd, "{kind: he-normal, seed: 3}");
        return Training.of(setting, STEPS * setting.sgd().learningRate(), 2, Optional.empty());
    }

    private static double[] walk(Training training, Optimiser rule) {
        Sgd plain = training.setting().sgd();
        Sgd sgd = new Sgd(plain.learningRate(), 0.0, false, plain.weightDecay(), plain.schedule(),
                plain.approximation(), rule);
        Training other = Training.of(training.setting().withSgd(sgd), STEPS * sgd.learningRate(), 2,
                Optional.empty());
        Propagation network = other.task().train().bind();
        return walk(other, new OptimisedMoves(other, network, SEED));
    }

    private static double[] walk(Training training, Moves moves) {
        double[] theta = training.setting().start().clone();
        for (int k = 0; k < STEPS; k++) {
            moves.move(k, theta);
        }
        moves.settle(theta);
        return theta;
    }

    /**
     * alpha = 0 of E, one learner, radius 0: through the general path what SGD does, bit for bit where SGD forms
     * gradients.
     */
    @ParameterizedTest
    @ValueSource(strings = {"{learning-rate: 0.5}", "{learning-rate: 0.1, momentum: 0.9, weight-decay: 0.01}",
        "{learning-rate: 0.1, momentum: 0.9, nesterov: true}",
        "{learning-rate: 0.5, schedule: {kind: cosine, iterations: 40}}"})
    void rulesThatLeaveTheGradientAloneAreSgd(String sgd) {
        Training training = training(sgd);
        BaseRule base = new GradientDescent(training.setting().sgd().momentum(), training.setting().sgd().nesterov());
        double[] literal = walk(training, Moves.of(training, training.task().train().bind(), SEED));
        double[] expected = walk(training, base);
        assertArrayEquals(literal, expected, training.setting().sgd().momentum() > 0.0 ? 0.0 : 1e-13);
        assertArrayEquals(expected, walk(training, new ValleyAdaptor(0.0, 0.99, base)), 0.0);
        assertArrayEquals(expected, walk(training, new SharpnessAware(0.0, true, base)), 0.0);
        for (Mixing mixing : Mixing.values()) {
            assertArrayEquals(expected, walk(training, new Decentralised(1, mixing, base)), 0.0, mixing.key());
        }
    }

    /** Another rule is another walk, and one learner of it is that rule again. */
    @Test
    void oneLearnerIsItsBase() {
        Training training = training("{learning-rate: 0.01}");
        Optimiser valley = new ValleyAdaptor(-5.0, 0.99, Adam.DEFAULT);
        double[] alone = walk(training, valley);
        assertArrayEquals(alone, walk(training, new Decentralised(1, Mixing.RING, valley)), 0.0);
        assertFalse(Arrays.equals(alone, walk(training, Adam.DEFAULT)));
    }

    /** Learners keep their deviations beside the average, which add up to nothing. */
    @Test
    void deviationsAddUpToNothing() {
        Training training = training("{learning-rate: 0.2}");
        Setting many = training.setting().withSgd(training.setting().sgd().withRule(
                new Decentralised(4, Mixing.RANDOM_PAIR, GradientDescent.PLAIN)));
        Training other = Training.of(many, STEPS * 0.2, 2, Optional.empty());
        OptimisedMoves moves = new OptimisedMoves(other, other.task().train().bind(), SEED);
        walk(other, moves);
        double spread = 0.0;
        for (int i = 0; i < 35; i++) {
            double sum = 0.0;
            for (int j = 0; j < 4; j++) {
                sum += moves.memory()[j][i];
                spread += moves.memory()[j][i] * moves.memory()[j][i];
            }
            // Rounding of 60 steps.
            assertEquals(0.0, sum, 1e-13);
        }
        assertFalse(spread < 1e-6);
    }

    /** From the model file to the last checkpoint: a rule of each kind trains, and repeats are the same again. */
    @ParameterizedTest
    @ValueSource(strings = {"{kind: adam}", "{kind: valley, base: {kind: adam}}", "{kind: alto}",
        "{kind: sam, base: {kind: sgd, momentum: 0.9}}", "{kind: hsr, strength: 0.01}",
        "{kind: decentralised, learners: 3, mixing: random-pair, base: {kind: hsr, strength: 0.01}}"})
    void trainingGoesDownhill(String rule) throws IOException {
        Setting setting = SmallNetwork.withOptimiser("{learning-rate: 0.01}", rule);
        Training training = Training.of(setting, 1.0, 2, Optional.empty());
        TrainedRepeat repeat = new RepeatUnderWay(training, 0, SEED, (c, theta) -> { }).trained();
        TrainedRepeat again = new RepeatUnderWay(training, 0, SEED, (c, theta) -> { }).trained();
        assertEquals(repeat.rows(), again.rows());
        assertFalse(repeat.last().trainLoss() >= repeat.rows().get(0).trainLoss(), rule);
    }
}
