package org.thalweg.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.Interval;
import org.thalweg.model.Setting;
import org.thalweg.theory.ConvergenceTime;
import org.thalweg.theory.EffectiveLoss;
import org.thalweg.theory.GeneralNoise;
import org.thalweg.theory.MarginalLaw;
import org.thalweg.theory.NextOrder;

/**
 * What the leading-order theory says about one quantity of a sweep.
 *
 * @param allowance what the next order adds, with the orders beyond: the theory's own estimate of its error
 */
public record Prognosis(String quantity, double value, List<Hypothesis> hypotheses, double allowance) {
    /** The next order and half as much again for the orders beyond it. */
    public static final double ALLOWANCE = 1.5;

    private static final int CELLS = 128;

    /** All that the theory says about a valley: passage time and steps (with a flat set), flatness, exponent, spread. */
    public static List<Prognosis> all(Setting setting, Interval range) {
        List<Prognosis> all = new ArrayList<>();
        MarginalLaw leading = leading(setting);
        MarginalLaw next = NextOrder.of(setting);
        List<Hypothesis> hypotheses = leading.hypotheses();
        if (setting.flatSet().isPresent()) {
            ConvergenceTime time = ConvergenceTime.of(setting);
            double allowance = ALLOWANCE * Math.abs(time.nextOrder().meanTime() - time.meanTime());
            all.add(new Prognosis(Quantity.CONVERGENCE_TIME, time.meanTime(), time.hypotheses(), allowance));
            all.add(new Prognosis(Quantity.CONVERGENCE_STEPS, time.iterations(), time.hypotheses(),
                    allowance / setting.sgd().learningRate()));
        }
        FloorMeans means = FloorMeans.of(setting, leading, range, 0.0);
        FloorMeans nextMeans = FloorMeans.of(setting, next, range, 0.0);
        all.add(new Prognosis(Quantity.MEAN_FLATNESS, means.flatness(), hypotheses,
                ALLOWANCE * Math.abs(nextMeans.flatness() - means.flatness())));
        double exponent = leading.exponent(range, CELLS);
        all.add(new Prognosis(Quantity.SELECTION_EXPONENT, exponent, hypotheses,
                ALLOWANCE * Math.abs(next.exponent(range, CELLS) - exponent)));
        double spread = means.squareAcross();
        all.add(new Prognosis(Quantity.MEAN_SQUARE_Y, spread, hypotheses,
                ALLOWANCE * (Math.abs(nextMeans.squareAcross() - spread)
                        + spread * EffectiveLoss.of(setting).asymptoticParameter())));
        return all;
    }

    /** The leading-order stationary marginal of a valley; empty for other surfaces. */
    public static Optional<MarginalLaw> stationaryLaw(Setting setting) {
        return setting.surface().valley().map(shape -> leading(setting));
    }

    /** The leading-order marginal for the noise at hand. */
    public static MarginalLaw leading(Setting setting) {
        return setting.temperature().isPresent() ? EffectiveLoss.of(setting) : GeneralNoise.of(setting);
    }
}
