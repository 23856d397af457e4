package org.thalweg.results.prediction;

import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.PlainSetting;
import org.thalweg.quantity.Quantity;
import org.thalweg.theory.escape.ConvergenceTime;
import org.thalweg.theory.law.Hypotheses;

/**
 * The density of a valley with several sharp directions is that of its floor: what trajectories in all directions are
 * held against is of leading order. Of two parameters it is a solution of its own, and nothing is asked or allowed.
 */
public final class FloorReduction {
    private FloorReduction() {}

    /**
     * What must hold for the mean first-passage time of trajectories to be that of the density, beside steps that
     * follow the diffusion.
     *
     * @param step in learning time
     */
    public static List<Hypothesis> ofPassage(PlainSetting setting, double step) {
        return planar(setting) ? List.of(Hypotheses.fallResolved(setting, step))
                : Hypotheses.and(ConvergenceTime.of(setting).hypotheses(), Hypotheses.fallResolved(setting, step));
    }

    /**
     * What a number of the density leaves out.
     *
     * @param value of the quantity, in any unit
     */
    public static double allowance(PlainSetting setting, Quantity quantity, double value) {
        if (planar(setting)) {
            return 0.0;
        }
        AsymptoticOrder order = AsymptoticOrder.of(setting);
        if (quantity.equals(Quantity.CONVERGENCE_TIME) || quantity.equals(Quantity.CONVERGENCE_STEPS)) {
            ConvergenceTime time = ConvergenceTime.of(setting);
            double mean = time.meanTime();
            return mean > 0.0 && mean < Double.POSITIVE_INFINITY ? order.ofPassage(time) / mean * Math.abs(value) : 0.0;
        }
        return order.allowance(value) + (quantity.equals(Quantity.MEAN_SQUARE_Y) ? order.ofSquareAcross(value) : 0.0);
    }

    private static boolean planar(PlainSetting setting) {
        return setting.surface().geometry().planar();
    }
}
