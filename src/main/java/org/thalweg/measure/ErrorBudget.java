package org.thalweg.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every reason why a measurement may differ from a prediction without contradicting it.
 *
 * <p>Statistical parts are standard errors and add in squares; systematic parts are bounds and add up.
 *
 * @param parts in the order in which they were named
 */
public record ErrorBudget(List<Part> parts) {
    /** A budget without parts. */
    public static final ErrorBudget EMPTY = new ErrorBudget(List.of());

    /**
     * One source of difference.
     *
     * @param source sampling, time step, learning rate, grid, asymptotic order, ...
     * @param size a standard error, or a bound; not negative
     * @param statistical whether {@code size} is a standard error
     * @param degreesOfFreedom of a standard error; infinite where it is known, and for bounds
     */
    public record Part(String source, double size, boolean statistical, double degreesOfFreedom) {
        /** What makes this part {@code factor} times as small; empty for sources that are not in {@link Remedy}. */
        public Optional<String> remedy(double factor) {
            return Remedy.of(source).map(r -> r.advice(factor));
        }
    }

    /** An immutable copy. */
    public ErrorBudget {
        parts = List.copyOf(parts);
    }

    /** The budget and one standard error that is known, not estimated from a few samples. */
    public ErrorBudget withStatistical(String source, double standardError) {
        return with(new Part(source, Math.abs(standardError), true, Double.POSITIVE_INFINITY));
    }

    /** The budget and the standard error of a measurement, with the degrees of freedom behind it. */
    public ErrorBudget withSampling(Measurement measured) {
        return with(new Part(
                "sampling", Math.abs(measured.standardError()), true, measured.degreesOfFreedom()));
    }

    /**
     * This budget and the standard error that a fraction of {@code trials} would have if it were {@code claimed}: the
     * score test, whose inversion is Wilson's interval. The error of the counted fraction itself is useless near 0 and
     * 1.
     */
    public ErrorBudget withCounting(double claimed, long trials) {
        return withStatistical("sampling", Math.sqrt(claimed * (1.0 - claimed) / trials));
    }

    /** The budget and one bound. */
    public ErrorBudget withSystematic(String source, double bound) {
        return with(new Part(source, Math.abs(bound), false, Double.POSITIVE_INFINITY));
    }

    private ErrorBudget with(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new ErrorBudget(more);
    }

    /** The budget in another unit. */
    ErrorBudget times(double factor) {
        return new ErrorBudget(parts.stream()
                .map(p -> new Part(p.source(), factor * p.size(), p.statistical(), p.degreesOfFreedom())).toList());
    }

    /** The root of the sum of squares of the statistical parts. */
    public double statistical() {
        double plain = Math.sqrt(squares(1.0));
        double largest = parts.stream().filter(Part::statistical).mapToDouble(Part::size).max().orElse(0.0);
        // Errors whose squares are no doubles are errors nevertheless.
        boolean beyond = largest > 0.0 && largest < Double.POSITIVE_INFINITY && !(plain > 1e-150 && plain < 1e150);
        return beyond ? largest * Math.sqrt(squares(largest)) : plain;
    }

    private double squares(double unit) {
        return parts.stream().filter(Part::statistical).mapToDouble(p -> p.size() / unit)
                .map(size -> size * size).sum();
    }

    /** The sum of the systematic parts. */
    public double systematic() {
        return parts.stream().filter(p -> !p.statistical()).mapToDouble(Part::size).sum();
    }

    /** Degrees of freedom of {@link #statistical()} (Satterthwaite); infinite where nothing is estimated. */
    public double degreesOfFreedom() {
        double inverse = 0.0;
        double total = statistical();
        for (Part part : parts) {
            if (part.statistical() && part.size() > 0.0) {
                double share = part.size() / total;
                inverse += share * share * share * share / part.degreesOfFreedom();
            }
        }
        return 1.0 / inverse;
    }

    /** The largest difference that is not a disagreement: {@code sigmas} standard errors and all bounds. */
    public double margin(double sigmas) {
        return sigmas * statistical() + systematic();
    }

    /**
     * The margin that sampling exceeds with probability {@code falseAlarm} at most, in either direction: Student's
     * quantile for the degrees of freedom of this budget, and all bounds.
     */
    public double marginAt(double falseAlarm) {
        return margin(sigmasAt(falseAlarm));
    }

    /**
     * The probability with which sampling alone makes a difference as large, all bounds used to the full; 1 where it
     * lies within the bounds.
     */
    public double chanceOf(double difference) {
        double beyond = (difference - systematic()) / statistical();
        return beyond > 0.0 ? StudentLaw.beyond(beyond, degreesOfFreedom()) : 1.0;
    }

    /** The part that weighs most in {@link #marginAt}. */
    public Optional<Part> largestAt(double falseAlarm) {
        return largest(sigmasAt(falseAlarm));
    }

    private double sigmasAt(double falseAlarm) {
        return StudentLaw.twoSided(falseAlarm, degreesOfFreedom());
    }

    /** True where chance plays no part. */
    public boolean certain() {
        return statistical() == 0.0;
    }

    /** The part that weighs most in a margin of {@code sigmas} standard errors. */
    public Optional<Part> largest(double sigmas) {
        return parts.stream().max(Comparator.comparingDouble(p -> p.statistical() ? sigmas * p.size() : p.size()));
    }

    /** For example "sampling 0.012, learning rate 0.03". */
    @Override
    public String toString() {
        return parts.stream().map(p -> String.format(Locale.ROOT, "%s %.2g", p.source(), p.size()))
                .collect(Collectors.joining(", "));
    }
}
