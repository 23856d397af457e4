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
     */
    public record Part(String source, double size, boolean statistical) {}

    /** An immutable copy. */
    public ErrorBudget {
        parts = List.copyOf(parts);
    }

    /** This budget and one standard error. */
    public ErrorBudget withStatistical(String source, double standardError) {
        return with(new Part(source, Math.abs(standardError), true));
    }

    /** This budget and one bound. */
    public ErrorBudget withSystematic(String source, double bound) {
        return with(new Part(source, Math.abs(bound), false));
    }

    private ErrorBudget with(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new ErrorBudget(more);
    }

    /** This budget in another unit. */
    ErrorBudget times(double factor) {
        return new ErrorBudget(
                parts.stream().map(p -> new Part(p.source(), factor * p.size(), p.statistical())).toList());
    }

    /** The root of the sum of squares of the statistical parts. */
    public double statistical() {
        return Math.sqrt(parts.stream().filter(Part::statistical).mapToDouble(p -> p.size() * p.size()).sum());
    }

    /** The sum of the systematic parts. */
    public double systematic() {
        return parts.stream().filter(p -> !p.statistical()).mapToDouble(Part::size).sum();
    }

    /** The largest difference that is not a disagreement: {@code sigmas} standard errors and all bounds. */
    public double margin(double sigmas) {
        return sigmas * statistical() + systematic();
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
