package org.thalweg.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.FlatSet;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Tape;

/** The plain SGD that stands for momentum and weight decay, and the diffusions of both orders. */
class EffectiveSettingTest {
    private static final double[] POINT = {0.7, -0.4};
    private static final Sgd HEAVY = new Sgd(0.02).withMomentum(0.75).withWeightDecay(0.1);

    private static Setting bump() throws ModelFileException {
        return ModelFile.read(Path.of("models/bump-valley.yaml")).setting();
    }

    @Test
    void plainSgdStandsForItself() throws ModelFileException {
        Setting setting = bump();
        PlainSetting plain = setting.effective();
        assertSame(setting, plain.literal());
        assertEquals(setting.sgd(), plain.sgd());
        assertSame(setting.surface(), plain.surface());
        assertSame(plain, plain.effective());
    }

    @Test
    void momentumIsAFasterClock() throws ModelFileException {
        Setting heavy = bump().withSgd(HEAVY);
        ItoDiffusion inDriftTime = heavy.effective().diffusion();
        ItoDiffusion inLearningTime = heavy.diffusion();
        double[] fast = new double[2];
        double[] slow = new double[2];
        inLearningTime.drift(POINT, fast);
        inDriftTime.drift(POINT, slow);
        assertArrayEquals(new double[] {4.0 * slow[0], 4.0 * slow[1]}, fast, 1e-14);
        // D per learning time: eta C / (2 (1 - beta)^2).
        double sigma2 = bump().noise().variance(1, POINT);
        assertEquals(0.5 * 0.02 * sigma2 / 0.0625, inLearningTime.diffusion(1, POINT), 1e-14 * sigma2);
        assertEquals(heavy.temperatureAt(POINT), inDriftTime.diffusion(1, POINT));
        assertTrue(inLearningTime.valley().isEmpty(), "its drift is not that of the valley");
        kernelAgrees(inLearningTime);
    }

    @Test
    void theOptimiserComesBack() throws ModelFileException {
        Setting heavy = bump().withSgd(HEAVY);
        assertSame(heavy, heavy.effective().literal());
        assertEquals(heavy.withNoise(heavy.noise().times(2.0)),
                heavy.effective().withNoise(heavy.noise().times(2.0)).literal());
        Setting faster = heavy.effective().withLearningRate(0.16).literal();
        assertEquals(0.04, faster.sgd().learningRate(), 1e-17);
        assertEquals(HEAVY.withLearningRate(faster.sgd().learningRate()), faster.sgd());
        assertSame(heavy.surface(), faster.surface());
    }

    /** As a valley and as a sum, the decayed loss is the same; and its flat set is where it was. */
    @Test
    void aValleyWithWeightDecayIsAValley() throws ModelFileException {
        Setting setting = bump().withSgd(HEAVY).effective();
        ValleyShape shape = setting.surface().geometry().shape().orElseThrow();
        double f = shape.flatness().get(0).value(POINT[0]);
        assertEquals(setting.surface().value(POINT),
                shape.floor().value(POINT[0]) + 0.5 * POINT[1] * POINT[1] / (f * f), 1e-15);
        double[] gradient = new double[2];
        setting.surface().gradient(POINT, gradient);
        Profile flatness = shape.flatness().get(0);
        double across = POINT[1] / (f * f);
        assertArrayEquals(gradient, new double[] {
            shape.floor().slope(POINT[0]) - across * POINT[1] * flatness.slope(POINT[0]) / f, across}, 1e-14);
        for (Profile profile : List.of(flatness, shape.floor())) {
            double h = 1e-5;
            // Central differences: rounding 1e-16/1e-10 and truncation 1e-10.
            assertEquals((profile.value(0.7 + h) - profile.value(0.7 - h)) / (2.0 * h), profile.slope(0.7), 1e-9);
            assertEquals((profile.slope(0.7 + h) - profile.slope(0.7 - h)) / (2.0 * h), profile.curvature(0.7), 1e-9);
            double[][] out = new double[1][1];
            Tape.of(1, List.of(profile.expression())).bind(1)
                    .evaluate(new double[][] {{0.7}}, 1, out);
            assertEquals(profile.value(0.7), out[0][0], 1e-15);
        }
        FlatSet before = bump().flatSet().orElseThrow();
        assertEquals(before.flatness() / Math.sqrt(1.0 + 0.1 * before.flatness() * before.flatness()),
                setting.flatSet().orElseThrow().flatness());
    }

    @Test
    void theSecondOrderDescendsAModifiedLoss() throws ModelFileException {
        double eta = 0.3;
        Setting setting = bump().withSgd(new Sgd(eta).withApproximation(DiffusionApproximation.SECOND_ORDER));
        double[] drift = new double[2];
        setting.diffusion().drift(POINT, drift);
        for (int i = 0; i < 2; i++) {
            double h = 1e-5;
            double[] up = POINT.clone();
            double[] down = POINT.clone();
            up[i] += h;
            down[i] -= h;
            assertEquals(-(modified(setting, up) - modified(setting, down)) / (2.0 * h), drift[i], 1e-8);
        }
        kernelAgrees(setting.diffusion());
    }

    private static double modified(Setting setting, double[] at) {
        double[] g = new double[2];
        setting.surface().gradient(at, g);
        return setting.surface().value(at) + 0.25 * setting.sgd().learningRate() * (g[0] * g[0] + g[1] * g[1]);
    }

    /** Point, block and expression say the same. */
    private static void kernelAgrees(ItoDiffusion diffusion) {
        double[] drift = new double[2];
        diffusion.drift(POINT, drift);
        double[][] theta = {{POINT[0]}, {POINT[1]}};
        double[][] block = new double[2][1];
        diffusion.bind(1).drift(theta, 1, block);
        assertArrayEquals(drift, new double[] {block[0][0], block[1][0]}, 1e-14);
        List<Expression> written = diffusion.driftExpressions().orElseThrow();
        Tape.of(2, written).bind(1).evaluate(theta, 1, block);
        assertArrayEquals(drift, new double[] {block[0][0], block[1][0]}, 1e-14);
    }

    @Test
    void refusesWhatIsNotKnown() throws ModelFileException {
        Sgd second = new Sgd(0.1).withMomentum(0.5).withApproximation(DiffusionApproximation.SECOND_ORDER);
        refused(bump().withSgd(second), "first order only");
        Setting kinked = ModelFile.read(Path.of("models/asymmetric-valley.yaml")).setting();
        refused(kinked.withSgd(new Sgd(0.1).withApproximation(DiffusionApproximation.SECOND_ORDER)), "kink at x = 0");
        refused(bump().withSgd(new Sgd(0.1, 0.0, false, 0.0,
                new LearningRateSchedule(LearningRateSchedule.Shape.COSINE, 10, 0.0, 0))), "schedule");
        Setting moving = ModelFile.read(Path.of("models/two-valleys.yaml")).setting();
        refused(moving.withSgd(new Sgd(0.1).withMomentum(0.5)), "changes with time");
        String guard = assertThrows(Refusal.class,
                () -> FloorDiffusion.of(bump().withSgd(new Sgd(0.1).withApproximation(
                        DiffusionApproximation.SECOND_ORDER)).effective())).getMessage();
        assertTrue(guard.contains("sgd.diffusion=first-order"), guard);
    }

    private static void refused(Setting setting, String reason) {
        String message = assertThrows(Refusal.class, setting::diffusion).getMessage();
        assertTrue(message.contains(reason), message);
    }
}
