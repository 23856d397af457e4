package org.thalweg.explore;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Marginal;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.Geometry;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.space.Interval;
import org.thalweg.results.prediction.Prognosis;
import org.thalweg.theory.EffectiveLoss;
import org.thalweg.theory.NextOrder;
import org.thalweg.theory.law.MarginalLaw;

/**
 * What the theory says on a screen: marginals to leading and to next order, and the effective loss along the floor,
 * beside that of the density. P(x, 0) ~ P(x)/F(x), so that the loss whose Boltzmann law the density would be is
 *
 * <pre>{@code L_eff(x) = -Delta ln (P(x) / F(x)) + constant}</pre>
 *
 * <p>which the theory of the effective loss says is L0 + Delta (1 - kappa) ln F + (kappa - 1) L0 [YTT23]. Where the
 * noise varies along the valley there is no one Delta, and the logarithm alone is given.
 */
final class TheoryView {
    private TheoryView() {}

    /** Empty for a surface that is no valley with one sharp direction. */
    static Map<String, Object> of(PlainSetting given, Marginal density, Interval range) {
        Map<String, Object> view = new LinkedHashMap<>();
        if (given.surface().geometry().kind() != Geometry.Kind.VALLEY) {
            return view;
        }
        PlainSetting setting = given.atFirstOrder();
        MarginalLaw leading = Prognosis.leading(setting);
        OptionalDouble temperature = setting.temperature();
        double unit = temperature.orElse(1.0);
        ValleyShape shape = setting.surface().geometry().shape().orElseThrow();
        Marginal first = leading.on(range, density.size());
        double[] loss = Arrays.stream(density.x())
                .map(x -> -unit * (leading.logDensity(x) - Math.log(shape.flatnessAt(x)))).toArray();
        double least = Arrays.stream(loss).filter(Double::isFinite).min().orElse(0.0);
        Arrays.setAll(loss, i -> loss[i] - least);
        view.put("leading", Packed.of(first.density()));
        view.put("next", Packed.of(NextOrder.of(setting).on(range, density.size()).density()));
        view.put("loss", Packed.of(loss));
        view.put("lossOfDensity", Packed.of(beside(loss, density, unit)));
        view.put("floor", Packed.of(Arrays.stream(density.x()).map(shape.floor()::value).toArray()));
        view.put("spread", Packed.of(Arrays.stream(density.x()).map(x -> shape.flatnessAt(x)
                * Math.sqrt(leading.floor().across(0, x))).toArray()));
        temperature.ifPresent(delta -> {
            view.put("temperature", delta);
            view.put("anisotropy", EffectiveLoss.of(setting).anisotropy(0));
            view.put("smallParameter", EffectiveLoss.of(setting).asymptoticParameter());
        });
        List<Hypothesis> hypotheses = leading.hypotheses();
        view.put("holds", hypotheses.stream().allMatch(Hypothesis::holds));
        view.put("hypotheses", hypotheses.stream().map(h -> Map.of(
                "statement", h.statement(), "holds", h.holds(), "found", h.found())).toList());
        return view;
    }

    /** The constant is such that the mean distance from the theory, weighted by the density, is zero. */
    private static double[] beside(double[] theory, Marginal density, double unit) {
        double[] loss = DensityView.effectiveLoss(density, unit);
        double mass = 0.0;
        double sum = 0.0;
        for (int i = 0; i < loss.length; i++) {
            if (Double.isFinite(loss[i]) && Double.isFinite(theory[i])) {
                mass += density.density()[i];
                sum += density.density()[i] * (loss[i] - theory[i]);
            }
        }
        double constant = sum / mass;
        return Arrays.stream(loss).map(value -> value - constant).toArray();
    }
}
