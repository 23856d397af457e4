package org.thalweg.model.space;

import java.util.function.DoubleUnaryOperator;

/**
 * The units of an infinite line as a stationary law along it sees them: its most probable place, and the distance over
 * which ln P changes by 1 from there. They count where the units that the model is written in say nothing of it: more
 * than three decades larger or smaller, or as many of them away. A floor 1e18 x^2 is written in plain units, and its
 * law may be a billionth wide.
 */
final class LawFrame {
    /** As far as searches on a line, which span six decades or more, go beyond the units they begin with. */
    static final double FAR = 1e3;
    /** Halvings and doublings of a unit that are looked at: sixty decades. */
    private static final int OCTAVES = 100;
    /** Of an interval in which the force is zero somewhere, to the last bit. */
    private static final int BISECTIONS = 60;
    /** Places in an octave of distance. */
    private static final int PLACES = 4;

    private final DoubleUnaryOperator force;
    private final Interval domain;

    private LawFrame(DoubleUnaryOperator force, Interval domain) {
        this.force = force;
        this.domain = domain;
    }

    /**
     * The units of a domain, those of the law where the written ones say nothing of it.
     *
     * @param force drift / D_xx, about d ln P / dx
     * @param start where the search for the law begins
     */
    static Frame of(DoubleUnaryOperator force, Interval domain, double start) {
        Frame written = domain.frame();
        if (domain.bounded()) {
            return written;
        }
        LawFrame law = new LawFrame(force, domain);
        double mode = law.mode(start);
        double width = Math.min(law.width(mode, 1), law.width(mode, -1));
        boolean said = width <= FAR * written.unit() && written.unit() <= FAR * width
                && Math.abs(mode - written.origin()) <= FAR * Math.max(width, written.unit());
        return said || !Double.isFinite(width) ? written : new Frame(mode, width);
    }

    /** Where the force first vanishes on the way that it shows from the start; the start where it never does. */
    private double mode(double start) {
        double side = Math.signum(force.applyAsDouble(start));
        double inside = start;
        for (double distance = nearest(start); side != 0.0 && distance < farthest(); distance *= 2.0) {
            double next = Math.max(domain.from(), Math.min(domain.to(), start + side * distance));
            double there = side * force.applyAsDouble(next);
            if (Double.isNaN(there)) {
                return start;
            }
            if (there <= 0.0) {
                return zero(side, inside, next);
            }
            if (next == inside && inside != start) {
                return next;
            }
            inside = next;
        }
        return start;
    }

    private double zero(double side, double before, double behind) {
        double low = before;
        double high = behind;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = 0.5 * (low + high);
            if (side * force.applyAsDouble(middle) > 0.0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /** The distance on one side at which ln P has changed by 1; infinite where it does not. */
    private double width(double mode, int side) {
        double change = 0.0;
        for (double distance = nearest(mode); distance < farthest(); distance *= 2.0) {
            for (int k = 0; k < PLACES; k++) {
                double x = mode + side * distance * (1.0 + (k + 0.5) / PLACES);
                if (!domain.contains(x)) {
                    return Double.POSITIVE_INFINITY;
                }
                change += force.applyAsDouble(x) * distance / PLACES;
            }
            if (Math.abs(change) >= 1.0) {
                return 2.0 * distance;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private double nearest(double x) {
        return Math.max(4.0 * Math.ulp(x), Math.scalb(domain.frame().unit(), -OCTAVES));
    }

    private double farthest() {
        return Math.scalb(domain.frame().unit(), OCTAVES);
    }
}
