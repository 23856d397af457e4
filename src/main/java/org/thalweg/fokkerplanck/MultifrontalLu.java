package org.thalweg.fokkerplanck;

import java.util.Arrays;
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
    /** For each part: the rows of U of its own cells, as long as the front; below the diagonal they hold L. */
    private final double[][][] ownRows;
    /** For each part: the rows of L of its boundary cells, as long as there are own cells. */
    private final double[][][] boundaryRows;

    private MultifrontalLu(List<Dissection.Part> parts) {
        this.parts = parts;
        this.ownRows = new double[parts.size()][][];
        this.boundaryRows = new double[parts.size()][][];
    }

    /** Factors a generator. */
    static MultifrontalLu factor(Generator generator) {
        List<Dissection.Part> parts = Dissection.of(generator.grid());
        MultifrontalLu lu = new MultifrontalLu(parts);
        Front[] fronts = new Front[parts.size()];
        int[] position = new int[generator.size()];
        Arrays.fill(position, -1);
        for (int p = 0; p < parts.size(); p++) {
            Dissection.Part part = parts.get(p);
            Front front = new Front(part, generator, position);
            for (int child : part.children()) {
                front.add(fronts[child], position);
                fronts[child] = null;
            }
            front.release(position);
            front.eliminate();
            fronts[p] = front;
            int own = part.own().length;
            lu.ownRows[p] = Arrays.copyOf(front.rows(), own);
            lu.boundaryRows[p] = new double[part.boundary().length][];
            for (int b = 0; b < part.boundary().length; b++) {
                lu.boundaryRows[p][b] = Arrays.copyOf(front.rows()[own + b], own);
            }
        }
        return lu;
    }

    @Override
    public void solve(double[] x) {
        for (int p = 0; p < parts.size(); p++) {
            int[] own = parts.get(p).own();
            int[] boundary = parts.get(p).boundary();
            for (int i = 0; i < own.length; i++) {
                double sum = x[own[i]];
                for (int k = 0; k < i; k++) {
                    sum -= ownRows[p][i][k] * x[own[k]];
                }
                x[own[i]] = sum;
            }
            for (int b = 0; b < boundary.length; b++) {
                double sum = x[boundary[b]];
                double[] row = boundaryRows[p][b];
                for (int k = 0; k < own.length; k++) {
                    sum -= row[k] * x[own[k]];
                }
                x[boundary[b]] = sum;
            }
        }
        for (int p = parts.size() - 1; p >= 0; p--) {
            int[] own = parts.get(p).own();
            int[] boundary = parts.get(p).boundary();
            for (int i = own.length - 1; i >= 0; i--) {
                double[] row = ownRows[p][i];
                double sum = x[own[i]];
                for (int k = i + 1; k < own.length; k++) {
                    sum -= row[k] * x[own[k]];
                }
                for (int b = 0; b < boundary.length; b++) {
                    sum -= row[own.length + b] * x[boundary[b]];
                }
                x[own[i]] = sum / row[i];
            }
        }
    }

    @Override
    public void solveAdjoint(double[] x) {
        for (int p = 0; p < parts.size(); p++) {
            int[] own = parts.get(p).own();
            int[] boundary = parts.get(p).boundary();
            for (int i = 0; i < own.length; i++) {
                double[] row = ownRows[p][i];
                double value = x[own[i]] / row[i];
                x[own[i]] = value;
                for (int k = i + 1; k < own.length; k++) {
                    x[own[k]] -= row[k] * value;
                }
                for (int b = 0; b < boundary.length; b++) {
                    x[boundary[b]] -= row[own.length + b] * value;
                }
            }
        }
        for (int p = parts.size() - 1; p >= 0; p--) {
            int[] own = parts.get(p).own();
            int[] boundary = parts.get(p).boundary();
            for (int b = 0; b < boundary.length; b++) {
                double value = x[boundary[b]];
                double[] row = boundaryRows[p][b];
                for (int k = 0; k < own.length; k++) {
                    x[own[k]] -= row[k] * value;
                }
            }
            for (int i = own.length - 1; i >= 0; i--) {
                double value = x[own[i]];
                for (int k = 0; k < i; k++) {
                    x[own[k]] -= ownRows[p][i][k] * value;
                }
            }
        }
    }
}
