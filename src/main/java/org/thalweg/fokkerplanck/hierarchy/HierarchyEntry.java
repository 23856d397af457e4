package org.thalweg.fokkerplanck.hierarchy;

import java.util.Arrays;

/**
 * How one mode enters the row of another: d_x (inner q) - slope q' + plain q, and - q'' where it is the row's own. At
 * walls, and in the row of mode 0, the row is the current alone, and {@link #inner} is the mode's coefficient in it.
 */
final class HierarchyEntry {
    private final ValleyCoefficients valley;
    private final int points;
    private final double[] inner;
    private final double[] slope;
    private final double[] plain;
    private boolean own;

    HierarchyEntry(ValleyCoefficients valley) {
        this.valley = valley;
        this.points = valley.c().length;
        this.inner = new double[points];
        this.slope = new double[points];
        this.plain = new double[points];
    }

    double[] inner() {
        return inner;
    }

    double[] slope() {
        return slope;
    }

    double[] plain() {
        return plain;
    }

    boolean own() {
        return own;
    }

    /** Sets the entry of {@code column} in the row of {@code row}; false where there is none. */
    boolean set(int[] row, int[] column) {
        int up = -1;
        int down = -1;
        int distance = 0;
        int total = 0;
        for (int i = 0; i < row.length; i++) {
            int step = column[i] - row[i];
            distance += Math.abs(step);
            total += step;
            up = step > 0 ? i : up;
            down = step < 0 ? i : down;
        }
        own = distance == 0;
        if (distance > 2 || distance == 2 && total > 0) {
            return false;
        }
        Arrays.fill(inner, 0.0);
        Arrays.fill(slope, 0.0);
        Arrays.fill(plain, 0.0);
        if (distance == 2) {
            if (total == 0) {
                exchange(row, down, up);
            } else {
                twoBelow(row, column);
            }
            return true;
        }
        for (int k = 0; k < points; k++) {
            double advance = valley.c()[k] + change(row, k);
            if (own) {
                inner[k] = ownCurrent(row, k);
                slope[k] = advance;
                plain[k] = advance * inner[k] + raised(row, k);
            } else if (down >= 0) {
                double r = r(2 * row[down]);
                inner[k] = r * (valley.a()[down][k] - valley.h()[down][k]);
                slope[k] = r * valley.h()[down][k];
                plain[k] = advance * inner[k] + slope[k] * ownCurrent(column, k);
            } else {
                inner[k] = r(2 * column[up]) * valley.a()[up][k];
                plain[k] = advance * inner[k];
            }
        }
        return true;
    }

    private static double r(int n) {
        return Math.sqrt(n * (n - 1.0));
    }

    /** sum n_i h_i. */
    private double change(int[] mode, int k) {
        double sum = 0.0;
        for (int i = 0; i < mode.length; i++) {
            sum += 2 * mode[i] * valley.h()[i][k];
        }
        return sum;
    }

    /** The coefficient of q_n in J_n. */
    private double ownCurrent(int[] mode, int k) {
        double sum = valley.rest()[k];
        for (int i = 0; i < mode.length; i++) {
            sum += 2 * mode[i] * (2.0 * valley.a()[i][k] - valley.h()[i][k]);
        }
        return sum;
    }

    /** What comes back through the modes below, and the decay. */
    private double raised(int[] mode, int k) {
        double sum = 0.0;
        for (int i = 0; i < mode.length; i++) {
            int n = 2 * mode[i];
            sum += n * (n - 1.0) * valley.h()[i][k] * valley.a()[i][k] + n * valley.decay()[i][k];
        }
        return sum;
    }

    /** Through the mode one lower in direction {@code down} to the one higher in {@code up}. */
    private void exchange(int[] row, int down, int up) {
        double r = r(2 * row[down]) * r(2 * row[up] + 2);
        for (int k = 0; k < points; k++) {
            plain[k] = r * valley.h()[down][k] * valley.a()[up][k];
        }
    }

    private void twoBelow(int[] row, int[] column) {
        for (int first = 0; first < row.length; first++) {
            if (column[first] == row[first]) {
                continue;
            }
            int second = first;
            for (int i = 0; i < row.length; i++) {
                second = i != first && column[i] < row[i] ? i : second;
            }
            double r = r(2 * row[first]) * r(2 * row[second] - (second == first ? 2 : 0));
            for (int k = 0; k < points; k++) {
                plain[k] += r * valley.h()[first][k] * (valley.a()[second][k] - valley.h()[second][k]);
            }
        }
    }
}
