package org.thalweg.theory.quadrature;

import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;

/** Points along a valley: uniform in the middle, growing geometrically to 1e8 beyond an end without a wall. */
public final class FloorGrid {
    /** Panels in the middle; even, so that the middle itself is a point. */
    static final int PANELS = 2048;

    /** The middle of a line that the model leaves unbounded, in its own units of x. */
    private static final double OPEN_HALF_LENGTH = 10.0;

    /** Panels from the middle to the far end of an open line. */
    private static final int TAIL_PANELS = 256;

    /** Where an open line is cut, relative to its middle: power laws are told apart long before. */
    private static final double FAR = 1e8;

    private FloorGrid() {}

    /** The uniform middle: the interval itself, or a piece of it where an end is infinite. */
    public static Interval middle(Interval domain) {
        double from = domain.from();
        double to = domain.to();
        double half = OPEN_HALF_LENGTH * domain.frame().unit();
        if (Double.isInfinite(from)) {
            from = Double.isInfinite(to) ? domain.frame().origin() - half : to - 2.0 * half;
        }
        if (Double.isInfinite(to)) {
            to = from + 2.0 * half;
        }
        return new Interval(from, to, domain.boundary(), domain.frame());
    }

    /** Increasing points over a domain; the ends of a bounded domain are among them. */
    public static double[] points(Interval domain) {
        return points(domain, PANELS);
    }

    /** The same with another even number of panels in the middle. */
    public static double[] points(Interval domain, int panels) {
        Interval middle = middle(domain);
        int tail = domain.boundary() == Boundary.OPEN ? TAIL_PANELS : 0;
        double[] points = new double[panels + 1 + 2 * tail];
        for (int i = 0; i <= panels; i++) {
            points[tail + i] = middle.from() + middle.length() * i / panels;
        }
        double ratio = Math.pow(FAR, 1.0 / TAIL_PANELS);
        double offset = 0.5 * middle.length();
        for (int i = 1; i <= tail; i++) {
            offset *= ratio;
            points[tail - i] = 0.5 * (middle.from() + middle.to()) - offset;
            points[tail + panels + i] = 0.5 * (middle.from() + middle.to()) + offset;
        }
        return points;
    }
}
