package org.thalweg.results.claim.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.space.Interval;
import org.thalweg.results.Laboratory;
import org.thalweg.results.PowerLaw;
import org.thalweg.results.claim.trial.Applicability;
import org.thalweg.results.claim.trial.DiffusionClaim;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.theory.bounds.StepSizeBound;

/**
 * C5 (iii), step-size divergence without curvature noise: literal SGD is unstable across the valley where eta lambda
 * &gt; 2.
 *
 * <p>Located from the growth of y^2 in one step of a fresh ensemble far out on the wall, (1 - eta lambda)^2, at the
 * sharpest point and at the flattest: its root is linear in eta and passes 1 at the bound. Ensembles run for longer
 * then show that nothing diverges below the first bound and everything above the second.
 */
public final class DivergencePoint implements DiffusionClaim {
    private static final String STATEMENT = "literal SGD is stable across the valley while eta < 2 / lambda";
    private static final double[] AROUND = {0.9, 0.95, 1.05, 1.1};
    private static final int PARTICLES = 256;

    /** None of so many shows, even in a large family of claims, that the share is below a hundredth. */
    private static final int COUNTED = 4096;
    private static final long STEPS = 2000;

    @Override
    public List<Judgement> judge(Laboratory laboratory, PlainSetting setting) {
        StepSizeBound bound = StepSizeBound.of(setting);
        Ground ground = new Ground(STATEMENT, bound.hypotheses());
        return ground.judge("C5(iii)", () -> {
            Ground one = Ground.of(
                    STATEMENT, Applicability.oneSharpDirection(setting), Applicability.memoryless(setting));
            return one.judge("C5(iii)", () -> judge(laboratory, setting, bound, ground));
        });
    }

    private static List<Judgement> judge(
            Laboratory laboratory, PlainSetting setting, StepSizeBound bound, Ground ground) {
        List<Judgement> all = new ArrayList<>();
        all.add(locate(laboratory, setting, "sharpest", extreme(setting, -1.0), bound.stableBelow(), ground));
        if (Double.isFinite(bound.divergentAbove())) {
            all.add(locate(laboratory, setting, "flattest", extreme(setting, 1.0), bound.divergentAbove(), ground));
            all.add(fraction(laboratory, setting, 1.1 * bound.divergentAbove(), "above the bound everywhere",
                    new Prediction.AtLeast(0.99), ground));
        }
        all.add(fraction(laboratory, setting, 0.9 * bound.stableBelow(), "below the bound everywhere",
                new Prediction.AtMost(0.01), ground));
        return all;
    }

    /** Where F is largest (sign 1) or smallest (sign -1) on a fine grid over the domain. */
    private static double extreme(PlainSetting setting, double sign) {
        Interval along = setting.domain().along();
        Interval range = along.bounded() ? along : new Interval(along.frame().at(-1e3), along.frame().at(1e3),
                along.boundary());
        ValleyShape shape = setting.surface().geometry().shape().orElseThrow();
        double best = range.from();
        int points = 20_001;
        for (int i = 0; i < points; i++) {
            double x = range.from() + range.length() * i / (points - 1);
            if (sign * shape.flatness().get(0).value(x) > sign * shape.flatness().get(0).value(best)) {
                best = x;
            }
        }
        return best;
    }

    private static Judgement locate(
            Laboratory laboratory, PlainSetting setting, String where, double x, double predicted, Ground ground) {
        double[] rates = DoubleStream.of(AROUND).map(r -> r * predicted).toArray();
        List<Measurement> roots = DoubleStream.of(rates)
                .mapToObj(rate -> WallGrowth.perStep(laboratory, setting.withLearningRate(rate), x, PARTICLES))
                .toList();
        Measurement found = PowerLaw.line(rates, roots).crossing(1.0);
        return ground.claim("C5(iii) learning-rate bound at the " + where + " point [sgd]",
                new Prediction.Equals(predicted, 0.1 * predicted))
                .judge(found, ErrorBudget.EMPTY.withSampling(found)
                        .withSystematic("wall of finite height", predicted / WallGrowth.HEIGHT));
    }

    private static Judgement fraction(
            Laboratory laboratory, PlainSetting setting, double rate, String where, Prediction prediction,
            Ground ground) {
        Measurement diverged =
                WallGrowth.divergedFraction(laboratory, setting.withLearningRate(rate), COUNTED, STEPS);
        return ground.claim("C5(iii) diverged fraction " + where + " [sgd]", prediction)
                .judge(diverged, ErrorBudget.EMPTY.withCounting(prediction.value(), COUNTED));
    }
}
