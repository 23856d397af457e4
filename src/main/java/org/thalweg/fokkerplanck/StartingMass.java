package org.thalweg.fokkerplanck;

import java.util.Arrays;
import org.hipparchus.special.Erf;
import org.thalweg.model.Boundary;

/**
 * A point spread over a grid: a Gaussian one cell wide, whose variance vanishes like 1/n^2 on nested grids and so is
 * extrapolated away with the other errors of second order. Narrower ones would depend on where in its cell the point
 * lies.
 */
final class StartingMass {
    private StartingMass() {}

    /** Masses along one axis, summing to 1: mirrored at walls, wrapped on rings. */
    static double[] along(AxisDesign design, Axis axis, double start) {
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

    private static void spread(Axis axis, double mean, double deviation, double[] mass) {
        double scale = 1.0 / (Math.sqrt(2.0) * deviation);
        for (int i = 0; i < mass.length; i++) {
            mass[i] += 0.5 * Erf.erf((axis.edges()[i] - mean) * scale, (axis.edges()[i + 1] - mean) * scale);
        }
    }
}
