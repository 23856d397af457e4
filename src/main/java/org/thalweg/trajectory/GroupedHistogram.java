package org.thalweg.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Interval;

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
    /** A scatter between groups of this share of the sums whose difference it is, is rounding: there is none. */
    private static final double ROUNDING = 1e-14;

    /** The groups that have samples; nothing where the range is unbounded. */
    static Optional<GroupedHistogram> of(Setting setting, Interval range, EnsembleTally tally) {
        if (!range.bounded()) {
            return Optional.empty();
        }
        double width = range.length() / Marginal.HISTOGRAM_BINS;
        double[] x = new double[Marginal.HISTOGRAM_BINS];
        Arrays.setAll(x, cell -> range.from() + (cell + 0.5) * width);
        double[] flatness = Arrays.stream(x)
                .map(at -> setting.surface().geometry().flatnessAt(at)).toArray();
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
        return marginal(Sums.of(this));
    }

    private Marginal marginal(Sums sums) {
        return new Marginal(x, flatness, sums.density(width), sums.standardError(width));
    }

    /**
     * A functional of the density, freed of its bias of first order in the samples, with its delete-one-group jackknife
     * error for groups of unequal size (Busing, Meijer and van der Leeden 1999). The functional sees the density of the
     * remaining groups and their standard errors, so that what a fit owes to weights taken from the counts is freed of
     * bias too.
     */
    Measurement jackknife(ToDoubleFunction<Marginal> statistic) {
        Sums all = Sums.of(this);
        double estimate = statistic.applyAsDouble(marginal(all));
        if (Double.isNaN(estimate)) {
            return Measurement.UNDEFINED;
        }
        double n = samples();
        double[] share = new double[groups()];
        double[] pseudoValue = new double[groups()];
        double mean = 0.0;
        for (int g = 0; g < groups(); g++) {
            share[g] = n / weight[g];
            double without = statistic.applyAsDouble(marginal(all.without(weight[g], counts[g])));
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

    /**
     * Sums over groups, from which one group is left out without going through the others.
     *
     * @param samples of all groups
     * @param squaredSamples sum of their squares
     * @param counts [cell]
     * @param squares [cell]: sum of the squares of the groups' counts
     * @param products [cell]: sum of the groups' counts times their samples
     */
    private record Sums(
            int groups, long samples, double squaredSamples, long[] counts, double[] squares, double[] products) {
        static Sums of(GroupedHistogram histogram) {
            int cells = histogram.x.length;
            Sums sums = new Sums(0, 0, 0.0, new long[cells], new double[cells], new double[cells]);
            for (int g = 0; g < histogram.groups(); g++) {
                sums = sums.plus(1, histogram.weight[g], histogram.counts[g]);
            }
            return sums;
        }

        Sums without(long weight, long[] group) {
            return plus(-1, weight, group);
        }

        /** The sums with one group more or less. */
        private Sums plus(int sign, long weight, long[] group) {
            long[] c = counts.clone();
            double[] s = squares.clone();
            double[] p = products.clone();
            for (int cell = 0; cell < c.length; cell++) {
                c[cell] += sign * group[cell];
                s[cell] += sign * (double) group[cell] * group[cell];
                p[cell] += sign * (double) group[cell] * weight;
            }
            return new Sums(groups + sign, samples + sign * weight, squaredSamples + sign * (double) weight * weight,
                    c, s, p);
        }

        double[] density(double width) {
            double[] density = new double[counts.length];
            Arrays.setAll(density, cell -> counts[cell] / (samples * width));
            return density;
        }

        /**
         * The error of a mean weighted by group sizes: the scatter of the groups' counts c around their share w C/n of
         * all counts C, sum (c - w C/n)^2 = sum c^2 - 2 (C/n) sum c w + (C/n)^2 sum w^2.
         */
        double[] standardError(double width) {
            double[] error = new double[counts.length];
            for (int cell = 0; cell < error.length; cell++) {
                double mean = (double) counts[cell] / samples;
                double all = squares[cell] + mean * mean * squaredSamples;
                double scatter = all - 2.0 * mean * products[cell];
                double variance = scatter > ROUNDING * all ? scatter * groups / (groups - 1.0) : 0.0;
                error[cell] = groups > 1 ? Math.sqrt(variance) / (samples * width) : Double.NaN;
            }
            return error;
        }
    }
}
