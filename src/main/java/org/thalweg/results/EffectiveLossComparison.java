package org.thalweg.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.Geometry;
import org.thalweg.model.space.Interval;
import org.thalweg.results.EffectiveLossCurve.Source;
import org.thalweg.results.prediction.AsymptoticOrder;
import org.thalweg.results.prediction.FiniteStep;
import org.thalweg.theory.EffectiveLoss;
import org.thalweg.theory.FiniteLearningRate;
import org.thalweg.theory.NextOrder;
import org.thalweg.theory.law.MarginalLaw;

/**
 * The effective SGD-loss from all witnesses and all orders of the theory on the same cells: histograms of literal SGD
 * and of the SDE, the density by two methods that share no discretisation, the leading and the next order, and the law
 * at the learning rate of SGD.
 *
 * @param curves in the order of {@link Source}
 */
public record EffectiveLossComparison(List<EffectiveLossCurve> curves) {
    /**
     * The comparison for a valley with one sharp direction and constant noise; empty for any other setting, and where
     * there is no stationary state.
     */
    public static Optional<EffectiveLossComparison> of(Laboratory laboratory, PlainSetting setting) {
        boolean one = setting.surface().geometry().kind() == Geometry.Kind.VALLEY;
        if (!one || setting.temperature().isEmpty() || setting.sgd().weightDecay() > 0.0
                || !laboratory.plan(setting).stationary()) {
            return Optional.empty();
        }
        Interval range = laboratory.plan(setting).histogramRange();
        Map<Witness, Marginal> marginals = laboratory.marginals(setting);
        List<EffectiveLossCurve> curves = new ArrayList<>();
        curves.add(curve(Source.SGD, setting, marginals.get(Witness.SGD)));
        curves.add(curve(Source.SDE, setting, marginals.get(Witness.SDE)));
        finiteVolumes(setting).ifPresent(grid ->
                curves.add(computed(Source.FINITE_VOLUME, setting, grid.marginalOn(range, Marginal.HISTOGRAM_BINS))));
        if (laboratory.density(setting).method() == DensityMethod.HIERARCHY) {
            curves.add(computed(Source.HIERARCHY, setting, marginals.get(Witness.DENSITY)));
        }
        curves.addAll(laws(laboratory, setting, range));
        return Optional.of(new EffectiveLossComparison(List.copyOf(curves)));
    }

    private static Optional<DensitySolution> finiteVolumes(PlainSetting setting) {
        return StationaryDensity.attempt(setting, DensityMethod.FINITE_VOLUME, Resolution.DEFAULT).found();
    }

    /** The band of the leading order is the one its verdicts allow; that of the others, the order beyond the next. */
    private static List<EffectiveLossCurve> laws(Laboratory laboratory, PlainSetting setting, Interval range) {
        AsymptoticOrder order = AsymptoticOrder.of(setting);
        EffectiveLossCurve leading = exact(Source.LEADING_ORDER, setting, EffectiveLoss.of(setting), range);
        EffectiveLossCurve next = exact(Source.NEXT_ORDER, setting, NextOrder.of(setting), range);
        if (next.x().length != leading.x().length) {
            // An expansion whose next order has no positive density somewhere says nothing, and has no band.
            return List.of();
        }
        double rate = setting.sgd().learningRate();
        FiniteStep shifts = laboratory.sgdShift(setting);
        List<EffectiveLossCurve> laws = new ArrayList<>();
        double[] band = new double[leading.x().length];
        double[] beyond = new double[leading.x().length];
        for (int i = 0; i < band.length; i++) {
            band[i] = order.allowance(leading.deviation()[i], next.deviation()[i]) + order.allowance(1.0, 1.0);
            beyond[i] = order.allowance(1.0, 1.0);
        }
        laws.add(leading.withError(band));
        laws.add(next.withError(beyond));
        if (shifts.stepAcross(rate) >= 0.0) {
            MarginalLaw law = shifts.lawAt(rate);
            MarginalLaw best = law instanceof FiniteLearningRate finite ? finite.nextOrder() : law;
            laws.add(exact(Source.FINITE_LEARNING_RATE, setting, best, range).withError(beyond));
        }
        return laws;
    }

    private static EffectiveLossCurve exact(Source source, PlainSetting setting, MarginalLaw law, Interval range) {
        Marginal marginal = law.on(range, Marginal.HISTOGRAM_BINS);
        return EffectiveLossCurve.of(source, setting, marginal, new double[marginal.size()]);
    }

    /**
     * The curve of a computed density. Its mean deviation is taken as zero, and what the errors of all cells do to that
     * mean, at worst in one direction, is an error of every cell.
     */
    static EffectiveLossCurve computed(Source source, PlainSetting setting, Marginal marginal) {
        double ofMean = Arrays.stream(marginal.standardError()).sum() / Arrays.stream(marginal.density()).sum();
        EffectiveLossCurve curve = curve(source, setting, marginal);
        return curve.withError(Arrays.stream(curve.error()).map(e -> e + ofMean).toArray());
    }

    private static EffectiveLossCurve curve(Source source, PlainSetting setting, Marginal marginal) {
        double[] relative = new double[marginal.size()];
        Arrays.setAll(relative, i -> marginal.standardError()[i] / marginal.density()[i]);
        return EffectiveLossCurve.of(source, setting, marginal, relative);
    }
}
