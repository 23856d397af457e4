package org.thalweg.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Interval;
import org.thalweg.model.Setting;

/**
 * Histograms along the valley, one for each group of particles: groups are independent, samples within a group need not
 * be, so errors come from the scatter between groups.
 *
 * @param x centres of the cells
 * @param flatness F at the centres
 * @param width of a cell
 * @param particles in all groups
 * @param weight samples behind each group, those outside the range included; only groups with samples
 * @param counts [group][cell]
 */
record GroupedHistogram(
        double[] x, double[] flatness, double width, long particles, long[] weight, long[][] counts) {
    /** The groups that have samples; nothing where the range is unbounded. */
    static Optional<GroupedHistogram> of(Setting setting, Interval range, EnsembleTally tally) {
        if (!range.bounded()) {
            return Optional.empty();
        }
        double width = range.length() / Marginal.HISTOGRAM_BINS;
        double[] x = new double[Marginal.HISTOGRAM_BINS];
        Arrays.setAll(x, cell -> range.from() + (cell + 0.5) * width);
        double[] flatness = Arrays.stream(x)
                .map(at -> setting.surface().valley().map(shape -> shape.flatnessAt(at)).orElse(Double.NaN)).toArray();
        List<long[]> counts = new ArrayList<>();
        for (int g = 0; g < tally.weight().length; g++) {
            if (tally.weight()[g] > 0) {
                counts.add(tally.counts()[g]);
            }
        }
        long[] weight = Arrays.stream(tally.weight()).filter(w -> w > 0).toArray();
        return Optional.of(new GroupedHistogram(
                x, flatness, width, tally.losses().survived(), weight, counts.toArray(long[][]::new)));
    }

    private int groups() {
        return weight.length;
    }

    private long samples() {
        return Arrays.stream(weight).sum();
    }

    /** The share of samples that no cell holds. */
    double outsideFraction() {
        long inside = Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
        return samples() == 0 ? Double.NaN : 1.0 - (double) inside / samples();
    }

    /** The density with its standard error; without groups all NaN. */
    Marginal marginal() {
        double[] density = density(totals(), samples());
        return new Marginal(x, flatness, density, standardError(density));
    }

    /**
     * A functional of the density, with its delete-one-group jackknife error for groups of unequal size (Busing, Meijer
     * and van der Leeden 1999).
     */
    Measurement jackknife(ToDoubleFunction<Marginal> statistic) {
        Marginal whole = marginal();
        double estimate = statistic.applyAsDouble(whole);
        if (Double.isNaN(estimate)) {
            return Measurement.UNDEFINED;
        }
        long[] totals = totals();
        double n = samples();
        double[] share = new double[groups()];
        double[] pseudoValue = new double[groups()];
        double mean = 0.0;
        for (int g = 0; g < groups(); g++) {
            share[g] = n / weight[g];
            double without = statistic.applyAsDouble(without(g, totals, whole));
            pseudoValue[g] = share[g] * estimate - (share[g] - 1.0) * without;
            mean += pseudoValue[g] / share[g];
        }
        double variance = 0.0;
        for (int g = 0; g < groups(); g++) {
            double deviation = pseudoValue[g] - mean;
            variance += deviation * deviation / (share[g] - 1.0) / groups();
        }
        return new Measurement(
                estimate, groups() > 1 ? Math.sqrt(variance) : Double.NaN, particles, Math.max(1, groups() - 1));
    }

    private Marginal without(int g, long[] totals, Marginal whole) {
        long[] rest = totals.clone();
        for (int cell = 0; cell < rest.length; cell++) {
            rest[cell] -= counts[g][cell];
        }
        return new Marginal(x, flatness, density(rest, samples() - weight[g]), whole.standardError());
    }

    private long[] totals() {
        long[] totals = new long[x.length];
        for (long[] group : counts) {
            for (int cell = 0; cell < totals.length; cell++) {
                totals[cell] += group[cell];
            }
        }
        return totals;
    }

    private double[] density(long[] cells, long samples) {
        double[] density = new double[cells.length];
        for (int cell = 0; cell < cells.length; cell++) {
            density[cell] = cells[cell] / (samples * width);
        }
        return density;
    }

    /** The error of a mean weighted by group sizes. */
    private double[] standardError(double[] density) {
        double n = samples();
        double[] error = new double[density.length];
        for (int cell = 0; cell < error.length; cell++) {
            double sum = 0.0;
            for (int g = 0; g < groups(); g++) {
                double deviation = counts[g][cell] / (n * width) - weight[g] / n * density[cell];
                sum += deviation * deviation;
            }
            error[cell] = groups() > 1 ? Math.sqrt(sum * groups() / (groups() - 1.0)) : Double.NaN;
        }
        return error;
    }
}
