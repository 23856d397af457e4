package org.thalweg.sweep;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Witness;
import org.thalweg.results.Experiment;

/**
 * More of a cell than its means: whole laws, for who looks at one cell.
 *
 * @param marginals the density along the valley by each witness that has one
 * @param passages of each kind of trajectories all of which arrived, the times of first passage by which the shares
 *     {@link #SHARES} had; in learning time
 */
public record CellLaws(Map<Witness, Marginal> marginals, Map<Witness, double[]> passages) {
    /** Of a cell without laws. */
    public static final CellLaws NONE = new CellLaws(Map.of(), Map.of());

    /** Sweeps of more cells keep their means alone: of one cell the laws are some twenty kilobytes. */
    public static final int MOST_CELLS = 400;

    /** A twentieth, two twentieths, ..., and close to either end. */
    public static final List<Double> SHARES = IntStream.rangeClosed(0, 20)
            .mapToObj(i -> i == 0 ? 0.01 : i == 20 ? 0.99 : i / 20.0).toList();

    /** What an experiment that was run has. */
    static CellLaws of(Experiment experiment, Set<Witness> witnesses) {
        Map<Witness, double[]> passages = new EnumMap<>(Witness.class);
        for (Witness witness : witnesses) {
            experiment.passageTimes(witness).filter(times -> times.length > 0)
                    .ifPresent(times -> passages.put(witness, quantiles(times)));
        }
        return new CellLaws(experiment.marginals(), passages);
    }

    /** The times by which the shares have arrived: the smallest time that so many particles do not exceed. */
    static double[] quantiles(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        // In whole per cent, so that no rounding moves a rank.
        return SHARES.stream().mapToLong(share -> Math.round(100.0 * share))
                .mapToDouble(percent -> sorted[(int) ((percent * sorted.length + 99) / 100) - 1]).toArray();
    }
}
