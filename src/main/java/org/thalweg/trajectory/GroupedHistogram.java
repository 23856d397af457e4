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
    private static final int NOBODY = -1;

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
        return new Marginal(x, flatness, density, standardError(density, NOBODY));
    }

    /**
     * A functional of the density, freed of its bias of first order in the samples, with its delete-one-group jackknife
     * error for groups of unequal size (Busing, Meijer and van der Leeden 1999). The functional sees the density of the
     * remaining groups and their standard errors, so that what a fit owes to weights taken from the counts is freed of
     * bias too.
     */
    Measurement jackknife(ToDoubleFunction<Marginal> statistic) {
        double estimate = statistic.applyAsDouble(marginal());
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
            double without = statistic.applyAsDouble(without(g, totals));
            pseudoValue[g] = share[g] * estimate - (share[g] - 1.0) * without;
            mean += pseudoValue[g] / share[g];
        }
        double variance = 0.0;
        for (int g = 0; g < groups(); g++) {
            double deviation = pseudoValue[g] - mean;
            variance += deviation * deviation / (share[g] - 1.0) / groups();
        }
        // A functional that is undefined without some group has neither a correction nor an error.
        double corrected = groups() > 1 && Double.isFinite(mean) ? mean : estimate;
        return new Measurement(
                corrected, groups() > 1 ? Math.sqrt(variance) : Double.NaN, particles, Math.max(1, groups() - 1));
    }

    private Marginal without(int g, long[] totals) {
        long[] rest = totals.clone();
        for (int cell = 0; cell < rest.length; cell++) {
            rest[cell] -= counts[g][cell];
        }
        double[] density = density(rest, samples() - weight[g]);
        return new Marginal(x, flatness, density, standardError(density, g));
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

    /** The error of a mean weighted by group sizes, over all groups but one. */
    private double[] standardError(double[] density, int leftOut) {
        int present = leftOut == NOBODY ? groups() : groups() - 1;
        double n = samples() - (leftOut == NOBODY ? 0 : weight[leftOut]);
        double[] error = new double[density.length];
        for (int g = 0; g < groups(); g++) {
            for (int cell = 0; cell < error.length && g != leftOut; cell++) {
                double deviation = counts[g][cell] / (n * width) - weight[g] / n * density[cell];
                error[cell] += deviation * deviation;
            }
        }
        for (int cell = 0; cell < error.length; cell++) {
            error[cell] = present > 1 ? Math.sqrt(error[cell] * present / (present - 1.0)) : Double.NaN;
        }
        return error;
    }
}
