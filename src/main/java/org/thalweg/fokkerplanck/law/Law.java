package org.thalweg.fokkerplanck.law;

import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.measure.Diagnostic;
import org.thalweg.model.space.Interval;

/** A probability law at one refinement. */
public interface Law {
    /** The mean of a diagnostic; NaN where it does not exist. */
    double mean(Diagnostic diagnostic);

    /** The probability density of x, all other coordinates integrated out; 0 outside. */
    double marginal(double x);

    /** ln of the same, also where a double would underflow; NaN where it is not known to be positive. */
    default double logMarginal(double x) {
        return Math.log(marginal(x));
    }

    /** {@link #logMarginal} in the middles of equal cells. Not to be modified. */
    default double[] logMarginals(Interval along, int cells) {
        return IntStream.range(0, cells)
                .mapToDouble(i -> logMarginal(along.middle(i, cells))).toArray();
    }

    /** Points between which {@link #marginal} is smooth and resolved, increasing. */
    double[] breakpoints();

    /** What keeps flowing; empty where the law is not known to be stationary, or its currents are not known. */
    default Optional<Circulation> circulation() {
        return Optional.empty();
    }

    /** The density over the plane, where there is one. */
    default Optional<Density> density() {
        return Optional.empty();
    }
}
