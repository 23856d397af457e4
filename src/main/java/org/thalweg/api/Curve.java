package org.thalweg.api;

import org.thalweg.measure.Marginal;

/**
 * The density along the valley, all directions across integrated out. Arrays are of one length.
 *
 * @param x middles of equal cells, ascending, in units of the model's x
 * @param density means over the cells, in units of 1/x; they integrate to 1 but for what lies outside of the cells
 * @param error of each, as in {@link Estimate}
 */
public record Curve(double[] x, double[] density, double[] error) {
    /** Copies its arrays. */
    public Curve {
        x = x.clone();
        density = density.clone();
        error = error.clone();
    }

    static Curve of(Marginal marginal) {
        return new Curve(marginal.x(), marginal.density(), marginal.standardError());
    }

    /** A copy. */
    @Override
    public double[] x() {
        return x.clone();
    }

    /** A copy. */
    @Override
    public double[] density() {
        return density.clone();
    }

    /** A copy. */
    @Override
    public double[] error() {
        return error.clone();
    }
}
