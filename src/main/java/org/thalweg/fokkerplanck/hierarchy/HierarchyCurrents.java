package org.thalweg.fokkerplanck.hierarchy;

import java.util.Arrays;

/** The modes j_n of the current along a valley, by those of the density (docs/theory/hierarchy.md). */
final class HierarchyCurrents {
    private final Collocation grid;
    private final ValleyCoefficients valley;
    private final HierarchyModes modes;
    /** {@code [degree][mode * points + i]}. */
    private final double[][] q;

    HierarchyCurrents(Collocation grid, ValleyCoefficients valley, HierarchyModes modes, double[][] q) {
        this.grid = grid;
        this.valley = valley;
        this.modes = modes;
        this.q = q;
    }

    /** j_n of all modes of a degree at the points, one after the other. */
    double[] of(int degree) {
        int points = grid.size();
        double[] j = new double[points * modes.count(degree)];
        HierarchyEntry entry = new HierarchyEntry(valley);
        for (int r = 0; r < modes.count(degree); r++) {
            double[] slope = grid.derivative(Arrays.copyOfRange(q[degree], r * points, (r + 1) * points));
            for (int k = 0; k < points; k++) {
                j[r * points + k] = -slope[k];
            }
            for (int of = Math.max(0, degree - 1); of <= Math.min(degree + 1, q.length - 1); of++) {
                for (int c = 0; c < modes.count(of); c++) {
                    if (entry.set(modes.of(degree).get(r), modes.of(of).get(c))) {
                        for (int k = 0; k < points; k++) {
                            j[r * points + k] += entry.inner()[k] * q[of][c * points + k];
                        }
                    }
                }
            }
        }
        return j;
    }
}
