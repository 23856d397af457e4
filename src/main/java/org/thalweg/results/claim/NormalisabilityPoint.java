package org.thalweg.results.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.measure.SelectionExponent;
import org.thalweg.model.Boundary;
import org.thalweg.model.Domain;
import org.thalweg.model.Interval;
import org.thalweg.model.Setting;
import org.thalweg.model.ValleyShape;
import org.thalweg.results.AsymptoticOrder;
import org.thalweg.results.FiniteStep;
import org.thalweg.results.Laboratory;
import org.thalweg.results.PowerLaw;
import org.thalweg.theory.EffectiveLoss;
import org.thalweg.theory.FiniteLearningRate;
import org.thalweg.theory.MarginalLaw;
import org.thalweg.theory.NextOrder;
import org.thalweg.theory.Normalisability;

/**
 * C5 (ii), no stationary state: on an open valley whose walls rise only as a logarithm, P(x) stops being normalisable
 * at a finite temperature.
 *
 * <p>Located in a reflecting box, where a stationary law always exists: the exponent of P ~ |x|^-p in the tail is
 * linear in 1/Delta, and the law without a box is normalisable as long as p &gt; 1. With F ~ |x|^alpha the fit is of
 * ln P on ln F, and p = -alpha e.
 */
final class NormalisabilityPoint implements ClaimTest {
    private static final String STATEMENT = "a stationary state exists up to Delta = kappa beta / (1 + kappa alpha)";
    private static final double FLATTER = 3.0;
    private static final double[] AROUND = {0.7, 0.9, 1.1, 1.3};

    @Override
    public String title() {
        return "C5(ii) normalisability";
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        Normalisability bound = Normalisability.of(setting);
        List<Hypothesis> hypotheses = new ArrayList<>(bound.hypotheses());
        hypotheses.add(new Hypothesis("walls that rise only as a logarithm, so that the bound is finite",
                Double.isFinite(bound.criticalTemperature()), "Delta < " + bound.criticalTemperature()));
        Optional<List<Judgement>> silence = Applicability.silence("C5(ii)", STATEMENT, hypotheses);
        if (silence.isPresent()) {
            return silence.get();
        }
        double critical = bound.criticalTemperature();
        Setting hottest = BifurcationPoint.atTemperature(setting, AROUND[AROUND.length - 1] * critical);
        hypotheses.addAll(EffectiveLossSlope.hypotheses(boxed(hottest)));
        return Applicability.silence("C5(ii)", STATEMENT, hypotheses)
                .orElseGet(() -> new Trial(laboratory.quick(), setting, bound, hypotheses).locate());
    }

    /** The box that reaches to where the valley is {@link #FLATTER} times as flat as at its sharpest. */
    private static Setting boxed(Setting setting) {
        ValleyShape shape = setting.surface().valley().orElseThrow();
        double half = 1e-3;
        while (shape.flatnessAt(half) < FLATTER * shape.flatnessAt(0.0)) {
            half *= 1.05;
        }
        Interval box = new Interval(-half, half, Boundary.REFLECTING);
        List<Interval> intervals = new ArrayList<>(setting.domain().intervals());
        intervals.set(0, box);
        return setting.withDomain(new Domain(intervals)).withoutFlatSet();
    }

    /** The location of the temperature at which the tail exponent is 1. */
    private record Trial(
            Laboratory laboratory, Setting setting, Normalisability bound, List<Hypothesis> hypotheses) {
        List<Judgement> locate() {
            double critical = bound.criticalTemperature();
            List<Setting> settings = DoubleStream.of(AROUND)
                    .mapToObj(r -> boxed(BifurcationPoint.atTemperature(setting, r * critical))).toList();
            double leading = crossing(settings, s -> ofLaw(s, EffectiveLoss.of(s))).value();
            double next = crossing(settings, s -> ofLaw(s, NextOrder.of(s))).value();
            double finite = crossing(settings, s -> ofLaw(s, FiniteLearningRate.of(s))).value();
            Measurement density = crossing(settings, this::ofDensity);
            Measurement sgd = crossing(settings, this::ofHistogram);
            ErrorBudget common = ErrorBudget.EMPTY
                    .withSystematic("finite box", Math.abs(leading - critical))
                    .withSystematic("asymptotic order",
                            AsymptoticOrder.of(settings.get(AROUND.length - 1)).allowance(leading, next));
            Prediction prediction = new Prediction.Equals(critical, 0.5 * critical);
            return List.of(
                    new Claim("C5(ii) temperature without stationary state [density]", STATEMENT, hypotheses,
                            prediction)
                            .judge(density, common.withSystematic("grid", density.standardError())),
                    new Claim("C5(ii) temperature without stationary state [sgd]", STATEMENT, hypotheses, prediction)
                            .judge(sgd, common
                                    .withStatistical("sampling", sgd.standardError())
                                    .withSystematic("learning rate",
                                            FiniteStep.ALLOWANCE * Math.abs(finite - leading))));
        }

        /** Delta where the exponent e of P ~ F^e, a line in 1/Delta, is -1/alpha, that is where p = 1. */
        private Measurement crossing(List<Setting> settings, Function<Setting, Measurement> exponent) {
            double[] inverse = settings.stream().mapToDouble(s -> 1.0 / s.temperatureAt(s.start())).toArray();
            Measurement point = PowerLaw.line(inverse, settings.stream().map(exponent).toList())
                    .crossing(-1.0 / bound.flatnessExponent(0, true));
            double temperature = 1.0 / point.value();
            return new Measurement(temperature, point.standardError() * temperature * temperature, point.samples());
        }

        private Measurement ofLaw(Setting s, MarginalLaw law) {
            return Measurement.exact(exponent(law.on(s.domain().along(), Marginal.HISTOGRAM_BINS)));
        }

        private Measurement ofDensity(Setting s) {
            return Measurement.exact(exponent(
                    laboratory.density(s).marginalOn(s.domain().along(), Marginal.HISTOGRAM_BINS)));
        }

        private Measurement ofHistogram(Setting s) {
            return laboratory.sgd(s).jackknife(Trial::exponent);
        }

        private static double exponent(Marginal marginal) {
            return SelectionExponent.weighted(marginal.flatness(), marginal.density(), marginal.density());
        }
    }
}
