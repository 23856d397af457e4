package org.thalweg.fokkerplanck.hierarchy;

import java.util.Arrays;
import java.util.List;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.linear.DenseLu;
import org.thalweg.fokkerplanck.linear.DenseProduct;
import org.thalweg.fokkerplanck.linear.Elimination;

/**
 * The linear system of the hierarchy at the points of a {@link Collocation}, and its solution by block elimination from
 * the highest degree down (docs/theory/hierarchy.md). With n = (n_1, n_2, ...) even and sums over the directions i,
 *
 * <pre>
 *   J_n = (sum n_i (2 a_i - h_i) + z) q_n + sum r_{n_i} (a_i - h_i) q_{n-2e_i} + sum r_{n_i+2} a_i q_{n+2e_i} - q_n',
 *   0   = J_n' + (c + sum n_i h_i) J_n + sum r_{n_i} h_i J_{n-2e_i} + sum n_i k_i q_n,     r_n = sqrt(n (n - 1)),
 * </pre>
 *
 * <p>with c = (ln E)', z the rest, and J_n = 0 at walls for n &gt; 0. Mode 0: J_0 = tau e with tau unknown, and the sum
 * of E q_0 over the points is that of E. Rows of degree k have columns of the degrees k - 2 to k + 1. Currents and
 * their divergences differ by a length, and rows are pivoted for each other: those of currents are divided by half the
 * length of the axis, so that the rounding of a solve does not depend on the unit of x.
 */
public final class HierarchySystem {
    private static final double[] NONE = new double[0];

    private final Collocation grid;
    private final ValleyCoefficients valley;
    private final int points;
    /** Half the length of the axis. */
    private final double length;
    private final double[] minusSecond;

    public HierarchySystem(Collocation grid, ValleyCoefficients valley) {
        this.grid = grid;
        this.valley = valley;
        this.points = grid.size();
        this.length = grid.halfLength();
        this.minusSecond = new double[points * points];
        DenseProduct.subtract(grid.derivativeOfSlope(), 0, points, grid.derivative(), 0, points, minusSecond, 0, points,
                points, points, points);
    }

    /**
     * The amplitudes {@code [k][i]} of the modes of degree k, one after the other, at the points.
     *
     * @throws NumericsException where the system is singular or overflows
     */
    public double[][] solve(HierarchyModes modes) {
        Elimination elimination = new Elimination(modes, false);
        return elimination.above(lowest(elimination.lowestBlock()));
    }

    /**
     * The amplitudes of the higher modes where that of mode 0 is 1 everywhere, which E = D_xx P makes it: the row of
     * mode 0 is left out, and asks something of E instead.
     *
     * @throws NumericsException where the system is singular or overflows
     */
    Ratios ratios(HierarchyModes modes) {
        Elimination elimination = new Elimination(modes, true);
        double[] ones = new double[points];
        Arrays.fill(ones, 1.0);
        return new Ratios(elimination, elimination.above(ones));
    }

    /** The amplitudes beside mode 0, and how they answer to another slope of the weight. */
    final class Ratios {
        private final Elimination elimination;
        private final double[][] q;

        private Ratios(Elimination elimination, double[][] q) {
            this.elimination = elimination;
            this.q = q;
        }

        /** As {@link #solve} gives them. */
        double[][] amplitudes() {
            return q;
        }

        /**
         * The change of the amplitudes of degree 1 with the slope c of ln E at each point, {@code [point][of q[1]]}: c
         * enters j_n through z = .. - c, and the divergence of j_n.
         */
        double[][] responses() {
            HierarchyCurrents flows = new HierarchyCurrents(grid, valley, elimination.modes, q);
            double[][] currents = new double[q.length][];
            for (int k = 1; k < q.length; k++) {
                currents[k] = flows.of(k);
            }
            double[][] responses = new double[points][];
            for (int point = 0; point < points; point++) {
                double[][] right = new double[q.length][];
                for (int k = 1; k < q.length; k++) {
                    right[k] = right(k, point, currents[k]);
                }
                responses[point] = elimination.solve(right)[1];
            }
            return responses;
        }

        /** Minus what a unit of slope at one point adds to the rows of a degree. */
        private double[] right(int degree, int point, double[] current) {
            List<int[]> rows = elimination.modes.of(degree);
            double[] right = new double[points * rows.size()];
            for (int r = 0; r < rows.size(); r++) {
                double own = q[degree][r * points + point];
                for (int i = 0; i < points; i++) {
                    right[r * points + i] = wall(i) ? 0.0 : own * grid.derivativeOfSlope()[i * points + point];
                }
                double below = 0.0;
                double change = valley.c()[point];
                for (int d = 0; d < valley.h().length; d++) {
                    int n = 2 * rows.get(r)[d];
                    change += n * valley.h()[d][point];
                    below += n == 0 ? 0.0 : Math.sqrt(n * (n - 1.0)) * valley.h()[d][point]
                            * amplitude(degree - 1, rows.get(r), d, point);
                }
                right[r * points + point] += wall(point) ? own / length
                        : change * own + below - current[r * points + point];
            }
            return right;
        }

        /** The amplitude of the mode one lower in a direction. */
        private double amplitude(int degree, int[] above, int direction, int point) {
            List<int[]> modes = elimination.modes.of(degree);
            int[] wanted = above.clone();
            wanted[direction]--;
            for (int m = 0; m < modes.size(); m++) {
                if (Arrays.equals(modes.get(m), wanted)) {
                    return q[degree][m * points + point];
                }
            }
            throw new IllegalStateException("no mode " + Arrays.toString(wanted));
        }
    }

    /** Degrees eliminated from the highest down to 1. */
    private final class Elimination {
        private final HierarchyModes modes;
        private final DenseLu[] factors;
        private final double[][] next;
        /** {@code [k][mode of k][mode of k - 2]}: diagonals in the points; null where there is no entry. */
        private final double[][][][] afterNext;
        /** By which a row of one degree is taken off that below; null where no right-hand sides follow. */
        private final double[][] across;
        private double[] diagonal;

        Elimination(HierarchyModes modes, boolean manyRightHandSides) {
            int degrees = modes.degrees();
            this.modes = modes;
            this.factors = new DenseLu[degrees];
            this.next = new double[degrees][];
            this.afterNext = new double[degrees][][][];
            this.across = manyRightHandSides ? new double[degrees][] : null;
            this.diagonal = block(modes, degrees - 1, degrees - 1, NONE);
            double[] x = NONE;
            for (int k = degrees - 1; k > 0; k--) {
                int size = points * modes.count(k);
                int rows = points * modes.count(k - 1);
                factors[k] = DenseLu.factor(size, diagonal);
                next[k] = next[k] == null ? block(modes, k, k - 1, NONE) : next[k];
                // Row k - 1 loses its upper block U: with X = U S^-1 it becomes [.., B - X A', A - X A''].
                x = block(modes, k - 1, k, across == null ? x : NONE);
                factors[k].divide(x);
                if (across != null) {
                    across[k] = x;
                }
                diagonal = block(modes, k - 1, k - 1, NONE);
                DenseProduct.subtract(x, 0, size, next[k], 0, rows, diagonal, 0, rows, rows, size, rows);
                if (k > 1) {
                    next[k - 1] = block(modes, k - 1, k - 2, NONE);
                    afterNext[k] = farBelow(modes, k, x, next[k - 1]);
                }
            }
        }

        double[] lowestBlock() {
            return diagonal;
        }

        /** The amplitudes that answer to right-hand sides of the degrees from 1 on, with mode 0 as it is; modified. */
        double[][] solve(double[][] right) {
            for (int k = right.length - 1; k > 1; k--) {
                subtract(right[k - 1], across[k], right[k]);
            }
            for (int k = 1; k < right.length; k++) {
                if (k > 1) {
                    subtract(right[k], next[k], right[k - 1]);
                }
                if (k > 2) {
                    subtractDiagonals(right[k], afterNext[k], right[k - 2]);
                }
                factors[k].solve(right[k]);
            }
            return right;
        }

        /** All amplitudes from those of mode 0. */
        double[][] above(double[] lowest) {
            double[][] q = new double[factors.length][];
            q[0] = lowest;
            for (int k = 1; k < q.length; k++) {
                q[k] = new double[points * modes.count(k)];
                subtract(q[k], next[k], q[k - 1]);
                if (k > 1) {
                    subtractDiagonals(q[k], afterNext[k], q[k - 2]);
                }
                factors[k].solve(q[k]);
            }
            return q;
        }
    }

    /** to -= matrix from. */
    private static void subtract(double[] to, double[] matrix, double[] from) {
        for (int i = 0; i < to.length; i++) {
            double sum = 0.0;
            for (int j = 0; j < from.length; j++) {
                sum += matrix[i * from.length + j] * from[j];
            }
            to[i] -= sum;
        }
    }

    /** Mode 0 with its border: the unknown tau and the normalisation. */
    private double[] lowest(double[] block) {
        double[] weight = Arrays.stream(valley.logE()).map(log -> Math.exp(log) / length).toArray();
        double total = Arrays.stream(weight).sum();
        if (grid.mirrored()) {
            // J_0 is odd: there is no current around, and nothing to ask at the first point.
            double[] right = new double[points];
            right[0] = total;
            System.arraycopy(weight, 0, block, 0, points);
            DenseLu.factor(points, block).solve(right);
            return right;
        }
        int size = points + 1;
        double[] bordered = new double[size * size];
        double[] e = border();
        for (int i = 0; i < points; i++) {
            System.arraycopy(block, i * points, bordered, i * size, points);
            bordered[i * size + points] = -e[i];
            bordered[points * size + i] = weight[i];
        }
        double[] right = new double[size];
        right[points] = total;
        DenseLu.factor(size, bordered).solve(right);
        return Arrays.copyOf(right, points);
    }

    /**
     * On a ring the current is a constant, which may differ from 0: e = 1/E, and tau is that current. Between walls it
     * is 0, and e is the Chebyshev polynomial that the derivative of an interpolant cannot hold (Lanczos' tau method).
     */
    private double[] border() {
        double[] e = new double[points];
        double least = Arrays.stream(valley.logE()).min().orElseThrow();
        for (int i = 0; i < points; i++) {
            e[i] = grid.ring() ? Math.exp(least - valley.logE()[i]) : i % 2 == 0 ? 1.0 : -1.0;
        }
        return e;
    }

    private boolean wall(int i) {
        return !grid.ring() && (i == 0 || i == points - 1);
    }

    /**
     * The block of rows of one degree and columns of another, at most one above.
     *
     * @param spare what the block is written over where it has the length
     */
    private double[] block(HierarchyModes modes, int rowDegree, int columnDegree, double[] spare) {
        int width = points * modes.count(columnDegree);
        int size = points * modes.count(rowDegree) * width;
        double[] block = spare.length == size ? spare : new double[size];
        if (block == spare) {
            Arrays.fill(block, 0.0);
        }
        HierarchyEntry entry = new HierarchyEntry(valley);
        for (int r = 0; r < modes.count(rowDegree); r++) {
            for (int c = 0; c < modes.count(columnDegree); c++) {
                if (entry.set(modes.of(rowDegree).get(r), modes.of(columnDegree).get(c))) {
                    put(entry, rowDegree, block, (r * width + c) * points, width);
                }
            }
        }
        return block;
    }

    private void put(HierarchyEntry entry, int degree, double[] block, int corner, int width) {
        double[] d = grid.derivative();
        double[] outer = grid.derivativeOfSlope();
        double[] inner = entry.inner();
        for (int i = 0; i < points; i++) {
            int row = corner + i * width;
            int of = i * points;
            boolean fluxOnly = degree == 0 || wall(i);
            double slope = fluxOnly ? entry.own() ? 1.0 : 0.0 : entry.slope()[i];
            if (entry.own() && !fluxOnly) {
                for (int j = 0; j < points; j++) {
                    block[row + j] = outer[of + j] * inner[j] - slope * d[of + j] + minusSecond[of + j];
                }
            } else if (!fluxOnly) {
                for (int j = 0; j < points; j++) {
                    block[row + j] = outer[of + j] * inner[j] - slope * d[of + j];
                }
            } else if (slope != 0.0) {
                for (int j = 0; j < points; j++) {
                    block[row + j] = -slope * d[of + j];
                }
            }
            block[row + i] += fluxOnly ? inner[i] : entry.plain()[i];
            if (degree > 0 && wall(i)) {
                for (int j = 0; j < points; j++) {
                    block[row + j] /= length;
                }
            }
        }
    }

    /** The block of rows k and columns k - 2, diagonal in the points; {@code next} -= x times it. */
    private double[][][] farBelow(HierarchyModes modes, int k, double[] x, double[] next) {
        int width = points * modes.count(k - 2);
        int size = points * modes.count(k);
        double[][][] diagonals = new double[modes.count(k)][modes.count(k - 2)][];
        HierarchyEntry entry = new HierarchyEntry(valley);
        for (int r = 0; r < modes.count(k); r++) {
            for (int c = 0; c < modes.count(k - 2); c++) {
                if (entry.set(modes.of(k).get(r), modes.of(k - 2).get(c))) {
                    double[] diagonal = new double[points];
                    Arrays.setAll(diagonal, i -> wall(i) ? 0.0 : entry.plain()[i]);
                    subtractDiagonal(next, x, diagonal, r * points, c * points, size, width);
                    diagonals[r][c] = diagonal;
                }
            }
        }
        return diagonals;
    }

    private void subtractDiagonal(double[] next, double[] x, double[] diagonal, int from, int to, int size, int width) {
        for (int row = 0; row < x.length / size; row++) {
            for (int i = 0; i < points; i++) {
                next[row * width + to + i] -= x[row * size + from + i] * diagonal[i];
            }
        }
    }

    private void subtractDiagonals(double[] to, double[][][] diagonals, double[] from) {
        for (int r = 0; r < diagonals.length; r++) {
            for (int c = 0; c < diagonals[r].length; c++) {
                for (int i = 0; diagonals[r][c] != null && i < points; i++) {
                    to[r * points + i] -= diagonals[r][c][i] * from[c * points + i];
                }
            }
        }
    }
}
