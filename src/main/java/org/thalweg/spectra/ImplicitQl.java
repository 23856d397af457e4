package org.thalweg.spectra;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues of a symmetric matrix of three diagonals by the QL algorithm with implicit shifts (Dubrulle, Martin and
 * Wilkinson 1968; [GVL13], section 8.3).
 *
 * <p>Eigenvectors are the product of all rotations. Rotations are collected, and then made a few columns of the
 * eigenvectors at a time, which stay in the second-level cache.
 */
final class ImplicitQl {
    /** Sweeps until an eigenvalue is found; two are usual. */
    private static final int SWEEPS = 100;
    private static final int COLUMNS = 64;
    private static final int ROTATIONS = 1 << 16;

    private final int n;
    private final double[] d;
    private final double[] e;
    /** Columns of eigenvectors by groups: number within the group last. */
    private final double[][][] groups;
    private final int[] row = new int[ROTATIONS];
    private final double[] cosine = new double[ROTATIONS];
    private final double[] sine = new double[ROTATIONS];
    private int waiting;
    /** Rounding of the largest entries: the reduction has left no more of eigenvalues near 0. */
    private double negligible;

    private ImplicitQl(double[] diagonal, double[] beside, int from, int end) {
        n = diagonal.length;
        d = diagonal.clone();
        e = beside.clone();
        groups = new double[(end - from + COLUMNS - 1) / COLUMNS][][];
        for (int group = 0; group < groups.length; group++) {
            int first = from + group * COLUMNS;
            groups[group] = new double[n][Math.min(COLUMNS, end - first)];
            for (int i = 0; i < groups[group][0].length; i++) {
                groups[group][first + i][i] = 1.0;
            }
        }
    }

    /**
     * Solves for one matrix.
     *
     * @param diagonal not modified
     * @param beside entry i is beside diagonal entries i and i + 1; as long as the diagonal, not modified
     */
    static Spectrum of(double[] diagonal, double[] beside, boolean vectors) {
        return of(diagonal, beside, 0, vectors ? diagonal.length : 0);
    }

    /** As above, with one component only of each eigenvector, in a time that grows like the square of the rows. */
    static Spectrum component(double[] diagonal, double[] beside, int component) {
        return of(diagonal, beside, component, component + 1);
    }

    private static Spectrum of(double[] diagonal, double[] beside, int from, int end) {
        ImplicitQl solver = new ImplicitQl(diagonal, beside, from, end);
        solver.solve();
        solver.rotate();
        return solver.sorted();
    }

    private Spectrum sorted() {
        int[] order = IntStream.range(0, n).boxed().sorted(Comparator.comparingDouble(i -> -d[i]))
                .mapToInt(Integer::intValue).toArray();
        double[] values = Arrays.stream(order).mapToDouble(i -> d[i]).toArray();
        int components = Arrays.stream(groups).mapToInt(columns -> columns[0].length).sum();
        double[][] vectors = new double[groups.length == 0 ? 0 : n][components];
        for (int i = 0; i < vectors.length; i++) {
            for (int group = 0; group < groups.length; group++) {
                double[] part = groups[group][order[i]];
                System.arraycopy(part, 0, vectors[i], group * COLUMNS, part.length);
            }
        }
        return new Spectrum(values, vectors);
    }

    private void solve() {
        e[n - 1] = 0.0;
        for (int i = 0; i < n; i++) {
            negligible = Math.max(negligible, Math.ulp(1.0) / 2 * (Math.abs(d[i]) + Math.abs(e[i])));
        }
        for (int l = 0; l < n; l++) {
            int sweeps = 0;
            for (int m = end(l); m > l; m = end(l)) {
                if (++sweeps > SWEEPS) {
                    throw new ArithmeticException("eigenvalue " + l + " of " + n + " not found; are there NaN?");
                }
                sweep(l, m);
            }
        }
    }

    /** Where the block that begins at l ends: behind it there is nothing beside the diagonal. */
    private int end(int l) {
        int m = l;
        while (m < n - 1 && Math.abs(e[m]) > negligible) {
            m++;
        }
        return m;
    }

    private void sweep(int l, int m) {
        double g = (d[l + 1] - d[l]) / (2.0 * e[l]);
        double r = StrictMath.hypot(g, 1.0);
        g = d[m] - d[l] + e[l] / (g + Math.copySign(r, g));
        double s = 1.0;
        double c = 1.0;
        double p = 0.0;
        for (int i = m - 1; i >= l; i--) {
            double f = s * e[i];
            double b = c * e[i];
            r = StrictMath.hypot(f, g);
            e[i + 1] = r;
            if (r == 0.0) {
                d[i + 1] -= p;
                e[m] = 0.0;
                return;
            }
            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            r = (d[i] - g) * s + 2.0 * c * b;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
            collect(i, c, s);
        }
        d[l] -= p;
        e[l] = g;
        e[m] = 0.0;
    }

    private void collect(int i, double c, double s) {
        if (groups.length == 0) {
            return;
        }
        row[waiting] = i;
        cosine[waiting] = c;
        sine[waiting] = s;
        if (++waiting == ROTATIONS) {
            rotate();
        }
    }

    private void rotate() {
        for (double[][] columns : groups) {
            for (int k = 0; k < waiting; k++) {
                rotate(columns[row[k]], columns[row[k] + 1], cosine[k], sine[k]);
            }
        }
        waiting = 0;
    }

    private static void rotate(double[] upper, double[] lower, double c, double s) {
        for (int j = 0; j < upper.length; j++) {
            double f = lower[j];
            lower[j] = s * upper[j] + c * f;
            upper[j] = c * upper[j] - s * f;
        }
    }
}
