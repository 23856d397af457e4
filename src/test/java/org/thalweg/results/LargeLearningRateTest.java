package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.measure.SelectionExponent;
import org.thalweg.measure.Verdict;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;
import org.thalweg.random.Seed;
import org.thalweg.results.prediction.AsymptoticOrder;
import org.thalweg.theory.EffectiveLoss;
import org.thalweg.theory.FiniteLearningRate;
import org.thalweg.theory.law.MarginalLaw;
import org.thalweg.trajectory.EnsembleResult;

/**
 * Literal SGD on the ring at Delta = 0.01 with eta lambda up to 1.5 at the stiffest point: the finite-learning-rate law
 * within its budget, where the law of the diffusion is refuted.
 *
 * <p>Exponents carry jackknife errors; each of the six judgements is wrong with probability 1e-3 for another seed.
 */
class LargeLearningRateTest {
    private static final double TEMPERATURE = 0.01;
    private static final double KAPPA = 4.0;

    /** lambda at x = pi, where F = 1/2. */
    private static final double STIFFEST = 4.0;

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1.0, 1.5})
    void literalSgdHasTheLawOfItsLearningRateAndNotThatOfTheDiffusion(double product) {
        double rate = product / STIFFEST;
        PlainSetting setting = Ring.of(rate, 2.0 * TEMPERATURE / rate, KAPPA).withoutFlatSet();
        EnsembleResult sgd = new Laboratory(2048, new Seed(23), 2, Laboratory.LONG_WINDOW, OptionalDouble.empty())
                .sgd(setting);
        double[] weights = sgd.marginal().logWeights();
        Measurement measured = sgd.jackknife(
                m -> SelectionExponent.weighted(m.flatness(), m.density(), m.logWeights()));
        FiniteLearningRate finite = FiniteLearningRate.of(setting);
        double law = exponent(finite, setting, weights);
        double next = exponent(finite.nextOrder(), setting, weights);
        double plain = exponent(EffectiveLoss.of(setting), setting, weights);
        double order = AsymptoticOrder.of(setting).allowance(law, next);
        // The law knows the stationary variance across; x moves while that relaxes: the next order, times eta lambda.
        ErrorBudget budget = ErrorBudget.EMPTY.withSampling(measured)
                .withSystematic("asymptotic order", order)
                .withSystematic("learning rate, beyond first order", product * order);
        assertEquals(Verdict.CONSISTENT, judge(finite.hypotheses(), law, measured, budget).verdict(),
                () -> judge(finite.hypotheses(), law, measured, budget).toString());
        // The hypotheses of the diffusion: those for SGD know that this learning rate is too large, and would be
        // silent.
        Judgement diffusion = judge(EffectiveLoss.of(setting).hypotheses(), plain, measured, budget);
        assertEquals(Verdict.REFUTED, diffusion.verdict(), diffusion::toString);
        assertEquals(Verdict.NOT_APPLICABLE,
                judge(EffectiveLoss.of(setting).hypothesesForSgd(), plain, measured, budget).verdict());
    }

    private static Judgement judge(
            List<Hypothesis> hypotheses, double predicted, Measurement measured, ErrorBudget budget) {
        return new Claim("exponent", "P ~ F^e", hypotheses, new Prediction.Equals(predicted, 0.5))
                .judge(measured, budget);
    }

    private static double exponent(MarginalLaw law, PlainSetting setting, double[] weights) {
        Interval ring = setting.domain().along();
        var marginal = law.on(ring, weights.length);
        return SelectionExponent.weighted(marginal.flatness(), marginal.density(), weights);
    }
}
