package org.thalweg.cli.screen;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Measurement;
import org.thalweg.training.LearnersWatch.Seen;

/** Learners of a network on their way, as a table: means over repeats, the start among them. */
public final class LearnersTable {
    private static final int ROWS = 10;

    private LearnersTable() {}

    /** Of all repeats, as far as the first one that diverged. */
    public static Table of(List<List<Seen>> all) {
        Table table = new Table(
                "step", "train loss", "spread", "alpha_e / alpha", "Delta_S / Delta", "Delta_2 / Delta");
        int moments = all.stream().mapToInt(List::size).min().orElse(0);
        int every = Math.max(1, (moments + ROWS - 1) / ROWS);
        for (int k = 0; k < moments; k += every) {
            int moment = k;
            table.row(Long.toString(all.get(0).get(k).step()), mean(all, moment, Seen::loss),
                    mean(all, moment, Seen::spread), mean(all, moment, Seen::effectiveRate),
                    mean(all, moment, seen -> seen.batchNoise() / seen.noise()),
                    mean(all, moment, seen -> seen.spreadNoise() / seen.noise()));
        }
        return table;
    }

    private static String mean(List<List<Seen>> all, int moment, ToDoubleFunction<Seen> number) {
        StreamingStatistics over = new StreamingStatistics();
        all.forEach(seen -> over.addValue(number.applyAsDouble(seen.get(moment))));
        Measurement mean = Measurement.mean(over);
        return !mean.defined() ? "-" : over.getN() > 1 ? Table.number(mean) : Table.number(mean.value());
    }
}
