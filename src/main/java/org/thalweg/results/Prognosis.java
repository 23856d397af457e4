package org.thalweg.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.fokkerplanck.DensityMethod;
import org.thalweg.fokkerplanck.DensitySolution;
import org.thalweg.fokkerplanck.NoStationaryStateException;
import org.thalweg.fokkerplanck.NumericsException;
import org.thalweg.fokkerplanck.Resolution;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.ValleyFloor;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.SelectionExponent;
import org.thalweg.model.Interval;
import org.thalweg.model.Setting;
import org.thalweg.refusal.Refusal;
import org.thalweg.theory.ConvergenceTime;
import org.thalweg.theory.EffectiveLoss;
import org.thalweg.theory.GeneralNoise;
import org.thalweg.theory.MarginalLaw;
import org.thalweg.theory.NextOrder;

/**
 * What the leading-order theory says about one quantity of a sweep.
 *
 * @param allowance the theory's own estimate of its error
 */
public record Prognosis(String quantity, double value, List<Hypothesis> hypotheses, double allowance) {
    /** Points of the fit of the exponent. */
    private static final int CELLS = 256;

    /** Mass that may lie outside the range of an open valley; that of a density. */
    private static final double OUTSIDE = 1e-6;

    /**
     * All that the theory says about a valley: passage time and steps (with a flat set); flatness, exponent and spread
     * across (where there is a stationary state).
     */
    public static List<Prognosis> all(Setting setting, RunPlan plan) {
        List<Prognosis> all = new ArrayList<>();
        AsymptoticOrder order = AsymptoticOrder.of(setting);
        if (setting.flatSet().isPresent()) {
            ConvergenceTime time = ConvergenceTime.of(setting);
            double allowance = order.allowance(time.meanTime(), time.nextOrder().meanTime());
            all.add(new Prognosis(Quantity.CONVERGENCE_TIME, time.meanTime(), time.hypotheses(), allowance));
            all.add(new Prognosis(Quantity.CONVERGENCE_STEPS, time.iterations(), time.hypotheses(),
                    allowance / setting.sgd().learningRate()));
        }
        if (!plan.stationary()) {
            return all;
        }
        MarginalLaw leading = leading(setting);
        MarginalLaw next = NextOrder.of(setting);
        List<Hypothesis> hypotheses = leading.hypotheses();
        Interval range = range(setting);
        FloorMeans means = FloorMeans.of(setting, leading, range, 0.0);
        FloorMeans nextMeans = FloorMeans.of(setting, next, range, 0.0);
        all.add(new Prognosis(Quantity.MEAN_FLATNESS, means.flatness(), hypotheses,
                order.allowance(means.flatness(), nextMeans.flatness())));
        double exponent = exponent(leading, range);
        all.add(new Prognosis(Quantity.SELECTION_EXPONENT, exponent, hypotheses,
                order.allowance(exponent, exponent(next, range))));
        double spread = means.squareAcross();
        all.add(new Prognosis(Quantity.MEAN_SQUARE_Y, spread, hypotheses,
                order.allowance(spread, nextMeans.squareAcross()) + order.allowance(spread)));
        return all;
    }

    /**
     * Where the law is averaged and fitted: where the density is, not where a histogram counts. On an open valley with
     * heavy tails the mass outside a histogram weighs in a mean of F.
     */
    private static Interval range(Setting setting) {
        Interval along = setting.domain().along();
        return along.bounded() ? along : ValleyFloor.of(setting).effectiveRange(OUTSIDE);
    }

    /** The slope of ln P on ln F over a uniform grid, P taken at the points of the grid. */
    private static double exponent(MarginalLaw law, Interval range) {
        double[] flatness = new double[CELLS];
        double[] density = new double[CELLS];
        double middle = law.logDensity(range.from() + 0.5 * range.length());
        for (int i = 0; i < CELLS; i++) {
            double x = range.from() + range.length() * (i + 0.5) / CELLS;
            flatness[i] = law.floor().shape().flatnessAt(x);
            density[i] = Math.exp(law.logDensity(x) - middle);
        }
        return SelectionExponent.unweighted(flatness, density);
    }

    /** The leading-order stationary marginal of a valley, at first order; empty for others. */
    public static Optional<MarginalLaw> stationaryLaw(Setting setting) {
        return !stationary(setting) ? Optional.empty()
                : setting.surface().valley().map(shape -> leading(setting.effective().atFirstOrder()));
    }

    /**
     * With a schedule or reshuffling nothing is stationary; a weight decay changes the flatness that a law is drawn
     * against.
     */
    private static boolean stationary(Setting setting) {
        return setting.hasDiffusion() && setting.sgd().weightDecay() == 0.0;
    }

    /** The stationary density of a single parameter, a quadrature; empty for others, and where it fails. */
    public static Optional<DensitySolution> exactDensity(Setting setting) {
        if (setting.surface().dimension() != 1 || !stationary(setting)) {
            return Optional.empty();
        }
        try {
            return Optional.of(StationaryDensity.solve(
                    setting.effective(), DensityMethod.QUADRATURE, Resolution.DEFAULT));
        } catch (NoStationaryStateException | NumericsException | Refusal none) {
            return Optional.empty();
        }
    }

    /** The leading-order marginal for the noise at hand. */
    public static MarginalLaw leading(Setting setting) {
        return setting.temperature().isPresent() ? EffectiveLoss.of(setting) : GeneralNoise.of(setting);
    }
}
