package org.thalweg.results.claim.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.thalweg.measure.ErrorBudget;
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
import org.thalweg.results.prediction.Prognosis;
import org.thalweg.theory.NextOrder;
import org.thalweg.theory.law.MarginalLaw;

/**
 * C3: noise breaks the degeneracy. All points of a degenerate floor have the same loss, yet the flatter half of the
 * valley (by length) is visited more often than the sharper half, by the log-odds that P(x) ~ F^kappa predicts.
 */
public final class BrokenDegeneracy implements DiffusionClaim {
    private static final String STATEMENT = "P(x) ~ F^kappa: log-odds of the flatter half of the valley";
    private static final String ID = "C3 log-odds of the flatter half";

    @Override
    public List<Judgement> judge(Laboratory laboratory, PlainSetting setting) {
        MarginalLaw leading = Prognosis.leading(setting);
        Interval range = laboratory.plan(setting).histogramRange();
        Ground ground = Ground.of(STATEMENT, Applicability.varyingFlatness(setting))
                .and(leading.hypotheses()).and(Applicability.degenerate(setting, range));
        return ground.judge("C3", () -> new Trial(laboratory, setting, range, leading, ground).judge());
    }

    /** The experiment, once the claim applies. */
    private record Trial(
            Laboratory laboratory, PlainSetting setting, Interval range, MarginalLaw leading, Ground ground) {
        List<Judgement> judge() {
            Marginal cells = leading.on(range, Marginal.HISTOGRAM_BINS);
            ToDoubleFunction<Marginal> logOdds = logOdds(cells.flatness());
            double predicted = logOdds.applyAsDouble(cells);
            Prediction claimed = new Prediction.Equals(predicted, 0.5 * Math.abs(predicted));
            double asymptotic = asymptotic(logOdds, predicted);

            Marginal density = laboratory.density(setting).marginalOn(range, cells.size());
            double median = median(cells.flatness());
            double value = logOdds.applyAsDouble(density);
            // The worst that the errors of the cells can do: all towards the flatter half.
            double worst = logOdds.applyAsDouble(
                    density.tilted(Arrays.stream(cells.flatness()).map(f -> f - median).toArray()));
            Measurement computed = Measurement.computed(value, worst - value);
            List<Judgement> judgements = new ArrayList<>();
            judgements.add(ground.and(Applicability.independentDensity(setting)).claim(ID + " [density]", claimed)
                    .judge(computed, ErrorBudget.EMPTY
                            .withSystematic("grid", computed.standardError())
                            .withSystematic("asymptotic order", asymptotic)));
            judgements.addAll(ground
                    .and(Applicability.awaited(laboratory, setting), Applicability.followed(laboratory, setting))
                    .judge("C3 [sde, sgd]", () -> trajectories(logOdds, claimed, asymptotic)));
            return judgements;
        }

        private List<Judgement> trajectories(
                ToDoubleFunction<Marginal> logOdds, Prediction claimed, double asymptotic) {
            Ground unequal = Ground.of(
                    "equal loss is not equal probability", Applicability.degenerate(setting, range));
            List<Judgement> judgements = new ArrayList<>();
            List<StepHalving> pairs =
                    List.of(StepHalving.sde(laboratory, setting), StepHalving.sgd(laboratory, setting));
            for (StepHalving pair : pairs) {
                Measurement measured = pair.atStepZero(e -> e.jackknife(logOdds));
                double remainder = pair.remainder(e -> e.jackknife(logOdds), h -> shift(pair.shift(), logOdds, h));
                ErrorBudget budget = ErrorBudget.EMPTY
                        .withSampling(measured)
                        .withSystematic(pair.source(), remainder);
                Ground follows = ground.and(Applicability.shortSteps(setting, pair));
                judgements.add(follows.claim(ID + " [" + pair.label() + "]", claimed)
                        .judge(measured, budget.withSystematic("asymptotic order", asymptotic)));
                judgements.add(unequal.and(Applicability.shortSteps(setting, pair))
                        .claim("C3 more often in the flatter half [" + pair.witness().key() + "]",
                                new Prediction.AtLeast(0.0)).judge(measured, budget));
            }
            return judgements;
        }

        /** For constant noise the next order; otherwise the small parameter of the expansion. */
        private double asymptotic(ToDoubleFunction<Marginal> logOdds, double predicted) {
            if (setting.temperature().isPresent()) {
                Marginal next = NextOrder.of(setting).on(range, Marginal.HISTOGRAM_BINS);
                return AsymptoticOrder.of(setting).allowance(predicted, logOdds.applyAsDouble(next));
            }
            return AsymptoticOrder.of(setting).allowance(predicted);
        }

        private double shift(FiniteStep steps, ToDoubleFunction<Marginal> logOdds, double step) {
            double remembered = steps.remembered(step);
            double before = logOdds.applyAsDouble(leading.on(range, Marginal.HISTOGRAM_BINS));
            double shift = logOdds.applyAsDouble(steps.lawAt(step).on(range, Marginal.HISTOGRAM_BINS)) - before;
            return remembered == 0.0 ? shift : shift + remembered
                    * (logOdds.applyAsDouble(NextOrder.of(setting).on(range, Marginal.HISTOGRAM_BINS)) - before);
        }
    }

    /** ln of the probability of the cells with F above its median over that of the cells below. */
    private static ToDoubleFunction<Marginal> logOdds(double[] flatness) {
        double median = median(flatness);
        return marginal -> {
            double flat = 0.0;
            double sharp = 0.0;
            for (int i = 0; i < flatness.length; i++) {
                if (flatness[i] > median) {
                    flat += marginal.density()[i];
                } else {
                    sharp += marginal.density()[i];
                }
            }
            return Math.log(flat / sharp);
        };
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
    }
}
