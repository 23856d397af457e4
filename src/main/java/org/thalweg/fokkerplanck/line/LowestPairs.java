package org.thalweg.fokkerplanck.line;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.thalweg.compute.ScalarProduct;

/**
 * The lowest eigenvalues of K u = lambda M u by subspace iteration on (K + s M)^-1 M [GVL13, 8.2]: unlike a single
 * vector's Krylov space it finds equal ones.
 */
final class LowestPairs {
    private static final int SPARE = 8;
    /** Between two turns of the space; more would leave few digits of its fastest modes beside the slowest. */
    private static final int SOLVES = 4;
    private static final double FOUND = 1e-12;
    private static final int MOST = 60;

    private LowestPairs() {}

    /**
     * The eigenvalues, lowest first.
     *
     * @param shift s, positive, about as large as the lowest of interest
     * @param rounding of an eigenvalue; what moves by less has settled
     */
    static double[] of(BandMatrix k, BandMatrix m, int count, double shift, double rounding) {
        BandMatrix factor = k.plus(shift, m).factor();
        int vectors = Math.min(count + SPARE, k.size());
        double[][] x = new double[vectors][k.size()];
        double golden = 0.5 * (Math.sqrt(5.0) - 1.0);
        for (int v = 0; v < vectors; v++) {
            double[] start = x[v];
            double step = golden * (v + 1.0);
            // With a part of every mode: fractions of multiples of irrational numbers.
            Arrays.setAll(start, i -> (i + 1.0) * step % 1.0 - 0.5);
        }
        double[] before = new double[vectors];
        for (int iteration = 0; iteration < MOST; iteration++) {
            for (double[] vector : x) {
                for (int solve = 0; solve < SOLVES; solve++) {
                    double[] next = m.times(vector);
                    factor.solve(next);
                    System.arraycopy(next, 0, vector, 0, next.length);
                }
            }
            orthonormal(x, m);
            double[] now = rotate(x, k);
            boolean settled = true;
            for (int v = 0; v < count; v++) {
                settled &= Math.abs(now[v] - before[v]) <= FOUND * (Math.abs(now[v]) + shift) + rounding;
            }
            before = now;
            if (settled && iteration > 1) {
                break;
            }
        }
        return Arrays.copyOf(before, count);
    }

    /** By Gram and Schmidt, twice: enough for orthogonality to rounding. */
    private static void orthonormal(double[][] x, BandMatrix m) {
        for (int v = 0; v < x.length; v++) {
            for (int pass = 0; pass < 2; pass++) {
                double[] mass = m.times(x[v]);
                for (int u = 0; u < v; u++) {
                    double product = ScalarProduct.of(x[u], mass);
                    for (int i = 0; i < mass.length; i++) {
                        x[v][i] -= product * x[u][i];
                    }
                }
                double norm = Math.sqrt(ScalarProduct.of(x[v], m.times(x[v])));
                double[] vector = x[v];
                Arrays.setAll(vector, i -> vector[i] / norm);
            }
        }
    }

    /** Turns the vectors within their space to where K is diagonal; its diagonal, rising. */
    private static double[] rotate(double[][] x, BandMatrix k) {
        int n = x.length;
        RealMatrix small = MatrixUtils.createRealMatrix(n, n);
        for (int v = 0; v < n; v++) {
            double[] image = k.times(x[v]);
            for (int u = 0; u <= v; u++) {
                double product = ScalarProduct.of(x[u], image);
                small.setEntry(u, v, product);
                small.setEntry(v, u, product);
            }
        }
        EigenDecompositionSymmetric modes = new EigenDecompositionSymmetric(small);
        int[] order = IntStream.range(0, n).boxed()
                .sorted((a, b) -> Double.compare(modes.getEigenvalue(a), modes.getEigenvalue(b)))
                .mapToInt(i -> i).toArray();
        double[][] turned = new double[n][x[0].length];
        for (int v = 0; v < n; v++) {
            double[] part = modes.getEigenvector(order[v]).toArray();
            for (int u = 0; u < n; u++) {
                for (int i = 0; i < turned[v].length; i++) {
                    turned[v][i] += part[u] * x[u][i];
                }
            }
        }
        System.arraycopy(turned, 0, x, 0, n);
        return Arrays.stream(order).mapToDouble(modes::getEigenvalue).toArray();
    }
}
