package org.thalweg.results.claim.law;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.measure.SelectionExponent;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Applicability;
import org.thalweg.results.claim.trial.DiffusionClaim;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.StepHalving;
import org.thalweg.results.prediction.FiniteStep;
import org.thalweg.results.prediction.FiniteVariance;
import org.thalweg.results.prediction.FloorReduction;
import org.thalweg.trajectory.EnsembleResult;

/**
 * W1: the witnesses agree. Means and exponent of the stationary ensembles, at step zero, are those of the Fokker-Planck
 * equation, whatever the theory says of it: no asymptotic order weakens this comparison, so that it notices a wrong
 * diffusion tensor, drift or flatness in any one of the witnesses long before the claims of the theory do.
 */
public final class WitnessAgreement implements DiffusionClaim {
    private static final String STATEMENT = "stationary ensembles have the law of the Fokker-Planck equation";

    /** A difference of more than this share matters. */
    private static final double RESOLUTION = 0.2;

    /**
     * Counts that a cell must be expected to hold for its logarithm to be worth fitting: with fewer the logarithm of
     * what is found, if anything is, is biased beyond what a jackknife mends.
     */
    private static final double FEWEST = 10.0;

    @Override
    public List<Judgement> judge(Laboratory laboratory, PlainSetting setting) {
        return Ground.of(STATEMENT, Applicability.awaited(laboratory, setting)).judge("W1", () -> {
            StepHalving sde = StepHalving.sde(laboratory, setting);
            List<Judgement> all = new ArrayList<>(new Ground(STATEMENT, Applicability.shortSteps(setting, sde)).judge(
                    "W1 [" + sde.label() + "]", () -> law(laboratory, setting, sde)));
            // Steps of literal SGD are asked for it alone: those of the SDE are others.
            all.addAll(Ground.of(STATEMENT, Applicability.followed(laboratory, setting))
                    .and(Applicability.shortSteps(setting)).judge("W1 [sgd, step to 0]",
                            () -> law(laboratory, setting, StepHalving.sgd(laboratory, setting))));
            return all;
        });
    }

    /** One kind of trajectories against the density. */
    static List<Judgement> law(Laboratory laboratory, PlainSetting setting, StepHalving pair) {
        Trial trial = new Trial(laboratory, setting, pair);
        FiniteStep shifts = pair.shift();
        List<Judgement> all = new ArrayList<>();
        all.add(trial.mean(Quantity.MEAN_FLATNESS, shifts::flatnessShift));
        all.add(trial.mean(Quantity.MEAN_SQUARE_Y, shifts::squareAcrossShift));
        if (Applicability.varyingFlatness(setting).holds()) {
            all.add(trial.exponent(shifts));
        }
        return all;
    }

    private record Trial(Laboratory laboratory, PlainSetting setting, StepHalving pair) {
        Judgement mean(Quantity quantity, DoubleUnaryOperator shift) {
            Measurement reference = density().quantities().get(quantity);
            Function<EnsembleResult, Measurement> mean =
                    e -> e.quantities().getOrDefault(quantity, Measurement.UNDEFINED);
            return judge(quantity, reference, pair.atStepZero(mean), pair.remainder(mean, shift));
        }

        /** Both sides with the weights of the counts, whatever these are. */
        Judgement exponent(FiniteStep shifts) {
            Marginal counted = pair.fine().marginal();
            Interval range = laboratory.plan(setting).histogramRange();
            Marginal computed = density().marginalOn(range, counted.size());
            double least = leastDensity(counted);
            Measurement reference = Measurement.computed(
                    SelectionExponent.weighted(
                            counted.flatness(), computed.density(), weights(counted, computed, least)),
                    density().quantities().get(Quantity.SELECTION_EXPONENT).standardError());
            Function<EnsembleResult, Measurement> exponent = e -> e.jackknife(m -> {
                double[] weights = weights(m, computed, least);
                return SelectionExponent.weighted(m.flatness(), m.density(), weights)
                        - SelectionExponent.weighted(m.flatness(), computed.density(), weights);
            }).plus(reference.value());
            return judge(Quantity.SELECTION_EXPONENT, reference, pair.atStepZero(exponent),
                    pair.remainder(exponent, h -> shifts.exponentShift(h, counted)));
        }

        /** The density of a cell that holds {@link #FEWEST} effective counts, whose relative variance is 1 / FEWEST. */
        private double leastDensity(Marginal counted) {
            double variance = 0.0;
            double sum = 0.0;
            for (int i = 0; i < counted.size(); i++) {
                variance += counted.standardError()[i] * counted.standardError()[i];
                sum += counted.density()[i];
            }
            // The variance of a count goes with the count.
            return FEWEST * variance / sum;
        }

        /** The weights of the counts, in cells where the density says that there are enough of them. */
        private static double[] weights(Marginal counted, Marginal computed, double least) {
            double[] weights = counted.logWeights();
            for (int i = 0; i < weights.length; i++) {
                weights[i] = computed.density()[i] < least ? 0.0 : weights[i];
            }
            return weights;
        }

        private DensitySolution density() {
            return laboratory.density(setting);
        }

        private Judgement judge(Quantity quantity, Measurement reference, Measurement measured, double finiteStep) {
            Claim claim = new Claim("W1 " + quantity.words() + " [" + pair.label() + "]", STATEMENT,
                    List.of(FiniteVariance.of(setting, quantity)),
                    new Prediction.Equals(reference.value(), RESOLUTION * Math.abs(reference.value())));
            return claim.judge(measured, ErrorBudget.EMPTY
                    .withSampling(measured)
                    .withSystematic("grid", reference.standardError())
                    .withSystematic(pair.source(), finiteStep)
                    .withSystematic("asymptotic order of the density",
                            FloorReduction.allowance(setting, quantity, reference.value())));
        }
    }
}
