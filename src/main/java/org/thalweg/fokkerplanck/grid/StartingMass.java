package org.thalweg.fokkerplanck.grid;

import java.util.Arrays;
import org.hipparchus.special.Erf;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.model.start.StartLaw;

/**
 * A point spread over a grid: a Gaussian one cell wide, whose variance vanishes like 1/n^2 on nested grids and so is
 * extrapolated away with the other errors of second order. Narrower ones would depend on where in its cell the point
 * lies.
 */
public final class StartingMass {
    private static final int IMAGES = 3;

    private StartingMass() {}

    /** Masses along one axis, summing to 1: mirrored at walls, wrapped on rings. */
    public static double[] along(AxisDesign design, Axis axis, double start) {
        double deviation = design.spacing(start, axis.size());
        double[] mass = new double[axis.size()];
        spread(axis, start, deviation, mass);
        if (axis.periodic()) {
            spread(axis, start - axis.length(), deviation, mass);
            spread(axis, start + axis.length(), deviation, mass);
        }
        if (axis.lower() == Boundary.REFLECTING) {
            spread(axis, 2.0 * design.from() - start, deviation, mass);
        }
        if (axis.upper() == Boundary.REFLECTING) {
            spread(axis, 2.0 * design.to() - start, deviation, mass);
        }
        double total = Arrays.stream(mass).sum();
        for (int i = 0; i < mass.length; i++) {
            mass[i] /= total;
        }
        return mass;
    }

    /** Masses of a law, which is folded as a start beyond an end is; a point is spread. */
    public static double[] along(AxisDesign design, Axis axis, Interval interval, StartLaw law) {
        if (law instanceof StartLaw.Point point) {
            return along(design, axis, interval.fold(point.value()));
        }
        double[] mass = new double[axis.size()];
        double length = axis.length();
        // Images of the cells: of a law that reaches less than 3 lengths beyond, all that counts.
        for (int turn = -IMAGES; turn <= IMAGES; turn++) {
            for (int i = 0; i < mass.length; i++) {
                double a = axis.edges()[i];
                double b = axis.edges()[i + 1];
                if (axis.periodic()) {
                    mass[i] += law.probability(a + turn * length, b + turn * length);
                } else if (interval.boundary() == Boundary.REFLECTING) {
                    double shift = 2.0 * turn * length;
                    mass[i] += law.probability(a + shift, b + shift);
                    mass[i] += law.probability(2.0 * design.from() - b + shift, 2.0 * design.from() - a + shift);
                } else if (turn == 0) {
                    mass[i] += law.probability(a, b);
                }
            }
        }
        return mass;
    }

    private static void spread(Axis axis, double mean, double deviation, double[] mass) {
        double scale = 1.0 / (Math.sqrt(2.0) * deviation);
        for (int i = 0; i < mass.length; i++) {
            mass[i] += 0.5 * Erf.erf((axis.edges()[i] - mean) * scale, (axis.edges()[i + 1] - mean) * scale);
        }
    }
}
