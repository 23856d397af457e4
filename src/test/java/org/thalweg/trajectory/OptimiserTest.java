package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.thalweg.trajectory.Agreement.assertAgrees;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.measure.TimeGrid;
import org.thalweg.model.LearningRateSchedule;
import org.thalweg.model.LearningRateSchedule.Shape;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;

/**
 * Momentum, weight decay and schedules in literal SGD, on a parabola with exact laws: with the state (y, v) the step is
 * linear, and its stationary covariance solves a Lyapunov equation. Each statistical assertion: 1e-6 false alarms.
 */
class OptimiserTest {
    private static final double SIGMA2 = 4.0;
    private static final double LAMBDA = 2.5;

    /** A schedule whose factor is 1 in every iteration, but which nobody compiles. */
    private static final LearningRateSchedule ONE = new LearningRateSchedule(Shape.COSINE, 1000, 1.0, 0);

    private static double meanSquare(Setting setting) {
        return Experiments.run(setting, SgdDynamics.of(setting), Protocol.window(400, 800, 4), 4096)
                .quantities().get(Quantity.MEAN_SQUARE_Y).value();
    }

    /** Var y = eta sigma2 (1 + beta) / (lambda (1 - beta) (2 (1 + beta) - eta lambda)). */
    private static double heavyBall(double eta, double beta) {
        return eta * SIGMA2 * (1.0 + beta) / (LAMBDA * (1.0 - beta) * (2.0 * (1.0 + beta) - eta * LAMBDA));
    }

    /** Var y by iterating P &lt;- A P A' + Q of the linear step of (y, v) until it stands still. */
    private static double lyapunov(double eta, double beta, boolean nesterov) {
        // v' = beta v + lambda y + xi; y' = y - eta v', or y - eta (lambda y + xi + beta v').
        double look = nesterov ? beta : 1.0;
        double direct = nesterov ? 1.0 : 0.0;
        double[][] a = {{1.0 - eta * LAMBDA * (look + direct), -eta * look * beta}, {LAMBDA, beta}};
        double[] q = {-eta * (look + direct), 1.0};
        double[][] p = new double[2][2];
        for (int sweep = 0; sweep < 5000; sweep++) {
            double[][] next = new double[2][2];
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    next[i][j] = SIGMA2 * q[i] * q[j];
                    for (int k = 0; k < 2; k++) {
                        for (int l = 0; l < 2; l++) {
                            next[i][j] += a[i][k] * p[k][l] * a[j][l];
                        }
                    }
                }
            }
            p = next;
        }
        return p[0][0];
    }

    @Test
    void theFormulaOfTheHeavyBallSolvesTheLyapunovEquation() {
        for (double eta : new double[] {0.01, 0.1, 0.5}) {
            for (double beta : new double[] {0.0, 0.5, 0.9}) {
                // Rounding of the iteration.
                assertEquals(1.0, lyapunov(eta, beta, false) / heavyBall(eta, beta), 1e-10);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.04, 0.5, false", "0.4, 0.9, false", "0.04, 0.9, true", "0.2, 0.5, true"})
    void momentumHasItsExactVariance(double eta, double beta, boolean nesterov) {
        Setting setting = Experiments.trough(LAMBDA, eta)
                .withSgd(new Sgd(eta, beta, nesterov, 0.0, LearningRateSchedule.CONSTANT));
        EnsembleResult result = Experiments.run(setting, SgdDynamics.of(setting), Protocol.window(400, 800, 4), 4096);
        assertAgrees(lyapunov(eta, beta, nesterov), result.quantities().get(Quantity.MEAN_SQUARE_Y),
                "momentum " + beta);
    }

    @Test
    void weightDecayAddsToTheCurvature() {
        double eta = 0.2;
        double curvature = LAMBDA + 0.7;
        Setting setting = Experiments.trough(LAMBDA, eta).withSgd(new Sgd(eta).withWeightDecay(0.7));
        EnsembleResult result = Experiments.run(setting, SgdDynamics.of(setting), Protocol.window(100, 400, 3), 4096);
        assertAgrees(eta * SIGMA2 / (curvature * (2.0 - eta * curvature)),
                result.quantities().get(Quantity.MEAN_SQUARE_Y), "weight decay");
    }

    @Test
    void compiledAndInterpretedStepsAreTheSame() throws ModelFileException {
        Setting valley = Models.of("{kind: valley, flatness: \"1 + 0.5*cos(x)\", floor: \"0.1*x^2\"}",
                "{kind: anisotropic, batch-variance: 1.0, anisotropy: 4}");
        for (boolean nesterov : new boolean[] {false, true}) {
            Setting compiled = valley.withSgd(new Sgd(0.1, 0.8, nesterov, 0.05, LearningRateSchedule.CONSTANT));
            Setting interpreted = valley.withSgd(new Sgd(0.1, 0.8, nesterov, 0.05, ONE));
            // Rounding of 60 contracting steps.
            assertArrayEquals(path(compiled), path(interpreted), 1e-11);
        }
    }

    private static double[] path(Setting setting) {
        return Experiments.run(setting, SgdDynamics.of(setting),
                Protocol.atTime(60).recordPaths(1, new TimeGrid(0, 60, 1)), 3).paths().get(0).theta()[1];
    }

    @Test
    void schedulesFallAsTheySay() {
        LearningRateSchedule step = new LearningRateSchedule(Shape.STEP, 10, 0.5, 4);
        assertEquals(0.25, step.at(0));
        assertEquals(1.0, step.at(9));
        assertEquals(0.25, step.at(20));
        LearningRateSchedule cosine = new LearningRateSchedule(Shape.COSINE, 100, 0.1, 0);
        assertEquals(0.55, cosine.at(50), 1e-15);
        assertEquals(0.1, cosine.at(1000), 1e-15);
    }

    /** With the learning rate down to nothing, the noise is frozen out: Var y falls with eta. */
    @Test
    void aFallingLearningRateQuenchesTheNoise() {
        Setting steady = Experiments.trough(LAMBDA, 0.4);
        Setting falling = steady.withSgd(
                new Sgd(0.4, 0.0, false, 0.0, new LearningRateSchedule(Shape.STEP, 200, 0.1, 0)));
        assertTrue(meanSquare(falling) < 0.1 * meanSquare(steady));
    }

    @Test
    void theDiffusionRefusesWhatItDoesNotKnow() {
        Setting setting = Experiments.trough(LAMBDA, 0.1).withSgd(
                new Sgd(0.1, 0.0, false, 0.0, new LearningRateSchedule(Shape.STEP, 200, 0.1, 0)));
        String message = assertThrows(Refusal.class, setting::diffusion).getMessage();
        assertTrue(message.contains("simulate --dynamics sgd"), message);
        assertThrows(Refusal.class, setting::effective);
    }

    /**
     * Var y = eta sigma2 (1 + beta + (beta + 2 beta^2) h) / (lambda (1 - beta + beta h) (2 (1 + beta) - (1 + 2 beta)
     * h)), h = eta lambda.
     */
    @Test
    void theFormulaOfNesterovSolvesTheLyapunovEquation() {
        for (double eta : new double[] {0.01, 0.1, 0.5}) {
            for (double beta : new double[] {0.0, 0.5, 0.9}) {
                double h = eta * LAMBDA;
                double variance = eta * SIGMA2 * (1.0 + beta + (beta + 2.0 * beta * beta) * h)
                        / (LAMBDA * (1.0 - beta + beta * h) * (2.0 * (1.0 + beta) - (1.0 + 2.0 * beta) * h));
                // Rounding of the iteration.
                assertEquals(1.0, lyapunov(eta, beta, true) / variance, 1e-10);
            }
        }
    }

    /**
     * The SDE of the heavy ball in learning time: Var y = eta sigma2 / (2 lambda (1 - beta)), at fixed t the same path.
     */
    @Test
    void theDiffusionOfMomentumHasItsVariance() {
        Setting setting = Experiments.trough(LAMBDA, 0.01)
                .withSgd(new Sgd(0.01).withMomentum(0.8).withWeightDecay(0.5));
        SdeDynamics sde = SdeDynamics.of(setting, Schemes.WEAK_TAYLOR, Increments.NORMAL, 0.005);
        EnsembleResult result = Experiments.run(setting, sde, Protocol.window(200, 600, 4), 4096);
        // The scheme's own bias at step x rate = .075 is 3e-4 of the variance, a tenth of the sampling error.
        assertAgrees(0.01 * SIGMA2 / (2.0 * (LAMBDA + 0.5) * 0.2), result.quantities().get(Quantity.MEAN_SQUARE_Y),
                "heavy ball");
    }
}
