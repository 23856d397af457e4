package org.thalweg.fokkerplanck;

/**
 * The linear system of the hierarchy at the points of a {@link Collocation}, and its solution by block elimination from
 * the highest mode down. Row n couples the modes n - 4, n - 2, n and n + 2 (docs/theory/hierarchy.md):
 *
 * <pre>
 *   J_n = (n (2 a - h) + z) q_n + r_n (a - h) q_{n-2} + r_{n+2} a q_{n+2} - q_n',
 *   0   = J_n' + (c + n h) J_n + r_n h J_{n-2} + n k q_n,           r_n = sqrt(n (n - 1)),
 * </pre>
 *
 * <p>with c = (ln E)', z the rest, and J_n = 0 at walls for n &gt; 0. Mode 0: J_0 = tau e with tau unknown, and the sum
 * of E q_0 over the points is that of E.
 */
final class HierarchySystem {
    private final Collocation grid;
    private final ValleyCoefficients valley;
    private final int points;
    private final double[] d;
    private final double[] dd;

    HierarchySystem(Collocation grid, ValleyCoefficients valley) {
        this.grid = grid;
        this.valley = valley;
        this.points = grid.size();
        this.d = grid.derivative();
        this.dd = product(d, d, points);
    }

    /** The amplitudes {@code [m][i]} of modes n = 2 m at the points. */
    double[][] solve(int modes) {
        DenseLu[] factors = new DenseLu[modes];
        double[][] next = new double[modes][];
        double[][] afterNext = new double[modes][];
        double[] diagonal = diagonal(modes - 1);
        for (int m = modes - 1; m > 0; m--) {
            factors[m] = DenseLu.factor(points, diagonal);
            if (next[m] == null) {
                next[m] = below(m);
            }
            afterNext[m] = farBelow(m);
            // Row m - 1 loses its upper block U: with X = U S^-1 it becomes [.., B - X A', A - X A''].
            double[] x = above(m - 1);
            factors[m].divide(x);
            diagonal = diagonal(m - 1);
            subtractProduct(diagonal, x, next[m]);
            if (m > 1) {
                next[m - 1] = below(m - 1);
                for (int i = 0; i < points; i++) {
                    for (int j = 0; j < points; j++) {
                        next[m - 1][i * points + j] -= x[i * points + j] * afterNext[m][j];
                    }
                }
            }
        }
        double[][] q = new double[modes][];
        q[0] = lowest(diagonal);
        for (int m = 1; m < modes; m++) {
            q[m] = new double[points];
            for (int i = 0; i < points; i++) {
                double sum = m > 1 ? afterNext[m][i] * q[m - 2][i] : 0.0;
                for (int j = 0; j < points; j++) {
                    sum += next[m][i * points + j] * q[m - 1][j];
                }
                q[m][i] = -sum;
            }
            factors[m].solve(q[m]);
        }
        return q;
    }

    /** Mode 0 with its border: the unknown tau and the normalisation. */
    private double[] lowest(double[] block) {
        int size = points + 1;
        double[] bordered = new double[size * size];
        double[] e = border();
        double total = 0.0;
        for (int i = 0; i < points; i++) {
            System.arraycopy(block, i * points, bordered, i * size, points);
            bordered[i * size + points] = -e[i];
            bordered[points * size + i] = Math.exp(valley.logE()[i]);
            total += bordered[points * size + i];
        }
        double[] right = new double[size];
        right[points] = total;
        DenseLu.factor(size, bordered).solve(right);
        return java.util.Arrays.copyOf(right, points);
    }

    /**
     * On a ring the current is a constant, which may differ from 0: e = 1/E, and tau is that current. Between walls it
     * is 0, and e is the Chebyshev polynomial that the derivative of an interpolant cannot hold (Lanczos' tau method).
     */
    private double[] border() {
        double[] e = new double[points];
        double least = java.util.Arrays.stream(valley.logE()).min().orElseThrow();
        for (int i = 0; i < points; i++) {
            e[i] = grid.ring() ? Math.exp(least - valley.logE()[i]) : i % 2 == 0 ? 1.0 : -1.0;
        }
        return e;
    }

    private boolean wall(int i) {
        return !grid.ring() && (i == 0 || i == points - 1);
    }

    private static double r(int n) {
        return Math.sqrt(n * (n - 1.0));
    }

    /** Coefficient of q_n in J_n, but for the derivative. */
    private double own(int n, int i) {
        return n * (2.0 * valley.a()[i] - valley.h()[i]) + valley.rest()[i];
    }

    private double[] diagonal(int m) {
        int n = 2 * m;
        double[] block = new double[points * points];
        for (int i = 0; i < points; i++) {
            double k = valley.c()[i] + n * valley.h()[i];
            boolean fluxOnly = m == 0 || wall(i);
            for (int j = 0; j < points; j++) {
                double dij = d[i * points + j];
                block[i * points + j] = fluxOnly ? -dij : dij * (own(n, j) - k) - dd[i * points + j];
            }
            double squared = r(n) * r(n);
            block[i * points + i] += fluxOnly ? own(n, i)
                    : k * own(n, i) + squared * valley.h()[i] * valley.a()[i] + n * valley.decay()[i];
        }
        return block;
    }

    /** The block of mode m - 1 in row m. */
    private double[] below(int m) {
        int n = 2 * m;
        double[] block = new double[points * points];
        for (int i = 0; i < points; i++) {
            double k = valley.c()[i] + n * valley.h()[i];
            double difference = r(n) * (valley.a()[i] - valley.h()[i]);
            if (wall(i)) {
                block[i * points + i] = difference;
                continue;
            }
            double lift = r(n) * valley.h()[i];
            for (int j = 0; j < points; j++) {
                block[i * points + j] = d[i * points + j] * (r(n) * (valley.a()[j] - valley.h()[j]) - lift);
            }
            block[i * points + i] += k * difference + lift * own(n - 2, i);
        }
        return block;
    }

    /** The diagonal of the block of mode m - 2 in row m. */
    private double[] farBelow(int m) {
        int n = 2 * m;
        double[] block = new double[points];
        for (int i = 0; m > 1 && i < points; i++) {
            block[i] = wall(i) ? 0.0 : r(n) * r(n - 2) * valley.h()[i] * (valley.a()[i] - valley.h()[i]);
        }
        return block;
    }

    /** The block of mode m + 1 in row m. */
    private double[] above(int m) {
        int n = 2 * m;
        double[] block = new double[points * points];
        for (int i = 0; i < points; i++) {
            boolean fluxOnly = m == 0 || wall(i);
            for (int j = 0; !fluxOnly && j < points; j++) {
                block[i * points + j] = d[i * points + j] * r(n + 2) * valley.a()[j];
            }
            double k = fluxOnly ? 1.0 : valley.c()[i] + n * valley.h()[i];
            block[i * points + i] += k * r(n + 2) * valley.a()[i];
        }
        return block;
    }

    private static double[] product(double[] left, double[] right, int n) {
        double[] minus = new double[n * n];
        subtractProduct(minus, left, right, n);
        for (int i = 0; i < minus.length; i++) {
            minus[i] = -minus[i];
        }
        return minus;
    }

    private void subtractProduct(double[] from, double[] left, double[] right) {
        subtractProduct(from, left, right, points);
    }

    private static void subtractProduct(double[] from, double[] left, double[] right, int n) {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double factor = left[i * n + k];
                int row = i * n;
                int other = k * n;
                for (int j = 0; j < n; j++) {
                    from[row + j] -= factor * right[other + j];
                }
            }
        }
    }
}
