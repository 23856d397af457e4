package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.thalweg.trajectory.Agreement.assertAgrees;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.measure.Progress;
import org.thalweg.model.LearningRateSchedule;
import org.thalweg.model.LearningRateSchedule.Shape;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.optimiser.Adam;
import org.thalweg.model.optimiser.Decentralised;
import org.thalweg.model.optimiser.GradientDescent;
import org.thalweg.model.optimiser.Mixing;
import org.thalweg.model.optimiser.Optimiser;
import org.thalweg.model.optimiser.SharpnessAware;
import org.thalweg.model.optimiser.ValleyAdaptor;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.block.Block;
import org.thalweg.trajectory.block.Stepper;

/** Other optimisers as trajectories. Statistical assertions: 1e-6 false alarms each, 3 in all. */
class OptimisedStepsTest {
    /** A factor of 1 in every iteration, but nobody compiles it. */
    private static final LearningRateSchedule ONE = new LearningRateSchedule(Shape.COSINE, 1000, 1.0, 0);

    private static Setting with(Setting setting, Optimiser rule) {
        return setting.withSgd(setting.sgd().withRule(rule));
    }

    private static double[][] walk(Setting setting, Stepper stepper, int memory, int steps) {
        Block block = new Block(2, memory);
        block.fill(new double[] {0.5, 0.2}, 40);
        RandomStream random = new Seed(3).stream(Purpose.GRADIENT_NOISE, 0);
        for (int k = 0; k < steps; k++) {
            stepper.step(block, random);
            block.advance();
        }
        return block.theta();
    }

    private static double[][] sgd(Setting setting) {
        SgdDynamics dynamics = SgdDynamics.of(setting);
        return walk(setting, dynamics.bind(Block.CAPACITY), dynamics.memory(), 50);
    }

    private static double[][] general(Setting setting, Optimiser rule) {
        return walk(setting, new OptimisedSteps(with(setting, rule), Block.CAPACITY), rule.memory(2), 50);
    }

    /** By the general path: bit for bit the recursion of SGD, where that is interpreted too. */
    @ParameterizedTest
    @ValueSource(strings = {"{kind: anisotropic, batch-variance: 1.0, anisotropy: 4}",
        "{kind: mini-batch, samples: 64, batch: 4, shift: {x: 0.1, y: 0.3}, reshuffle: true}"})
    void rulesThatLeaveTheGradientAloneAreSgd(String noise) throws ModelFileException {
        Setting plain = Models.of("{kind: valley, flatness: \"1 + 0.5*cos(x)\", floor: \"0.1*x^2\"}", noise);
        Setting interpreted = plain.withSgd(new Sgd(0.1, 0.0, false, 0.05, ONE));
        double[][] expected = sgd(interpreted);
        for (Optimiser rule : List.of(new ValleyAdaptor(0.0, 0.99, GradientDescent.PLAIN),
                new SharpnessAware(0.0, true, GradientDescent.PLAIN),
                new Decentralised(1, Mixing.RING, GradientDescent.PLAIN),
                new Decentralised(1, Mixing.RANDOM_PAIR, GradientDescent.PLAIN))) {
            double[][] found = general(interpreted, rule);
            assertArrayEquals(expected[0], found[0], 0.0, rule.description());
            assertArrayEquals(expected[1], found[1], 0.0, rule.description());
        }
    }

    /** As a model says it: alpha = 0 and one learner are SGD, compiled steps and all other witnesses included. */
    @Test
    void alphaZeroAndOneLearnerAreSgd() {
        Setting ring = Experiments.ring(0.05);
        double[][] expected = sgd(ring);
        for (Optimiser rule : List.of(new ValleyAdaptor(0.0, 0.99, GradientDescent.PLAIN),
                new Decentralised(1, Mixing.RING, GradientDescent.PLAIN))) {
            Setting other = with(ring, rule);
            assertArrayEquals(expected[0], sgd(other)[0], 0.0);
            assertArrayEquals(expected[1], sgd(other)[1], 0.0);
            assertTrue(other.hasDiffusion());
        }
    }

    /** Different particles meet different partners and different noise, whoever computes them. */
    @Test
    void threadsDoNotMatter() {
        for (Optimiser rule : List.of(Adam.DEFAULT, new ValleyAdaptor(-5.0, 0.99, Adam.DEFAULT),
                new SharpnessAware(0.1, true, GradientDescent.PLAIN),
                new Decentralised(4, Mixing.RANDOM_PAIR, GradientDescent.PLAIN))) {
            Setting setting = with(Experiments.ring(0.05), rule);
            List<Double> means = new ArrayList<>();
            for (int threads : new int[] {1, 3}) {
                means.add(Ensemble.run(setting, SgdDynamics.of(setting), Protocol.atTime(40), 700, Experiments.SEED,
                        threads, Progress.NONE).quantities().get(Quantity.MEAN_SQUARE_Y).value());
            }
            assertEquals(means.get(0), means.get(1), 0.0);
        }
    }

    /** On a parabola the average of learners is SGD with n times the batch, whatever their mixing. */
    @ParameterizedTest
    @ValueSource(strings = {"RING", "RANDOM_PAIR", "COMPLETE"})
    void theAverageOnAParabolaIsThatOfOneLargeBatch(String mixing) {
        double eta = 0.2;
        double lambda = 2.5;
        Setting setting = with(Experiments.trough(lambda, eta),
                new Decentralised(4, Mixing.valueOf(mixing), GradientDescent.PLAIN));
        EnsembleResult result = Experiments.run(setting, SgdDynamics.of(setting), Protocol.window(100, 300, 3), 2048);
        // C_yy = 4, over four learners.
        assertAgrees(eta / (lambda * (2.0 - eta * lambda)), result.quantities().get(Quantity.MEAN_SQUARE_Y), mixing);
    }
}
