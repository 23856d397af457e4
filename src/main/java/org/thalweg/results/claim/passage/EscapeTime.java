package org.thalweg.results.claim.passage;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.fokkerplanck.FirstPassage;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.PlainSetting;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.DiffusionClaim;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.theory.escape.ConvergenceTime;
import org.thalweg.theory.escape.KramersEscape;

/**
 * C4, escapes: where a barrier of the valley floor lies between the start and the flat set, the mean time is that of
 * Kramers, and escapes are forgotten between attempts, so that the variance is the mean squared. Held against the exact
 * integrals of the same valley floor, whose difference is the asymptotic order and nothing else.
 */
public final class EscapeTime implements DiffusionClaim {
    private static final String STATEMENT = "the escape time is that of Kramers";

    @Override
    public List<Judgement> judge(Laboratory laboratory, PlainSetting setting) {
        List<Hypothesis> hypotheses = new ArrayList<>();
        hypotheses.add(new Hypothesis("the model has a flat set ('converged')", setting.flatSet().isPresent(),
                setting.flatSet().isPresent() ? "given" : "none given"));
        if (setting.flatSet().isPresent()) {
            double flatness = setting.surface().geometry().shape().orElseThrow().flatnessAt(setting.start()[0]);
            boolean inside = setting.flatSet().get().contains(flatness);
            hypotheses.add(new Hypothesis(
                    "the start lies outside the flat set", !inside, inside ? "inside" : "outside"));
            if (!inside) {
                hypotheses.addAll(KramersEscape.of(setting).hypotheses());
                ConvergenceTime time = ConvergenceTime.of(setting);
                hypotheses.add(new Hypothesis(
                        "the time is within the range of numbers", !time.beyondNumbers(), "T = " + time.inWords()));
            }
        }
        Ground ground = new Ground(STATEMENT, hypotheses);
        return ground.judge("C4 escape", () -> compare(setting, ground, setting.clock()));
    }

    private static List<Judgement> compare(PlainSetting setting, Ground ground, double clock) {
        KramersEscape escape = KramersEscape.of(setting);
        PassageTime exact = FirstPassage.onFloor(setting);
        double predicted = escape.meanTime();
        // Half as much again for the orders beyond the next.
        double order = 1.5 * escape.correction();
        double mean = exact.mean().value();
        return List.of(
                ground.claim("C4 escape time [density]", new Prediction.Equals(predicted, 0.5 * predicted))
                        .judge(exact.mean(), ErrorBudget.EMPTY
                                .withSystematic("quadrature", exact.mean().standardError())
                                .withSystematic("asymptotic order", order * predicted)).times(clock),
                ground.saying("escapes are forgotten between attempts")
                        .claim("C4 escape variance over squared mean [density]", new Prediction.Equals(1.0, 0.5))
                        .judge(exact.variance().times(1.0 / (mean * mean)), ErrorBudget.EMPTY
                                .withSystematic("quadrature", (exact.variance().standardError()
                                        + 2.0 * exact.variance().value() * exact.mean().standardError() / mean)
                                        / (mean * mean))
                                .withSystematic("asymptotic order", order)));
    }
}
