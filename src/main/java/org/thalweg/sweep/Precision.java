package org.thalweg.sweep;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.Row;

/**
 * How small the errors of sampled numbers are to be, as a share of the numbers. A cell that misses it runs again with
 * twice as many particles, or as many more by doubling as its errors ask for, until it is met or there are {@link
 * #MOST} times as many as at first. How many is decided by what the cell itself said, so that it does not depend on
 * threads, machines, or other cells.
 *
 * <p>Numbers that choose when to stop are a little too sure of themselves: the last run is one whose estimated error
 * is below the target, which of n samples scatters by 1 / sqrt(2 n) of itself (docs/scaling.md). The mean is as biased
 * as mean and error are correlated: for laws that are skewed, by about half the skewness times the square of the
 * target, over the root of the samples.
 *
 * @param target the relative standard error that is wanted, below 1
 */
public record Precision(double target) {
    /** Times the particles at first, at most. */
    public static final int MOST = 64;

    /** What a sweep is asked for; the first of each group that a cell has. */
    private static final List<List<Quantity>> WANTED = List.of(
            List.of(Quantity.CONVERGENCE_TIME, Quantity.RESTRICTED_CONVERGENCE_TIME),
            List.of(Quantity.MEAN_FLATNESS, Quantity.TEST_LOSS, Quantity.TRAIN_LOSS, Quantity.MEAN_SQUARE_X));

    private static final Set<Witness> SAMPLED = Set.of(Witness.SGD, Witness.SDE);

    /** Refuses what is no share. */
    public Precision {
        if (!(target > 0.0 && target < 1.0)) {
            throw new Refusal("precision " + target + ": give a relative error above 0 and below 1, as in 2% or 0.02");
        }
    }

    /** Reads {@code 2%} or {@code 0.02}. */
    public static Precision parse(String text) {
        boolean percent = text.endsWith("%");
        try {
            double value = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
            return new Precision(percent ? value / 100.0 : value);
        } catch (NumberFormatException e) {
            throw new Refusal("precision '" + text + "' is no number; write 2% or 0.02", e);
        }
    }

    /** How many particles to go on with; empty where the rows are good enough, or there are too many already. */
    Optional<Integer> next(List<Row> rows, int particles, int first) {
        double worst = worst(rows);
        long most = (long) MOST * first;
        if (!(worst > target) || particles >= most) {
            return Optional.empty();
        }
        long wanted = particles;
        // Errors fall with the root of the number.
        do {
            wanted *= 2;
        } while (wanted < most && wanted < particles * (worst / target) * (worst / target));
        return Optional.of((int) Math.min(Math.min(wanted, most), Integer.MAX_VALUE / 2));
    }

    /** What is to be said of a cell that does not meet it. */
    Optional<String> note(List<Row> rows, String where) {
        double worst = worst(rows);
        return !(worst > target) ? Optional.empty() : Optional.of(String.format(Locale.ROOT,
                "precision of %.3g %% is not met at %s: %.3g %% with %d times the particles, the most there may be",
                100.0 * target, where, 100.0 * worst, MOST));
    }

    private static double worst(List<Row> rows) {
        double worst = 0.0;
        for (List<Quantity> group : WANTED) {
            for (Witness witness : SAMPLED) {
                worst = Math.max(worst, group.stream().flatMap(q -> rows.stream()
                        .filter(r -> r.witness() == witness && r.quantity().equals(q)).map(Row::measurement))
                        .filter(Measurement::defined).findFirst()
                        .map(m -> m.standardError() / Math.abs(m.value())).orElse(0.0));
            }
        }
        return worst;
    }
}
