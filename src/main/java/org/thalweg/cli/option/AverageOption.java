package org.thalweg.cli.option;

import java.util.Locale;
import org.thalweg.measure.IterateAverage;
import org.thalweg.refusal.Refusal;
import picocli.CommandLine.TypeConversionException;

/**
 * The value of {@code --average}: which iterates of a path are averaged.
 *
 * @param text as it was given
 * @param number of steps of a cycle, the decay, or the share left out
 */
public record AverageOption(String text, Kind kind, double number) {
    /** The ways of averaging. */
    enum Kind {
        /** All iterates after a share of the run. */
        TAIL(0.5),
        /** The exponential moving average. */
        EXPONENTIAL(0.99),
        /** The last iterate of each cycle. */
        CYCLE(100.0);

        private final double usual;

        Kind(double usual) {
            this.usual = usual;
        }
    }

    /** Reads {@code tail}, {@code tail:SHARE}, {@code exponential:DECAY}, {@code cycle:STEPS}. */
    public static AverageOption parse(String text) {
        String[] parts = text.split(":", 2);
        for (Kind kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(parts[0])) {
                try {
                    double number = parts.length == 1 ? kind.usual : Double.parseDouble(parts[1]);
                    return new AverageOption(text, kind, number);
                } catch (NumberFormatException e) {
                    throw new TypeConversionException("'" + parts[1] + "' is not a number; write "
                            + parts[0] + ":" + kind.usual);
                }
            }
        }
        throw new TypeConversionException("'" + text + "' is none of tail[:SHARE], exponential[:DECAY], cycle[:STEPS]");
    }

    /**
     * The average over a run.
     *
     * @throws Refusal where nothing of the run counts
     */
    public IterateAverage of(long steps) {
        if (kind == Kind.TAIL && !(number >= 0.0 && number < 1.0)) {
            throw new Refusal("option --average: a share " + number + " of the run is left out; give one from 0 to less"
                    + " than 1");
        }
        if (kind == Kind.CYCLE && !(number >= 1.0 && number <= steps && number == Math.rint(number))) {
            throw new Refusal("option --average: a cycle of " + number + " steps in a run of " + steps
                    + "; give a whole number from 1 to that");
        }
        return switch (kind) {
            case TAIL -> new IterateAverage.Tail((long) Math.floor(number * steps));
            case EXPONENTIAL -> new IterateAverage.Exponential(number);
            case CYCLE -> new IterateAverage.CycleEnds((long) number, (long) number);
        };
    }
}
