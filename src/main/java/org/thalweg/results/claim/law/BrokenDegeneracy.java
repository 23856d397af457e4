package org.thalweg.results.claim.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
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

    @Override
    public String title() {
        return "C3 broken degeneracy";
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, PlainSetting setting) {
        MarginalLaw leading = Prognosis.leading(setting);
        Interval range = laboratory.plan(setting).histogramRange();
        List<Hypothesis> hypotheses = new ArrayList<>(leading.hypotheses());
        hypotheses.add(Applicability.degenerate(setting, range));
        hypotheses.add(0, Applicability.varyingFlatness(setting));
        Optional<List<Judgement>> silence = Applicability.silence("C3", STATEMENT, hypotheses);
        return silence.orElseGet(() -> new Trial(laboratory, setting, range, leading, hypotheses).judge());
    }

    /** The experiment, once the claim applies. */
    private record Trial(
            Laboratory laboratory, PlainSetting setting, Interval range, MarginalLaw leading,
                    List<Hypothesis> hypotheses) {
        List<Judgement> judge() {
            Marginal cells = leading.on(range, Marginal.HISTOGRAM_BINS);
            ToDoubleFunction<Marginal> logOdds = logOdds(cells.flatness());
            double predicted = logOdds.applyAsDouble(cells);
            Claim claim = new Claim("C3 log-odds of the flatter half", STATEMENT, hypotheses,
                    new Prediction.Equals(predicted, 0.5 * Math.abs(predicted)));
            double asymptotic = asymptotic(logOdds, predicted);

            Marginal density = laboratory.density(setting).marginalOn(range, cells.size());
            double median = median(cells.flatness());
            double value = logOdds.applyAsDouble(density);
            // The worst that the errors of the cells can do: all towards the flatter half.
            double worst = logOdds.applyAsDouble(
                    density.tilted(Arrays.stream(cells.flatness()).map(f -> f - median).toArray()));
            Measurement computed = Measurement.computed(value, worst - value);
            List<Judgement> judgements = new ArrayList<>();
            Claim ofDensity = new Claim(claim.id(), claim.statement(),
                    Applicability.and(hypotheses, Applicability.independentDensity(setting)), claim.prediction());
            judgements.add(named(ofDensity, "density").judge(computed, ErrorBudget.EMPTY
                    .withSystematic("grid", computed.standardError())
                    .withSystematic("asymptotic order", asymptotic)));
            Optional<List<Judgement>> silence = Applicability.silence("C3 [sde, sgd]", STATEMENT,
                    Applicability.and(hypotheses, Applicability.awaited(laboratory, setting),
                            Applicability.followed(laboratory, setting)));
            if (silence.isPresent()) {
                judgements.addAll(silence.get());
                return judgements;
            }
            List<StepHalving> pairs =
                    List.of(StepHalving.sde(laboratory, setting), StepHalving.sgd(laboratory, setting));
            for (StepHalving pair : pairs) {
                Measurement measured = pair.atStepZero(e -> e.jackknife(logOdds));
                double remainder = pair.remainder(e -> e.jackknife(logOdds), h -> shift(pair.shift(), logOdds, h));
                ErrorBudget budget = ErrorBudget.EMPTY
                        .withSampling(measured)
                        .withSystematic(pair.source(), remainder);
                judgements.add(named(claim, pair.label())
                        .judge(measured, budget.withSystematic("asymptotic order", asymptotic)));
                judgements.add(new Claim("C3 more often in the flatter half [" + pair.witness().key() + "]",
                        "equal loss is not equal probability", List.of(hypotheses.get(hypotheses.size() - 1)),
                        new Prediction.AtLeast(0.0)).judge(measured, budget));
            }
            return judgements;
        }

        private static Claim named(Claim claim, String witness) {
            return new Claim(
                    claim.id() + " [" + witness + "]", claim.statement(), claim.hypotheses(), claim.prediction());
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
