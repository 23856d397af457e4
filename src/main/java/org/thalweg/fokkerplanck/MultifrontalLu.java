package org.thalweg.fokkerplanck;

import java.util.List;

/**
 * Multifrontal LU of a {@link Generator} along a {@link Dissection}.
 *
 * <p>Without pivoting, and without subtractions: each pivot is computed as minus the sum of what leaves its cell, mass
 * that dies included (Grassmann, Taksar, Heyman 1985), and eliminating a cell adds to the rates between its neighbours.
 * So solutions for right-hand sides of one sign are accurate component by component, in the remotest tail and across
 * the highest barrier.
 */
final class MultifrontalLu implements SparseSolver.Factors {
    private final List<Dissection.Part> parts;
    /** For each part: the rows of U of its own cells, as long as the front; below the diagonal they hold F = -L. */
    private final double[][][] ownRows;
    /** For each part: the rows of F of its boundary cells, as long as there are own cells. */
    private final double[][][] boundaryRows;

    private MultifrontalLu(List<Dissection.Part> parts) {
        this.parts = parts;
        this.ownRows = new double[parts.size()][][];
        this.boundaryRows = new double[parts.size()][][];
    }

    /** Factors a generator. */
    static MultifrontalLu factor(Generator generator) {
        MultifrontalLu lu = new MultifrontalLu(Dissection.of(generator.grid(), generator.diagonal()));
        new EliminationTree(lu.parts, generator, lu.ownRows, lu.boundaryRows).eliminate();
        return lu;
    }

    @Override
    public void solve(double[] x) {
        double[] local = new double[longest()];
        for (int p = 0; p < parts.size(); p++) {
            int[] own = parts.get(p).own();
            int[] boundary = parts.get(p).boundary();
            gather(x, own, local, 0);
            for (int i = 1; i < own.length; i++) {
                local[i] += dot(ownRows[p][i], local, 0, i);
            }
            scatter(local, 0, own, x);
            for (int b = 0; b < boundary.length; b++) {
                x[boundary[b]] += dot(boundaryRows[p][b], local, 0, own.length);
            }
        }
        for (int p = parts.size() - 1; p >= 0; p--) {
            int[] own = parts.get(p).own();
            int[] boundary = parts.get(p).boundary();
            gather(x, own, local, 0);
            gather(x, boundary, local, own.length);
            for (int i = own.length - 1; i >= 0; i--) {
                double[] row = ownRows[p][i];
                local[i] = (local[i] - dot(row, local, i + 1, own.length + boundary.length)) / row[i];
            }
            scatter(local, 0, own, x);
        }
    }

    @Override
    public void solveAdjoint(double[] x) {
        double[] local = new double[longest()];
        for (int p = 0; p < parts.size(); p++) {
            int[] own = parts.get(p).own();
            int[] boundary = parts.get(p).boundary();
            gather(x, own, local, 0);
            gather(x, boundary, local, own.length);
            for (int i = 0; i < own.length; i++) {
                double[] row = ownRows[p][i];
                local[i] /= row[i];
                addMultiple(local, row, -local[i], i + 1, own.length + boundary.length);
            }
            scatter(local, 0, own, x);
            scatter(local, own.length, boundary, x);
        }
        for (int p = parts.size() - 1; p >= 0; p--) {
            int[] own = parts.get(p).own();
            int[] boundary = parts.get(p).boundary();
            gather(x, own, local, 0);
            for (int b = 0; b < boundary.length; b++) {
                addMultiple(local, boundaryRows[p][b], x[boundary[b]], 0, own.length);
            }
            for (int i = own.length - 1; i > 0; i--) {
                addMultiple(local, ownRows[p][i], local[i], 0, i);
            }
            scatter(local, 0, own, x);
        }
    }

    private int longest() {
        return parts.stream().mapToInt(part -> part.own().length + part.boundary().length).max().orElse(0);
    }

    private static void gather(double[] x, int[] cells, double[] local, int at) {
        for (int i = 0; i < cells.length; i++) {
            local[at + i] = x[cells[i]];
        }
    }

    private static void scatter(double[] local, int at, int[] cells, double[] x) {
        for (int i = 0; i < cells.length; i++) {
            x[cells[i]] = local[at + i];
        }
    }

    /** Four sums at a time, which do not wait for each other. */
    private static double dot(double[] a, double[] b, int from, int to) {
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        int k = from;
        for (; k + 3 < to; k += 4) {
            s0 += a[k] * b[k];
            s1 += a[k + 1] * b[k + 1];
            s2 += a[k + 2] * b[k + 2];
            s3 += a[k + 3] * b[k + 3];
        }
        for (; k < to; k++) {
            s0 += a[k] * b[k];
        }
        return s0 + s1 + (s2 + s3);
    }

    private static void addMultiple(double[] target, double[] source, double factor, int from, int to) {
        for (int j = from; j < to; j++) {
            target[j] += factor * source[j];
        }
    }
}
