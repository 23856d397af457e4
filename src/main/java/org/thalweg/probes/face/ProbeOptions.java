package org.thalweg.probes.face;

import java.util.OptionalInt;
import org.thalweg.refusal.Refusal;

/**
 * Numbers that some probes ask for.
 *
 * @param top how many of the largest eigenvalues; empty for 10, or all if there are fewer
 * @param window epochs that SGD goes on for where its path about a solution is measured
 * @param scan the lines on which the loss is looked at
 */
public record ProbeOptions(OptionalInt top, double window, Scan scan) {
    /** What goes without saying. */
    public static final ProbeOptions DEFAULT = new ProbeOptions(OptionalInt.empty(), 10.0, Scan.DEFAULT);

    private static final int TOP = 10;

    /** Refuses windows that are none. */
    public ProbeOptions {
        if (!(window > 0.0)) {
            throw new Refusal("a window of " + window + " epochs; give a number above 0");
        }
    }

    /** With a number of eigenvalues that this many parameters have. */
    ProbeOptions within(int dimension) {
        int wanted = top.orElse(Math.min(TOP, dimension));
        if (wanted < 1 || wanted > dimension) {
            throw new Refusal("the " + wanted + " largest eigenvalues of " + dimension + " parameters; give --top"
                    + " from 1 to " + dimension);
        }
        return new ProbeOptions(OptionalInt.of(wanted), window, scan);
    }
}
