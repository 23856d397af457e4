package org.thalweg.results.claim.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Applicability;
import org.thalweg.results.claim.trial.DiffusionClaim;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.StepHalving;
import org.thalweg.results.prediction.EulerStep;
import org.thalweg.trajectory.EnsembleResult;

/**
 * S1: the ensembles that are averaged as stationary are. Over the window of the averages no mean changes; and the
 * correlated samples are worth enough independent ones for that to be seen.
 */
public final class Stationarity implements DiffusionClaim {
    private static final String STATEMENT = "the averaged ensemble has forgotten its start";

    /** A change of the mean over the window by more than this share matters: half of it is the error of the mean. */
    private static final double RESOLUTION = 0.1;

    /** Correlated samples that are worth fewer independent ones than this say nothing about a stationary law. */
    private static final double FEWEST = 100.0;

    /** Of a mean over many steps, in units of it: where there is hardly any noise nothing else changes. */
    private static final double ROUNDING = 1e-14;

    @Override
    public List<Judgement> judge(Laboratory laboratory, PlainSetting setting) {
        return Ground.of(STATEMENT, Applicability.awaited(laboratory, setting)).judge("S1", () -> {
            List<Judgement> all =
                    new ArrayList<>(judge(StepHalving.sde(laboratory, setting).fine(), Witness.SDE.key()));
            all.addAll(Ground.of(STATEMENT, Applicability.followed(laboratory, setting),
                    EulerStep.stable(setting, setting.sgd().learningRate())).judge("S1 [sgd]",
                    () -> judge(StepHalving.sgd(laboratory, setting).fine(), Witness.SGD.key())));
            return all;
        });
    }

    /** The averages of an ensemble over its window. */
    static List<Judgement> judge(EnsembleResult ensemble, String name) {
        double worth = ensemble.effectiveSamples();
        Ground enough = Ground.of(STATEMENT, new Hypothesis(
                String.format(Locale.ROOT, "at least %.0f effective samples", FEWEST), worth >= FEWEST,
                String.format(Locale.ROOT, "%d particles are worth %.0f", ensemble.survivors(), worth)));
        List<Judgement> all = new ArrayList<>();
        for (Quantity quantity : List.of(Quantity.MEAN_FLATNESS, Quantity.MEAN_SQUARE_Y)) {
            Measurement change = ensemble.trend(quantity);
            double scale = ensemble.quantities().get(quantity).value();
            all.add(enough.claim("S1 change of " + quantity.words() + " [" + name + "]",
                    new Prediction.Equals(0.0, RESOLUTION * Math.abs(scale)))
                    .judge(change, ErrorBudget.EMPTY.withSampling(change)
                            .withSystematic("rounding", ROUNDING * Math.abs(scale))));
        }
        return all;
    }
}
