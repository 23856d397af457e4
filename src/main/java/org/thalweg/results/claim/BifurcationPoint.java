package org.thalweg.results.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.thalweg.fokkerplanck.DensitySolution;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.Interval;
import org.thalweg.model.Profile;
import org.thalweg.model.Setting;
import org.thalweg.results.AsymptoticOrder;
import org.thalweg.results.FiniteStep;
import org.thalweg.results.Laboratory;
import org.thalweg.results.PowerLaw;
import org.thalweg.theory.EffectiveLoss;
import org.thalweg.theory.FiniteLearningRate;
import org.thalweg.theory.MarginalLaw;
import org.thalweg.theory.NextOrder;
import org.thalweg.theory.SelectionBifurcation;

/**
 * C5 (i), the selection bifurcation: above Delta_c = L0'' F / F'' the most probable point leaves the sharp minimum.
 *
 * <p>Located where the curvature of ln P at the sharp point changes sign: it is proportional to 1/Delta - 1/Delta_c.
 * The same fit of the curvature is applied to histograms of literal SGD, to the density and to the theory. Above the
 * point the order parameter, the most probable flatness over that of the sharp point, is read off the density.
 */
final class BifurcationPoint implements ClaimTest {
    private static final String STATEMENT =
            "the most probable point leaves the sharp minimum at Delta_c = L0'' F / F''";
    private static final double[] AROUND = {0.6, 0.8, 1.25, 1.6};

    @Override
    public String title() {
        return "C5(i) selection bifurcation";
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        SelectionBifurcation bifurcation = SelectionBifurcation.of(setting);
        List<Hypothesis> hypotheses = new ArrayList<>(bifurcation.hypotheses());
        Optional<List<Judgement>> silence = Applicability.silence("C5(i)", STATEMENT, hypotheses);
        if (silence.isPresent()) {
            return silence.get();
        }
        double critical = bifurcation.criticalTemperature().orElseThrow();
        Setting hottest = atTemperature(setting, AROUND[AROUND.length - 1] * critical);
        hypotheses.addAll(EffectiveLossSlope.hypotheses(hottest));
        return Applicability.silence("C5(i)", STATEMENT, hypotheses).orElseGet(() -> {
            List<Judgement> all = new ArrayList<>();
            all.addAll(new Trial(laboratory, setting, bifurcation, hypotheses).locate());
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

    static Setting atTemperature(Setting setting, double temperature) {
        double now = setting.temperatureAt(setting.start());
        return setting.withNoise(setting.noise().times(temperature / now));
    }

    /** F* / F0 from the density against sqrt(Delta / Delta_c) or whatever the floor potential says. */
    private static Judgement orderParameter(
            Laboratory laboratory, Setting setting, SelectionBifurcation bifurcation, double ratio) {
        double temperature = ratio * bifurcation.criticalTemperature().orElseThrow();
        Setting hot = atTemperature(setting, temperature);
        double sharp = setting.surface().valley().orElseThrow().flatnessAt(sharpPoint(bifurcation));
        double predicted = bifurcation.mostProbableFlatness(temperature) / sharp;
        Interval range = laboratory.plan(hot).histogramRange();
        int cells = 8 * Marginal.HISTOGRAM_BINS;
        double found = Peak.flatness(hot, laboratory.density(hot).marginalOn(range, cells)) / sharp;
        double next = Peak.flatness(hot, NextOrder.of(hot).on(range, cells)) / sharp;
        double leading = Peak.flatness(hot, EffectiveLoss.of(hot).on(range, cells)) / sharp;
        double coarse = Peak.flatness(hot, laboratory.density(hot).marginalOn(range, cells / 2)) / sharp;
        double grid = Math.abs(coarse - found);
        return new Claim("C5(i) order parameter F*/F0 at Delta = " + (int) ratio + " Delta_c [density]",
                "the most probable flatness minimises L0 - Delta ln F", EffectiveLossSlope.hypotheses(hot),
                new Prediction.Equals(predicted, 0.5 * (predicted - 1.0)))
                .judge(Measurement.computed(found, grid), ErrorBudget.EMPTY
                        .withSystematic("grid", grid)
                        .withSystematic("cells of finite width", Math.abs(leading - predicted))
                        .withSystematic("asymptotic order", AsymptoticOrder.of(hot).allowance(leading, next)));
    }

    /** The location of the sign change. */
    private record Trial(
            Laboratory laboratory, Setting setting, SelectionBifurcation bifurcation, List<Hypothesis> hypotheses) {
        List<Judgement> locate() {
            double critical = bifurcation.criticalTemperature().orElseThrow();
            List<Setting> settings =
                    DoubleStream.of(AROUND).mapToObj(r -> atTemperature(setting, r * critical)).toList();
            double leading = crossing(settings, s -> ofLaw(s, EffectiveLoss.of(s))).value();
            double next = crossing(settings, s -> ofLaw(s, NextOrder.of(s))).value();
            double finite = crossing(settings, s -> ofLaw(s, FiniteLearningRate.of(s))).value();
            Measurement density = crossing(settings, this::ofDensity);
            Measurement sgd = crossing(settings, s -> ofHistogram(s));
            ErrorBudget common = ErrorBudget.EMPTY
                    .withSystematic("fit of the curvature", Math.abs(leading - critical))
                    .withSystematic("asymptotic order",
                            AsymptoticOrder.of(settings.get(AROUND.length - 1)).allowance(leading, next));
            Prediction prediction = new Prediction.Equals(critical, 0.5 * critical);
            return List.of(
                    new Claim("C5(i) critical temperature [density]", STATEMENT, hypotheses, prediction)
                            .judge(density, common.withSystematic("grid", density.standardError())),
                    new Claim("C5(i) critical temperature [sgd]", STATEMENT, hypotheses, prediction)
                            .judge(sgd, common
                                    .withStatistical("sampling", sgd.standardError())
                                    .withSystematic("learning rate",
                                            FiniteStep.ALLOWANCE * Math.abs(finite - leading))));
        }

        /** Delta where the fitted line of the curvature against 1/Delta crosses zero. */
        private Measurement crossing(List<Setting> settings, Function<Setting, Measurement> curvature) {
            double[] inverse = settings.stream().mapToDouble(s -> 1.0 / s.temperatureAt(s.start())).toArray();
            Measurement point = PowerLaw.line(inverse, settings.stream().map(curvature).toList()).crossing(0.0);
            double temperature = 1.0 / point.value();
            return new Measurement(temperature, point.standardError() * temperature * temperature, point.samples());
        }

        private Measurement ofLaw(Setting s, MarginalLaw law) {
            return Measurement.exact(Peak.curvature(
                    law.on(range(s), Marginal.HISTOGRAM_BINS), sharpPoint(bifurcation), width(s)));
        }

        private Measurement ofDensity(Setting s) {
            DensitySolution density = laboratory.density(s);
            return Measurement.exact(Peak.curvature(
                    density.marginalOn(range(s), Marginal.HISTOGRAM_BINS), sharpPoint(bifurcation), width(s)));
        }

        private Measurement ofHistogram(Setting s) {
            double width = width(s);
            return laboratory.sgd(s).jackknife(m -> Peak.curvature(m, sharpPoint(bifurcation), width));
        }

        private Interval range(Setting s) {
            return laboratory.plan(s).histogramRange();
        }

        /**
         * The half width of the fit: the length sqrt(F / F'') over which F changes, at most a third of the histogram.
         */
        private double width(Setting s) {
            Profile f = s.surface().valley().orElseThrow().flatness().get(0);
            double x = sharpPoint(bifurcation);
            return Math.min(Math.sqrt(f.value(x) / f.curvature(x)), range(s).length() / 3.0);
        }
    }
}
