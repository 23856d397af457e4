package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.thalweg.trajectory.Agreement.assertAgrees;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.formula.Formula;
import org.thalweg.model.noise.BoundedUniformNoise;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Purpose;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Tape;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.SdeExpressions;
import org.thalweg.trajectory.scheme.StepMap;
import org.thalweg.trajectory.scheme.WeakTaylor;

/** The ladder of stochastic variance amplified gradients. Each statistical assertion: 1e-6 false alarms. */
class SvagTest {
    private static final double LAMBDA = 2.5;

    /** Var y = eta sigma2 / (lambda (2 - eta lambda / l)) at the rung l, exactly. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void everyRungHasItsExactVariance(int level) {
        Setting rung = Experiments.trough(LAMBDA, 0.4).amplified(level);
        EnsembleResult result = Experiments.run(rung, SgdDynamics.of(rung),
                Protocol.window(100L * level, 400L * level, 3L * level), 2048);
        assertAgrees(0.4 * 4.0 / (LAMBDA * (2.0 - 0.4 * LAMBDA / level)),
                result.quantities().get(Quantity.MEAN_SQUARE_Y), "rung " + level);
    }

    /**
     * Noise that is not normal: two draws, of mean 0 and l times the variance together, and no farther than r times.
     */
    @Test
    void twoDrawsAreCombined() {
        int level = 4;
        Setting rung = Experiments.trough(LAMBDA, 0.4).withNoise(new BoundedUniformNoise(2, 0.9)).amplified(level);
        int count = 4096;
        double[][] sample = new double[2][count];
        rung.noise().bind(count).sample(new double[2][count], count,
                Experiments.SEED.stream(Purpose.GRADIENT_NOISE, 0), sample);
        StreamingStatistics y = new StreamingStatistics();
        StreamingStatistics square = new StreamingStatistics();
        for (double v : sample[1]) {
            y.addValue(v);
            square.addValue(v * v);
            assertTrue(Math.abs(v) <= 0.9 * Math.sqrt(7.0));
        }
        assertAgrees(0.0, Measurement.mean(y), "mean");
        assertAgrees(4.0 * 0.27, Measurement.mean(square), "variance");
        assertTrue(y.getMax() > 0.9 * Math.sqrt(4.0), "farther than one draw scaled to that variance would come");
    }

    @Test
    void theDiffusionIsTheSameOnEveryRung() throws ModelFileException {
        Setting ring = Models.shipped("degenerate-valley");
        double[] at = {0.4, 0.1};
        assertEquals(ring.diffusion().diffusion(1, at), ring.amplified(8).diffusion().diffusion(1, at), 1e-17);
        assertEquals(4.0, ring.amplified(8).noise().anisotropy().orElseThrow());
    }

    /**
     * Without sampling: a gradient that is off by +-sigma, as from a coin. The rungs approach the SDE as 1/l, at fixed
     * learning time, though every step draws from two coins only.
     */
    @Test
    void theLadderConvergesToTheSde() throws ModelFileException {
        int steps = 8;
        Setting valley = Models.of("{kind: valley, flatness: \"1/sqrt(1 + x^2/2)\", floor: \"x^2/2\"}",
                "{kind: isotropic, batch-variance: 0.04}").withSgd(new Sgd(1.0 / steps));
        Tape function = Tape.of(2, List.of(Formula.parse("x + y^2", List.of("x", "y"), Map.of()).expression()));
        double[] start = {1.1, 0.4};
        StepMap sde = WeakTaylor.compose(SdeExpressions.of(valley.diffusion()).orElseThrow(), 1.0 / 128.0,
                Increments.THREE_POINT);
        double limit = BackwardOperator.of(sde, 2.0, 16).mean(function, 128, start);
        double[] errors = new double[4];
        for (int i = 0; i < errors.length; i++) {
            int level = 1 << i;
            errors[i] = BackwardOperator.of(rung(valley, level), 2.0, 16).mean(function, steps * level, start) - limit;
        }
        for (int i = 1; i < errors.length; i++) {
            // Twice as near with each rung, but for the next order in eta / l.
            assertEquals(1.0, Math.log(errors[i - 1] / errors[i]) / Math.log(2.0), 0.1 / i, "rung " + i);
        }
    }

    /** A step of SVAG with coins, written down: variables x, y, two coins for x, two for y. */
    private static StepMap rung(Setting valley, int level) {
        double root = Math.sqrt(2.0 * level - 1.0);
        double sigma = Math.sqrt(0.04);
        Expression rate = new Expression.Constant(valley.sgd().learningRate() / level);
        List<Expression> gradient = valley.surface().gradientExpressions().orElseThrow();
        List<Expression> next = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Expression noise = Algebra.sum(
                    Algebra.product(new Expression.Constant(0.5 * (1.0 + root) * sigma),
                            new Expression.Variable(2 + 2 * i)),
                    Algebra.product(new Expression.Constant(0.5 * (1.0 - root) * sigma),
                            new Expression.Variable(3 + 2 * i)));
            next.add(Algebra.difference(new Expression.Variable(i),
                    Algebra.product(rate, Algebra.sum(gradient.get(i), noise))));
        }
        return new StepMap(next, Collections.nCopies(4, Increments.TWO_POINT));
    }

    @Test
    void refusesWhatIsNotIndependent() {
        Setting trough = Experiments.trough(LAMBDA, 0.1);
        assertThrows(Refusal.class, () -> trough.amplified(0));
        String message = assertThrows(Refusal.class,
                () -> trough.withSgd(new Sgd(0.1).withMomentum(0.5)).amplified(2)).getMessage();
        assertTrue(message.contains("leave out momentum"), message);
    }
}
