package org.thalweg.results.claim.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Applicability;
import org.thalweg.results.claim.trial.DiffusionClaim;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.StepHalving;
import org.thalweg.results.prediction.AsymptoticOrder;
import org.thalweg.results.prediction.FiniteStep;
import org.thalweg.theory.EffectiveLoss;
import org.thalweg.theory.NextOrder;
import org.thalweg.theory.law.MarginalLaw;

/**
 * C1: the SGD-loss falls with flatness; its slope against ln F is Delta (1 - kappa). Judged for the density, for the
 * simulated SDE and for literal SGD, the latter two extrapolated to step zero. Literal SGD at its own learning rate is
 * judged against the finite-learning-rate law.
 */
public final class EffectiveLossSlope implements DiffusionClaim {
    private static final String STATEMENT = "slope of the SGD-loss against ln F is Delta (1 - kappa)";

    @Override
    public List<Judgement> judge(Laboratory laboratory, PlainSetting setting) {
        Ground ground = new Ground(STATEMENT, hypotheses(setting));
        return ground.judge("C1", () -> new Trial(laboratory, setting, ground).judge());
    }

    /** The hypotheses of the effective loss, one sharp direction, and a flatness that varies. */
    public static List<Hypothesis> hypotheses(PlainSetting setting) {
        List<Hypothesis> all = new ArrayList<>(EffectiveLoss.of(setting).hypotheses());
        all.add(Applicability.oneSharpDirection(setting));
        all.add(Applicability.varyingFlatness(setting));
        return all;
    }

    /** The experiment, once the claim applies. */
    private static final class Trial {
        private final Laboratory laboratory;
        private final PlainSetting setting;
        private final Ground ground;
        private final FlatnessLaw law;
        private final Interval range;

        Trial(Laboratory laboratory, PlainSetting setting, Ground ground) {
            this.laboratory = laboratory;
            this.setting = setting;
            this.ground = ground;
            this.law = new FlatnessLaw(setting);
            this.range = laboratory.plan(setting).histogramRange();
        }

        List<Judgement> judge() {
            StepHalving sgd = StepHalving.sgd(laboratory, setting);
            List<Judgement> judgements = new ArrayList<>(List.of(density(sgd)));
            judgements.addAll(ground
                    .and(Applicability.awaited(laboratory, setting), Applicability.followed(laboratory, setting))
                    .judge("C1 [sde, sgd]", () -> trajectories(StepHalving.sde(laboratory, setting), sgd)));
            return judgements;
        }

        private List<Judgement> trajectories(StepHalving sde, StepHalving sgd) {
            List<Judgement> judgements = new ArrayList<>(follows(sde).judge(
                    "C1 [sde]", () -> List.of(extrapolated(sde))));
            judgements.addAll(follows(sgd).judge(
                    "C1 [sgd]", () -> List.of(extrapolated(sgd), finiteLearningRate(sgd))));
            return judgements;
        }

        private Ground follows(StepHalving pair) {
            return ground.and(Applicability.shortSteps(setting, pair));
        }

        /** Fitted with the weights of the simulated histogram, so that both sides speak of the same cells. */
        private Judgement density(StepHalving sgd) {
            double[] weights = sgd.fine().marginal().logWeights();
            Measurement slope = law.slope(law.exponent(laboratory.density(setting), range, weights));
            return claim("density").judge(slope, ErrorBudget.EMPTY
                    .withSystematic("grid", slope.standardError())
                    .withSystematic("cells of finite width", cells(weights))
                    .withSystematic("asymptotic order", asymptotic(weights)));
        }

        private Judgement extrapolated(StepHalving pair) {
            double[] weights = pair.fine().marginal().logWeights();
            Measurement slope = law.slope(pair.atStepZero(law::exponent));
            double remainder = pair.remainder(
                    law::exponent, h -> pair.shift().exponentShift(h, pair.fine().marginal()));
            return claim(pair.label()).judge(slope, ErrorBudget.EMPTY
                    .withSampling(slope)
                    .withSystematic(pair.source(), remainder * law.temperature())
                    .withSystematic("cells of finite width", cells(weights))
                    .withSystematic("asymptotic order", asymptotic(weights)));
        }

        /** Literal SGD as it is, against P ~ (F^2 - eta/2)^(kappa/2). */
        private Judgement finiteLearningRate(StepHalving pair) {
            double[] weights = pair.coarse().marginal().logWeights();
            Measurement slope = law.slope(law.exponent(pair.coarse()));
            MarginalLaw finite = pair.shift().lawAt(pair.step());
            double predicted = law.temperature() * (1.0 - exponentOf(finite, weights));
            double shift = law.temperature() * pair.shift().exponentShift(pair.step(), pair.coarse().marginal());
            Ground widened = new Ground(String.format(Locale.ROOT,
                    "P ~ (F^2 - eta/2)^(kappa/2) at learning rate %.4g", pair.shift().stepAcross(pair.step())),
                    finite.hypotheses()).and(Applicability.widened(pair));
            return widened.claim("C1 finite learning rate [sgd]", new Prediction.Equals(predicted, resolution()))
                    .judge(slope, ErrorBudget.EMPTY
                            .withSampling(slope)
                            .withSystematic("learning rate, beyond first order", FiniteStep.REMAINDER * shift
                                    + pair.shift().remembered(pair.step()) * asymptotic(weights))
                            .withSystematic("asymptotic order", asymptotic(weights)));
        }

        private Claim claim(String witness) {
            double predicted = law.temperature() * (1.0 - law.anisotropy());
            return ground.claim("C1 slope of SGD-loss [" + witness + "]",
                    new Prediction.Equals(predicted, resolution()));
        }

        /** Half the predicted slope; at kappa = 1, where none is predicted, a fifth of a temperature. */
        private double resolution() {
            return Math.max(0.5 * Math.abs(1.0 - law.anisotropy()), 0.2) * law.temperature();
        }

        /** What the fit makes of the predicted law itself when it is averaged over the cells. */
        private double cells(double[] weights) {
            return (exponentOf(EffectiveLoss.of(setting), weights) - law.anisotropy()) * law.temperature();
        }

        private double asymptotic(double[] weights) {
            double leading = exponentOf(EffectiveLoss.of(setting), weights);
            double next = exponentOf(NextOrder.of(setting), weights);
            return AsymptoticOrder.of(setting).allowance(leading, next) * law.temperature();
        }

        private double exponentOf(MarginalLaw marginalLaw, double[] weights) {
            return law.exponent(marginalLaw.on(range, weights.length), weights);
        }
    }
}
