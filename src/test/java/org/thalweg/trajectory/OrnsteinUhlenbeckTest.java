package org.thalweg.trajectory;

import static org.thalweg.trajectory.Agreement.assertAgrees;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;

/**
 * A parabola with additive noise, y &lt;- (1 - h) y - eta xi with h = eta lambda: in the stationary state Var y = eta
 * sigma2 / (lambda (2 - h)) exactly, for the recursion and for Euler-Maruyama with a step of one learning rate. Each
 * assertion: 1e-6 false alarms; 13 in all.
 */
class OrnsteinUhlenbeckTest {
    private static final double SIGMA2 = 4.0;
    private static final double LAMBDA = 2.5;

    static Stream<Arguments> stepsAndIncrements() {
        return Stream.of(0.1, 0.8, 1.5).flatMap(h -> Stream.of(Increments.values()).map(i -> Arguments.of(h, i)));
    }

    /** The transient (1 - h)^(2k) is below 1e-9 after 100 steps for every h here. */
    private static double stationary(double h, Setting setting) {
        return setting.sgd().learningRate() * SIGMA2 / (LAMBDA * (2.0 - h));
    }

    @ParameterizedTest
    @MethodSource("stepsAndIncrements")
    void eulerMaruyamaHasTheVarianceOfItsRecursion(double h, Increments increments) {
        Setting setting = Experiments.trough(LAMBDA, h / LAMBDA);
        EnsembleResult result =
                Experiments.run(setting, Experiments.sde(setting, increments), Protocol.window(100, 400, 3), 2048);
        assertAgrees(stationary(h, setting), result.quantities().get(Quantity.MEAN_SQUARE_Y),
                increments + " at h = " + h);
    }

    @ParameterizedTest
    @MethodSource("learningRates")
    void literalSgdHasTheExactVariance(double h) {
        Setting setting = Experiments.trough(LAMBDA, h / LAMBDA);
        EnsembleResult result =
                Experiments.run(setting, SgdDynamics.of(setting), Protocol.window(100, 400, 3), 2048);
        assertAgrees(stationary(h, setting), result.quantities().get(Quantity.MEAN_SQUARE_Y), "SGD at h = " + h);
    }

    static Stream<Double> learningRates() {
        return Stream.of(0.1, 0.8, 1.5);
    }

    /** At a small step Euler-Maruyama approaches D / lambda = eta sigma2 / (2 lambda), off by 1 / (1 - h/2). */
    @Test
    void smallStepsApproachTheDiffusion() {
        Setting setting = Experiments.trough(LAMBDA, 0.4);
        double step = 0.02;
        Dynamics fine = SdeDynamics.of(setting, Schemes.EULER_MARUYAMA, Increments.TWO_POINT, step);
        EnsembleResult result = Experiments.run(setting, fine, Protocol.window(250, 1000, 10), 2048);
        double expected = 0.4 * SIGMA2 / (2.0 * LAMBDA) / (1.0 - step * LAMBDA / 2.0);
        assertAgrees(expected, result.quantities().get(Quantity.MEAN_SQUARE_Y), "step " + step);
    }
}
