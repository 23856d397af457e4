package org.thalweg.results.claim.passage;

import java.util.List;
import java.util.Locale;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.PlainSetting;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Applicability;
import org.thalweg.results.claim.trial.StepHalving;
import org.thalweg.theory.escape.ConvergenceTime;
import org.thalweg.theory.law.Hypotheses;
import org.thalweg.trajectory.EnsembleResult;

/**
 * C4 where the mean convergence time is infinite: on an open degenerate valley some trajectories wander off for ever so
 * long. The mean of min(T, limit) exists whatever is still under way at the limit, and literal SGD is held against the
 * SDE by it. Neither has a theory of its finite step there: what halving it changes is allowed for in full.
 */
final class RestrictedTime {
    /** A difference of more than this share matters. */
    private static final double RESOLUTION = 0.2;

    private RestrictedTime() {}

    static Judgement judge(Laboratory laboratory, PlainSetting setting) {
        StepHalving sde = StepHalving.sde(laboratory, setting);
        StepHalving sgd = StepHalving.sgd(laboratory, setting);
        Measurement reference = time(sde.fine());
        Measurement measured = time(sgd.fine());
        double limit = laboratory.plan(setting).passageLimit() * setting.clock();
        Claim claim = new Claim("C4 restricted convergence time [sgd against sde]",
                String.format(Locale.ROOT,
                        "the mean of min(T, %.4g) is that of the diffusion; the mean of T is %s", limit,
                        ConvergenceTime.of(setting).inWords()),
                Hypotheses.and(Applicability.shortSteps(setting, sgd), someArrive(sde.fine(), sgd.fine()),
                        Hypotheses.fallResolved(setting, Math.max(sde.step(), sgd.step()))),
                new Prediction.Equals(reference.value(), RESOLUTION * reference.value()));
        return claim.judge(measured, ErrorBudget.EMPTY
                .withSampling(measured.minus(reference))
                .withSystematic("time step", change(sde))
                .withSystematic("learning rate", change(sgd))).times(setting.clock());
    }

    /** Where nobody arrives both means are the limit, whatever the trajectories do. */
    private static Hypothesis someArrive(EnsembleResult sde, EnsembleResult sgd) {
        double share = Math.max(
                sde.passages().convergedFraction().value(), sgd.passages().convergedFraction().value());
        return new Hypothesis("some arrive within the limit", share > 0.0,
                String.format(Locale.ROOT, "a share of %.2g", share));
    }

    private static double change(StepHalving pair) {
        return time(pair.fine()).value() - time(pair.coarse()).value();
    }

    private static Measurement time(EnsembleResult ensemble) {
        return ensemble.passages().restrictedMeanTime();
    }
}
