package org.thalweg.report.drawing;

import java.util.Arrays;
import java.util.Optional;

/**
 * One axis of a figure, or its colour scale.
 *
 * @param label what is shown and its unit: "convergence time T (learning time)"
 * @param scale linear or logarithmic; values that are not positive are left out of a logarithmic axis
 * @param limits the part shown; empty: what the data need
 * @param whole whether there is nothing between whole numbers, such as ranks, counts and seeds: nor are there ticks
 */
public record Axis(String label, Scale scale, Optional<Limits> limits, boolean whole) {
    /** How values map to distances. */
    public enum Scale {
        /** Equal differences are equal distances. */
        LINEAR,
        /** Equal ratios are equal distances. */
        LOGARITHMIC
    }

    /** The ends of an axis, {@code from < to}, both finite. */
    public record Limits(double from, double to) {
        /** Refuses empty, reversed and infinite limits. */
        public Limits {
            if (!(from < to) || Double.isInfinite(from) || Double.isInfinite(to)) {
                throw new IllegalArgumentException("axis limits " + from + " to " + to
                        + ": must be finite with from < to");
            }
        }
    }

    /** Refuses logarithmic axes that reach zero. */
    public Axis {
        if (scale == Scale.LOGARITHMIC && limits.isPresent() && !(limits.get().from() > 0.0)) {
            throw new IllegalArgumentException("logarithmic axis '" + label + "' begins at " + limits.get().from()
                    + "; let it begin above zero");
        }
    }

    /** A linear axis that fits its data. */
    public static Axis linear(String label) {
        return new Axis(label, Scale.LINEAR, Optional.empty(), false);
    }

    /** A logarithmic axis that fits its data. */
    public static Axis logarithmic(String label) {
        return new Axis(label, Scale.LOGARITHMIC, Optional.empty(), false);
    }

    /** The same axis, showing {@code from} to {@code to}. */
    public Axis between(double from, double to) {
        return new Axis(label, scale, Optional.of(new Limits(from, to)), whole);
    }

    /** The same axis, of whole numbers. */
    public Axis ofWholeNumbers() {
        return new Axis(label, scale, limits, true);
    }

    /** The same axis, of whole numbers where all of these are; not modified. */
    public Axis of(double... values) {
        return Arrays.stream(values).allMatch(v -> v == Math.rint(v)) ? ofWholeNumbers() : this;
    }

    /** True for a logarithmic axis. */
    public boolean isLogarithmic() {
        return scale == Scale.LOGARITHMIC;
    }

    /** True for values that have a place on this axis. */
    public boolean shows(double value) {
        return Double.isFinite(value) && (scale == Scale.LINEAR || value > 0.0);
    }

    /**
     * The edges of cells around given centres: half way between neighbours on this axis. A single cell reaches 20 % (of
     * its value, or of 1 at zero) to either side.
     *
     * @param centres increasing, at least one; not modified
     * @return one more than centres
     */
    public double[] edgesAround(double... centres) {
        int n = centres.length;
        double[] place = new double[n];
        for (int i = 0; i < n; i++) {
            place[i] = isLogarithmic() ? Math.log(centres[i]) : centres[i];
        }
        double[] edges = new double[n + 1];
        for (int i = 1; i < n; i++) {
            edges[i] = (place[i - 1] + place[i]) / 2.0;
        }
        double half = isLogarithmic() || place[0] == 0.0 ? 0.2 : 0.2 * Math.abs(place[0]);
        edges[0] = place[0] - (n > 1 ? edges[1] - place[0] : half);
        edges[n] = place[n - 1] + (n > 1 ? place[n - 1] - edges[n - 1] : half);
        for (int i = 0; i <= n; i++) {
            edges[i] = isLogarithmic() ? Math.exp(edges[i]) : edges[i];
        }
        return edges;
    }
}
