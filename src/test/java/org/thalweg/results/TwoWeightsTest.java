package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.measure.Progress;
import org.thalweg.measure.Verdict;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.EnsembleResult;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.SdeDynamics;
import org.thalweg.trajectory.SgdDynamics;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;

/**
 * The neuron with two weights on real data, two-weights.yaml: the density, the SDE with the exact covariance of the
 * samples, and literal SGD whose learning rate goes to 0 at the same eta / B; beside all of them the closed moments of
 * {@link LinearNeuron}, of which none of them knows.
 *
 * <p>Fixed seeds. Twenty comparisons of sampled numbers, each wrong with probability 1e-3 for another seed: 2e-2.
 */
class TwoWeightsTest {
    /** eta / B, as shipped. */
    private static final double PER_BATCH = 0.05 / 4;

    private static final List<Quantity> MOMENTS =
            List.of(Quantity.MEAN_X, Quantity.VARIANCE_X, Quantity.MEAN_SQUARE_Y);

    /** The slowest relaxation takes 1 / 0.0893 = 11.2: nine of them, and then thirty. */
    private static final double RELAXED = 100.0;
    private static final double END = 440.0;

    private static Setting setting(int batch) {
        return Ring.model(Path.of("models", "two-weights.yaml"), Map.of("noise.batch", Integer.toString(batch),
                "sgd.learning-rate", Double.toString(PER_BATCH * batch)));
    }

    private static LinearNeuron neuron() {
        return new LinearNeuron(setting(4).surface().task().orElseThrow().train().samples());
    }

    /** The moments, in the order of {@link #MOMENTS}. */
    private static double[] exact(double learningRate) {
        double[] best = neuron().best();
        double[] covariance = neuron().covariance(PER_BATCH, learningRate);
        return new double[] {best[0], covariance[0], covariance[2] + best[1] * best[1]};
    }

    private static Measurement[] moments(Map<Quantity, Measurement> quantities) {
        return MOMENTS.stream().map(quantities::get).toArray(Measurement[]::new);
    }

    private static Protocol window(double step) {
        return Protocol.window(Math.round(RELAXED / step), Math.round(END / step), Math.round(8.0 / step));
    }

    private static Measurement[] sgd(int batch) {
        Setting setting = setting(batch);
        EnsembleResult result = Ensemble.run(setting, SgdDynamics.of(setting), window(PER_BATCH * batch), 512,
                new Seed(batch), 1, Progress.NONE);
        return moments(result.quantities());
    }

    /** On a box that ends six standard deviations and more from the best weights. */
    private static Measurement[] density() {
        Setting near = Ring.model(Path.of("models", "two-weights.yaml"), Map.of("domain.x.from", "0.65",
                "domain.x.to", "1.4", "domain.y.from", "-0.5", "domain.y.to", "0.4"));
        return moments(StationaryDensity.solve(near.effective(), DensityMethod.AUTO, new Resolution(32, 32)).quantities());
    }

    private static void agree(double expected, Measurement measured, double bias, String what) {
        Claim claim = new Claim(what, "", List.of(), new Prediction.Equals(expected, Math.abs(expected)));
        var judged = claim.judge(measured, ErrorBudget.EMPTY.withSampling(measured).withSystematic("bias", bias));
        assertEquals(Verdict.CONSISTENT, judged.verdict(), judged::toString);
    }

    /** To 1e-3, and within the error that the density itself states. */
    @Test
    void theDensityHasTheMomentsOfTheDiffusion() {
        Measurement[] density = density();
        double[] exact = exact(0.0);
        for (int i = 0; i < exact.length; i++) {
            double off = Math.abs(density[i].value() - exact[i]);
            assertTrue(off <= density[i].standardError(), MOMENTS.get(i) + " " + density[i] + " for " + exact[i]);
            assertEquals(exact[i], density[i].value(), 1e-3 * exact[i], MOMENTS.get(i).toString());
        }
        // Half the noise, as by a factor 1/2 in the covariance, is far beyond that error.
        double half = neuron().covariance(PER_BATCH / 2.0, 0.0)[0];
        assertTrue(exact[1] - half > 3.0 * density[1].standardError(), density[1] + " and " + half);
    }

    /**
     * Learning rates 0.4, 0.8 and 1.6, each with the moments of literal SGD; a parabola through them ends, at 0, in
     * those of the diffusion, to which the largest rate is far.
     */
    @Test
    void literalSgdBecomesTheDiffusionAsItsStepsShrink() {
        Measurement[][] sgd = {sgd(32), sgd(64), sgd(128)};
        double[] limit = exact(0.0);
        for (int r = 0; r < sgd.length; r++) {
            double[] exact = exact(0.4 * (1 << r));
            for (int i = 0; i < exact.length; i++) {
                agree(exact[i], sgd[r][i], 0.0, MOMENTS.get(i) + " at eta " + 0.4 * (1 << r));
            }
        }
        double[] weights = {8.0 / 3.0, -2.0, 1.0 / 3.0};
        for (int i = 0; i < limit.length; i++) {
            double value = 0.0;
            double squares = 0.0;
            double beyond = -limit[i];
            for (int r = 0; r < sgd.length; r++) {
                value += weights[r] * sgd[r][i].value();
                squares += Math.pow(weights[r] * sgd[r][i].standardError(), 2);
                beyond += weights[r] * exact(0.4 * (1 << r))[i];
            }
            Measurement atZero = new Measurement(value, Math.sqrt(squares), 512);
            agree(limit[i], atZero, Math.abs(beyond), MOMENTS.get(i) + " at eta 0");
        }
        for (int i = 1; i < limit.length; i++) {
            double distance = (sgd[2][i].value() - limit[i]) / sgd[2][i].standardError();
            assertTrue(distance > 5.0, "eta 1.6 against 0: " + distance + " standard errors");
        }
    }

    /** Its step of 0.8 has the moments that literal SGD has at that learning rate: the same linear recursion. */
    @Test
    void theSdeHasTheMomentsOfItsStep() {
        Setting setting = setting(4);
        double step = 0.8;
        EnsembleResult sde = Ensemble.run(setting, SdeDynamics.of(setting, Schemes.EULER_MARUYAMA, Increments.NORMAL,
                step), window(step), 64, new Seed(7), 1, Progress.NONE);
        Measurement[] measured = moments(sde.quantities());
        double[] ofStep = exact(step);
        double[] limit = exact(0.0);
        for (int i = 0; i < limit.length; i++) {
            agree(ofStep[i], measured[i], 0.0, MOMENTS.get(i) + " of the scheme");
            agree(limit[i], measured[i], Math.abs(ofStep[i] - limit[i]), MOMENTS.get(i) + " of the diffusion");
        }
    }
}
