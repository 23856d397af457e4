package org.thalweg.model.file;

import java.util.function.DoubleUnaryOperator;
import org.thalweg.model.space.Interval;

/**
 * The least value of a function on an interval, found on a grid that is refined around its lowest point.
 *
 * @param x where it is
 * @param value how low it is there; NaN if the function is NaN at a grid point, which is then {@code x}
 * @param neighbour the lower of the values at the two grid points around it, before refinement
 */
record GridMinimum(double x, double value, double neighbour) {
    /** Even, so that the middle of the interval is a grid point. */
    private static final int CELLS = 2048;

    /**
     * Each refinement is sixteen times finer; after ten the cells of any interval are as small as its rounding errors.
     */
    private static final int REFINEMENTS = 10;

    static GridMinimum of(DoubleUnaryOperator f, Interval window) {
        double low = window.from();
        double cell = window.length() / CELLS;
        double best = Double.NaN;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= CELLS; i++) {
            double x = i == CELLS ? window.to() : low + i * cell;
            double value = f.applyAsDouble(x);
            if (Double.isNaN(value)) {
                return new GridMinimum(x, value, value);
            }
            if (Double.isNaN(best) || value < least) {
                best = x;
                least = value;
            }
        }
        double neighbour = Math.min(f.applyAsDouble(clamp(best - cell, window, best + cell)),
                f.applyAsDouble(clamp(best + cell, window, best - cell)));
        double width = cell;
        double centre = best;
        for (int r = 0; r < REFINEMENTS; r++) {
            double middle = centre;
            for (int i = -16; i <= 16; i++) {
                double x = Math.max(window.from(), Math.min(window.to(), middle + i * width / 16.0));
                double value = f.applyAsDouble(x);
                if (value < least) {
                    least = value;
                    centre = x;
                }
            }
            width /= 16.0;
        }
        return new GridMinimum(centre, least, neighbour);
    }

    private static double clamp(double x, Interval window, double otherwise) {
        return x < window.from() || x > window.to() ? otherwise : x;
    }

    /**
     * True where the function is not positive: zero or below, or a millionth of what it is one cell (a two-thousandth
     * of the interval) away, which is a zero met up to rounding.
     */
    boolean touchesZero() {
        return value <= 0.0 || value < 1e-6 * neighbour;
    }
}
