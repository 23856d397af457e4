package org.thalweg.results.claim.law;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Marginal;
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
import org.thalweg.trajectory.EnsembleResult;

/**
 * C2: the slope of the SGD-loss is proportional to the learning rate and to the batch variance, and vanishes at kappa =
 * 1 (the control). The ratio of slopes when one factor is doubled is 2.
 */
public final class NoiseStrength implements DiffusionClaim {
    private static final String STATEMENT = "the SGD-loss is proportional to eta sigma2 at fixed kappa";

    /** The ratio of slopes that is claimed. */
    private static final double DOUBLED = 2.0;

    @Override
    public List<Judgement> judge(Laboratory laboratory, PlainSetting setting) {
        Ground ground = new Ground(STATEMENT, EffectiveLossSlope.hypotheses(setting));
        return ground.judge("C2", () -> {
            double anisotropy = new FlatnessLaw(setting).anisotropy();
            Ground anisotropic = ground.and(new Hypothesis(
                    "kappa differs from 1 by more than 0.5, so that a ratio of slopes is defined",
                    Math.abs(anisotropy - 1.0) > 0.5, "kappa = " + anisotropy));
            List<Judgement> judgements = new ArrayList<>(
                    anisotropic.judge("C2 ratio", () -> ratios(laboratory, setting, anisotropic)));
            judgements.addAll(control(laboratory, setting.withAnisotropy(1.0)));
            return judgements;
        });
    }

    /** From half the learning rate (half the temperature): double eta, or double sigma2. */
    private static List<Judgement> ratios(Laboratory laboratory, PlainSetting setting, Ground ground) {
        PlainSetting weak = setting.withLearningRate(0.5 * setting.sgd().learningRate());
        PlainSetting doubledVariance = weak.withNoise(weak.noise().times(2.0));
        List<Judgement> judgements = new ArrayList<>(List.of(densityRatio(laboratory, weak, setting, ground)));
        judgements.addAll(ground
                .and(Applicability.awaited(laboratory, weak), Applicability.followed(laboratory, weak))
                .and(Applicability.shortSteps(setting))
                .judge("C2 ratio [sgd]", () -> List.of(
                        sgdRatio("learning rate", laboratory, weak, setting, ground),
                        sgdRatio("batch variance", laboratory, weak, doubledVariance, ground))));
        return judgements;
    }

    private static Judgement densityRatio(
            Laboratory laboratory, PlainSetting weak, PlainSetting strong, Ground ground) {
        double[] weakWeights = laboratory.sgd(weak).marginal().logWeights();
        double[] strongWeights = laboratory.sgd(strong).marginal().logWeights();
        double relative = 0.0;
        double[] slope = new double[2];
        for (PlainSetting s : List.of(weak, strong)) {
            FlatnessLaw law = new FlatnessLaw(s);
            double[] weights = s == weak ? weakWeights : strongWeights;
            Measurement found =
                    law.slope(law.exponent(laboratory.density(s), laboratory.plan(s).histogramRange(), weights));
            slope[s == weak ? 0 : 1] = found.value();
            relative += found.standardError() / Math.abs(found.value());
        }
        Measurement ratio = Measurement.computed(slope[1] / slope[0], relative * slope[1] / slope[0]);
        return claim("eta or sigma2 [density]", ground).judge(ratio, ErrorBudget.EMPTY
                .withSystematic("grid", ratio.standardError())
                .withSystematic("asymptotic order",
                        AsymptoticOrder.of(strong).allowance(DOUBLED,
                                ratio(laboratory, weak, strong, NextOrder::of, weakWeights, strongWeights))));
    }

    private static Judgement sgdRatio(
            String factor, Laboratory laboratory, PlainSetting weak, PlainSetting strong, Ground ground) {
        EnsembleResult lower = laboratory.sgd(weak);
        EnsembleResult upper = laboratory.sgd(strong);
        double[] weakWeights = lower.marginal().logWeights();
        double[] strongWeights = upper.marginal().logWeights();
        Measurement weakSlope = slope(new FlatnessLaw(weak), lower);
        Measurement strongSlope = slope(new FlatnessLaw(strong), upper);
        double value = strongSlope.value() / weakSlope.value();
        // The error of strong - 2 weak over weak (Fieller): with the measured ratio in place of the claimed one, a weak
        // slope that comes out too steep would make its own error look small.
        double error = Math.hypot(strongSlope.standardError(), DOUBLED * weakSlope.standardError())
                / Math.abs(weakSlope.value());
        double degrees = strongSlope.minus(weakSlope.times(DOUBLED)).degreesOfFreedom();
        Measurement ratio = new Measurement(value, error, laboratory.particles(), degrees);
        double atFiniteRate = ratio(laboratory, weak, strong,
                s -> laboratory.sgdShift(s).lawAt(s.sgd().learningRate()), weakWeights, strongWeights);
        double nextOrder = ratio(laboratory, weak, strong, NextOrder::of, weakWeights, strongWeights);
        return claim(factor + " [sgd]", ground).judge(ratio, ErrorBudget.EMPTY
                .withSampling(ratio)
                .withSystematic("learning rate", FiniteStep.ALLOWANCE * (Math.abs(atFiniteRate - DOUBLED)
                        + laboratory.sgdShift(strong).remembered(strong.sgd().learningRate())
                                * Math.abs(nextOrder - DOUBLED)))
                .withSystematic("asymptotic order", AsymptoticOrder.of(strong).allowance(DOUBLED, nextOrder)));
    }

    private static Measurement slope(FlatnessLaw law, EnsembleResult ensemble) {
        return law.slope(law.exponent(ensemble));
    }

    /** The ratio of slopes that a law predicts for the same fit. */
    private static double ratio(
            Laboratory laboratory,
            PlainSetting weak,
            PlainSetting strong,
            Function<PlainSetting, MarginalLaw> theory,
            double[] weakWeights,
            double[] strongWeights) {
        return slope(laboratory, strong, theory, strongWeights) / slope(laboratory, weak, theory, weakWeights);
    }

    private static double slope(
            Laboratory laboratory, PlainSetting setting, Function<PlainSetting, MarginalLaw> theory, double[] weights) {
        FlatnessLaw law = new FlatnessLaw(setting);
        Marginal predicted = theory.apply(setting).on(laboratory.plan(setting).histogramRange(), weights.length);
        return law.temperature() * (1.0 - law.exponent(predicted, weights));
    }

    private static Claim claim(String factor, Ground ground) {
        return ground.claim("C2 ratio on doubling " + factor, new Prediction.Equals(DOUBLED, 1.0));
    }

    /** kappa = 1 is equilibrium: P ~ F exactly, and the SGD-loss is flat. */
    private static List<Judgement> control(Laboratory laboratory, PlainSetting isotropic) {
        FlatnessLaw law = new FlatnessLaw(isotropic);
        Interval range = laboratory.plan(isotropic).histogramRange();
        StepHalving sde = StepHalving.sde(laboratory, isotropic);
        double[] weights = sde.fine().marginal().logWeights();
        Measurement simulated = law.slope(sde.atStepZero(e -> law.exponent(e)));
        Measurement density = law.slope(law.exponent(laboratory.density(isotropic), range, weights));
        // What the fit makes of P ~ F itself when it is averaged over the cells.
        double ofExactLaw = law.exponent(EffectiveLoss.of(isotropic).on(range, weights.length), weights);
        FiniteStep shifts = FiniteStep.of(isotropic, range);
        double remainder = sde.remainder(
                e -> law.exponent(e), h -> shifts.exponentShift(h, sde.fine().marginal()));
        Ground ground = Ground.of("at kappa = 1 there is no SGD-loss");
        Prediction none = new Prediction.Equals(0.0, 0.2 * law.temperature());
        List<Judgement> judgements = new ArrayList<>(List.of(
                ground.claim("C2 control kappa = 1 [density]", none).judge(density, ErrorBudget.EMPTY
                        .withSystematic("grid", density.standardError())
                        .withSystematic("cells of finite width", law.temperature() * (1.0 - ofExactLaw)))));
        judgements.addAll(ground
                .and(Applicability.awaited(laboratory, isotropic), Applicability.followed(laboratory, isotropic))
                .judge("C2 control kappa = 1 [sde]", () -> List.of(
                        ground.claim("C2 control kappa = 1 [" + sde.label() + "]", none).judge(simulated,
                                ErrorBudget.EMPTY.withSampling(simulated)
                                        .withSystematic("time step", remainder * law.temperature())))));
        return judgements;
    }
}
