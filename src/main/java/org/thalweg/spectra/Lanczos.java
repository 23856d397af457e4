package org.thalweg.spectra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;

/**
 * Extreme eigenvalues of a symmetric operator by Lanczos' method with full reorthogonalisation ([GVL13], chapter 10).
 *
 * <p>After j products the operator looks on the basis so far like a matrix of three diagonals, with an eigenvalue theta
 * and its eigenvector s. Then some eigenvalue of the operator differs from theta by at most beta_j |s_j|, the last
 * component of s times the number that joins the next basis vector: the residual, at which the method stops. Where the
 * basis is closed (beta_j = 0 to rounding), it goes on with a random vector orthogonal to it, so that eigenvalues that
 * are there several times are found several times.
 *
 * @param top how many of the largest eigenvalues are wanted
 * @param bottom how many of the smallest
 * @param tolerance of residuals, relative to the largest size of an eigenvalue
 * @param mostSteps products that are allowed; each keeps a vector
 */
public record Lanczos(int top, int bottom, double tolerance, int mostSteps) {
    /** Products between two looks at the residuals. */
    private static final int EVERY = 5;

    /** Residuals of 1e-10, which is 1e-16 or so for eigenvalues that stand apart, within a thousand products. */
    public Lanczos(int top, int bottom) {
        this(top, bottom, 1e-10, 1000);
    }

    /**
     * Ritz pairs, the largest first.
     *
     * @param residuals bounds of the eigenvalues' errors
     * @param products of the operator that were needed
     * @param converged whether all wanted residuals are within the tolerance
     */
    public record Pairs(double[] values, double[][] vectors, double[] residuals, int products, boolean converged) {}

    /** Refuses to look for no or for more eigenvalues than there are. */
    public Pairs of(SymmetricOperator operator, Seed seed) {
        int n = operator.dimension();
        if (top < 0 || bottom < 0 || top + bottom < 1 || top + bottom > n) {
            throw new Refusal("eigenvalues: " + top + " largest and " + bottom + " smallest of " + n
                    + "; ask for at least one and at most all");
        }
        RandomStream stream = seed.stream(Purpose.OTHER, 0);
        List<double[]> basis = new ArrayList<>();
        basis.add(fresh(n, stream, basis));
        int most = Math.min(n, Math.max(mostSteps, top + bottom));
        double[] alpha = new double[most];
        double[] beta = new double[most];
        double scale = 0.0;
        for (int j = 0; j < most; j++) {
            double[] w = new double[n];
            operator.apply(basis.get(j), w);
            alpha[j] = dot(basis.get(j), w);
            orthogonalise(w, basis);
            orthogonalise(w, basis);
            beta[j] = Math.sqrt(dot(w, w));
            scale = Math.max(scale, Math.abs(alpha[j]) + beta[j]);
            boolean closed = beta[j] <= 1e-14 * scale;
            int size = j + 1;
            if (size == most || size >= top + bottom && size % EVERY == 0 && !closed) {
                Pairs pairs = pairs(size, alpha, beta, basis);
                if (pairs.converged || size == most) {
                    return pairs;
                }
            }
            basis.add(closed ? fresh(n, stream, basis) : divided(w, beta[j]));
            beta[j] = closed ? 0.0 : beta[j];
        }
        throw new IllegalStateException("no step was made");
    }

    private Pairs pairs(int size, double[] alpha, double[] beta, List<double[]> basis) {
        double last = size == basis.get(0).length ? 0.0 : beta[size - 1];
        double[] diagonal = Arrays.copyOf(alpha, size);
        double[] beside = Arrays.copyOf(beta, size);
        Spectrum small = ImplicitQl.component(diagonal, beside, size - 1);
        double largest = Math.max(Math.abs(small.largest()), Math.abs(small.smallest()));
        int wanted = top + bottom;
        double[] values = new double[wanted];
        double[] residuals = new double[wanted];
        boolean converged = true;
        for (int k = 0; k < wanted; k++) {
            int at = position(k, size);
            values[k] = small.values()[at];
            residuals[k] = last * Math.abs(small.vectors()[at][0]);
            converged &= residuals[k] <= tolerance * largest;
        }
        double[][] vectors = new double[converged || size == alpha.length ? wanted : 0][];
        Spectrum whole = vectors.length > 0 ? ImplicitQl.of(diagonal, beside, true) : small;
        for (int k = 0; k < vectors.length; k++) {
            vectors[k] = combined(whole.vectors()[position(k, size)], basis);
        }
        return new Pairs(values, vectors, residuals, size, converged);
    }

    private int position(int k, int size) {
        return k < top ? k : size - top - bottom + k;
    }

    private static double[] combined(double[] weights, List<double[]> basis) {
        double[] sum = new double[basis.get(0).length];
        for (int j = 0; j < weights.length; j++) {
            add(weights[j], basis.get(j), sum);
        }
        return divided(sum, Math.sqrt(dot(sum, sum)));
    }

    private static double[] fresh(int n, RandomStream stream, List<double[]> basis) {
        double[] v = new double[n];
        stream.fillNormal(v, n);
        orthogonalise(v, basis);
        orthogonalise(v, basis);
        return divided(v, Math.sqrt(dot(v, v)));
    }

    private static void orthogonalise(double[] w, List<double[]> basis) {
        for (double[] q : basis) {
            add(-dot(q, w), q, w);
        }
    }

    private static void add(double factor, double[] v, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * v[i];
        }
    }

    private static double[] divided(double[] v, double divisor) {
        for (int i = 0; i < v.length; i++) {
            v[i] /= divisor;
        }
        return v;
    }

    /** In four interleaved sums: a single one would wait for each addition. */
    private static double dot(double[] a, double[] b) {
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        int i = 0;
        for (; i + 4 <= a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
    }
}
