package org.thalweg.results.claim.bound;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Interval;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.law.EffectiveLossSlope;
import org.thalweg.results.claim.trial.Applicability;
import org.thalweg.results.claim.trial.CellErrors;
import org.thalweg.results.claim.trial.DiffusionClaim;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.prediction.AsymptoticOrder;
import org.thalweg.theory.EffectiveLoss;
import org.thalweg.theory.NextOrder;
import org.thalweg.theory.bounds.SelectionBifurcation;

/**
 * C5 (i), the selection bifurcation: above Delta_c = L0'' F / F'' the most probable point leaves the sharp minimum.
 *
 * <p>Located where the curvature of ln P at the sharp point changes sign: it is proportional to 1/Delta - 1/Delta_c.
 * The same fit of the curvature is applied to histograms of literal SGD, to the density and to the theory. Above the
 * point the order parameter, the most probable flatness over that of the sharp point, is read off the density.
 */
public final class BifurcationPoint implements DiffusionClaim {
    private static final String STATEMENT =
            "the most probable point leaves the sharp minimum at Delta_c = L0'' F / F''";
    private static final double[] AROUND = {0.6, 0.8, 1.25, 1.6};

    @Override
    public List<Judgement> judge(Laboratory laboratory, PlainSetting setting) {
        SelectionBifurcation bifurcation = SelectionBifurcation.of(setting);
        Ground ground = new Ground(STATEMENT, bifurcation.hypotheses())
                .and(Applicability.memoryless(setting))
                .and(bifurcation.criticalTemperature().stream()
                        .mapToObj(critical -> CriticalTemperature.within(setting, critical)).toList());
        return ground.judge("C5(i)", () -> judge(laboratory, setting, bifurcation, ground));
    }

    private static List<Judgement> judge(
            Laboratory laboratory, PlainSetting setting, SelectionBifurcation bifurcation, Ground ground) {
        double critical = bifurcation.criticalTemperature().orElseThrow();
        List<PlainSetting> settings = CriticalTemperature.around(setting, critical, AROUND);
        Ground hottest = ground.and(EffectiveLossSlope.hypotheses(settings.get(settings.size() - 1)));
        return hottest.judge("C5(i)", () -> {
            List<Judgement> all = new ArrayList<>();
            double sharp = sharpPoint(bifurcation);
            CriticalTemperature signChange = new CriticalTemperature(laboratory, settings,
                    (s, marginal) -> Peak.curvature(
                            marginal, sharp, width(s, sharp, laboratory.plan(s).histogramRange())), 0.0);
            all.addAll(signChange.judge(
                    "C5(i) critical temperature", hottest, critical, "fit of the curvature"));
            all.add(orderParameter(laboratory, setting, bifurcation, 2.0));
            all.add(orderParameter(laboratory, setting, bifurcation, 4.0));
            return all;
        });
    }

    /** The point that loses its minimum first. */
    private static double sharpPoint(SelectionBifurcation bifurcation) {
        double critical = bifurcation.criticalTemperature().orElseThrow();
        return bifurcation.sharpPoints().stream()
                .filter(p -> p.criticalTemperature() == critical).findFirst().orElseThrow().x();
    }

    /** F* / F0 from the density against sqrt(Delta / Delta_c) or whatever the floor potential says. */
    private static Judgement orderParameter(
            Laboratory laboratory, PlainSetting setting, SelectionBifurcation bifurcation, double ratio) {
        double temperature = ratio * bifurcation.criticalTemperature().orElseThrow();
        PlainSetting hot = CriticalTemperature.at(setting, temperature);
        double sharp = setting.surface().geometry().shape().orElseThrow().flatnessAt(sharpPoint(bifurcation));
        double predicted = bifurcation.mostProbableFlatness(temperature) / sharp;
        Interval range = laboratory.plan(hot).histogramRange();
        int cells = 8 * Marginal.HISTOGRAM_BINS;
        Measurement found = CellErrors.of(laboratory.density(hot).marginalOn(range, cells),
                m -> Peak.flatness(hot, m)).times(1.0 / sharp);
        double next = Peak.flatness(hot, NextOrder.of(hot).on(range, cells)) / sharp;
        double leading = Peak.flatness(hot, EffectiveLoss.of(hot).on(range, cells)) / sharp;
        double coarse = Peak.flatness(hot, laboratory.density(hot).marginalOn(range, cells / 2)) / sharp;
        double grid = found.standardError() + Math.abs(coarse - found.value());
        return new Claim("C5(i) order parameter F*/F0 at Delta = " + (int) ratio + " Delta_c [density]",
                "the most probable flatness minimises L0 - Delta ln F", EffectiveLossSlope.hypotheses(hot),
                new Prediction.Equals(predicted, 0.5 * (predicted - 1.0)))
                .judge(Measurement.computed(found.value(), grid), ErrorBudget.EMPTY
                        .withSystematic("grid", grid)
                        .withSystematic("cells of finite width", Math.abs(leading - predicted))
                        .withSystematic("asymptotic order", AsymptoticOrder.of(hot).allowance(leading, next)));
    }

    /** The half width of the fit: the length sqrt(F / F'') over which F changes, at most a third of the histogram. */
    private static double width(PlainSetting setting, double sharpPoint, Interval range) {
        Profile f = setting.surface().geometry().shape().orElseThrow().flatness().get(0);
        return Math.min(Math.sqrt(f.value(sharpPoint) / f.curvature(sharpPoint)), range.length() / 3.0);
    }
}
