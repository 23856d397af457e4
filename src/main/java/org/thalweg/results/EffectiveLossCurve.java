package org.thalweg.results;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.thalweg.measure.Marginal;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;

/**
 * The effective SGD-loss along a valley in units of the temperature, -ln P(x) + ln F(x) - kappa L0(x)/Delta, as one
 * source finds it: L_SGD/Delta without its (kappa - 1) L0 part.
 *
 * <p>It is defined up to a constant, chosen such that the mean distance from (1 - kappa) ln F, weighted by the density,
 * is zero. Cells without counts, and those with fewer than about three, are left out.
 *
 * @param x places along the valley
 * @param logFlatness ln F there
 * @param loss L_SGD / Delta
 * @param deviation of the loss from the leading order (1 - kappa) ln F
 * @param error standard error: of sampling or of the numerics; of a law, how much it may leave out
 */
public record EffectiveLossCurve(
        Source source, double[] x, double[] logFlatness, double[] loss, double[] deviation, double[] error) {
    /** The relative error of three counts. */
    private static final double LARGEST_ERROR = 0.6;

    /** Who says so. */
    public enum Source {
        /** Histograms of literal SGD. */
        SGD,
        /** Histograms of the SDE. */
        SDE,
        /** The two-dimensional density on a grid. */
        FINITE_VOLUME,
        /** The density by Hermite modes. */
        HIERARCHY,
        /** The effective loss. */
        LEADING_ORDER,
        /** One order further. */
        NEXT_ORDER,
        /** The law of literal SGD at its learning rate, with the next order. */
        FINITE_LEARNING_RATE
    }

    /**
     * The curve of a marginal.
     *
     * @param error of ln P in each cell of the marginal; not modified
     */
    static EffectiveLossCurve of(Source source, PlainSetting setting, Marginal marginal, double[] error) {
        FloorDiffusion floor = FloorDiffusion.of(setting);
        double temperature = floor.across(0, setting.start()[0]);
        double kappa = temperature / floor.along(setting.start()[0]);
        int[] cells = IntStream.range(0, marginal.size())
                .filter(i -> marginal.density()[i] > 0.0
                        && !(marginal.standardError()[i] > LARGEST_ERROR * marginal.density()[i]))
                .toArray();
        double[] x = pick(marginal.x(), cells);
        double[] density = pick(marginal.density(), cells);
        double[] logFlatness = Arrays.stream(pick(marginal.flatness(), cells)).map(Math::log).toArray();
        double[] deviation = new double[cells.length];
        double sum = 0.0;
        double mass = 0.0;
        for (int k = 0; k < cells.length; k++) {
            deviation[k] = kappa * (logFlatness[k] - floor.shape().floor().value(x[k]) / temperature)
                    - Math.log(density[k]);
            sum += density[k] * deviation[k];
            mass += density[k];
        }
        double flattest = Arrays.stream(marginal.flatness()).map(Math::log).max().orElse(0.0);
        double[] loss = new double[cells.length];
        for (int k = 0; k < cells.length; k++) {
            deviation[k] -= sum / mass;
            loss[k] = (1.0 - kappa) * (logFlatness[k] - flattest) + deviation[k];
        }
        return new EffectiveLossCurve(source, x, logFlatness, loss, deviation, pick(error, cells));
    }

    /** The same with another error, as long as the curve or longer; cut to it. */
    EffectiveLossCurve withError(double[] other) {
        return new EffectiveLossCurve(source, x, logFlatness, loss, deviation, Arrays.copyOf(other, x.length));
    }

    /** The same in the order of ln F. */
    public EffectiveLossCurve byFlatness() {
        int[] order = IntStream.range(0, x.length).boxed()
                .sorted((a, b) -> Double.compare(logFlatness[a], logFlatness[b])).mapToInt(i -> i).toArray();
        return new EffectiveLossCurve(source, pick(x, order), pick(logFlatness, order), pick(loss, order),
                pick(deviation, order), pick(error, order));
    }

    private static double[] pick(double[] values, int[] indices) {
        return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
    }
}
