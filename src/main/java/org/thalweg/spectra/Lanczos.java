package org.thalweg.spectra;

import java.util.Arrays;
import org.thalweg.random.Purpose;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;

/**
 * Extreme eigenvalues of a symmetric operator by Lanczos' method with full reorthogonalisation ([GVL13], chapter 10).
 *
 * <p>After j products the operator looks on the basis so far like a matrix of three diagonals, with an eigenvalue theta
 * and its eigenvector s. Then some eigenvalue of the operator differs from theta by at most beta_j |s_j|, the last
 * component of s times the number that joins the next basis vector: the residual, at which the method stops. Where the
 * basis is closed (beta_j = 0 to rounding), it goes on with a random vector orthogonal to it, so that eigenvalues that
 * are there several times are found several times. That vector has a part along every eigenvector that is left: where
 * the basis closes again, what is left has no eigenvalues but those that came with it. The method stops if none of them
 * is one of those that are wanted.
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
    public record Pairs(double[] values, double[][] vectors, double[] residuals, int products, boolean converged) {
        /** All pairs of a matrix, which are known. */
        public static Pairs of(Spectrum all) {
            return new Pairs(all.values(), all.vectors(), new double[all.values().length], 0, true);
        }

        /** So many of the largest. */
        public Pairs first(int count) {
            return new Pairs(Arrays.copyOf(values, count), Arrays.copyOf(vectors, count),
                    Arrays.copyOf(residuals, count), products, converged);
        }
    }

    /** Refuses to look for no or for more eigenvalues than there are. */
    public Pairs of(SymmetricOperator operator, Seed seed) {
        int n = operator.dimension();
        if (top < 0 || bottom < 0 || top + bottom < 1 || top + bottom > n) {
            throw new Refusal("eigenvalues: " + top + " largest and " + bottom + " smallest of " + n
                    + "; ask for at least one and at most all");
        }
        LanczosBasis basis = new LanczosBasis(operator, new double[0][], seed.stream(Purpose.OTHER, 0));
        int most = Math.min(n, Math.max(mostSteps, top + bottom));
        int size = top + bottom;
        while (true) {
            basis.extend(Math.min(size, most));
            if (basis.size() == most || size % EVERY == 0 || basis.closed()) {
                Pairs pairs = pairs(basis, most);
                if (pairs.converged || basis.size() == most) {
                    return pairs;
                }
            }
            size++;
        }
    }

    private Pairs pairs(LanczosBasis basis, int most) {
        int size = basis.size();
        Spectrum small = basis.values(size, size - 1);
        double largest = Math.max(Math.abs(small.largest()), Math.abs(small.smallest()));
        int wanted = top + bottom;
        double[] values = new double[wanted];
        double[] residuals = new double[wanted];
        boolean converged = true;
        for (int k = 0; k < wanted; k++) {
            int at = position(k, size);
            values[k] = small.values()[at];
            residuals[k] = basis.joint() * Math.abs(small.vectors()[at][0]);
            converged &= residuals[k] <= tolerance * largest;
        }
        converged &= size == most || !basis.closed() || left(basis, small, tolerance * largest);
        double[][] vectors = new double[converged || size == most ? wanted : 0][];
        Spectrum whole = vectors.length > 0 ? basis.whole() : small;
        for (int k = 0; k < vectors.length; k++) {
            vectors[k] = basis.combined(whole.vectors()[position(k, size)]);
        }
        return new Pairs(values, vectors, residuals, size, converged);
    }

    /** True where eigenvalues that are left beyond a closed basis are none of those that are wanted. */
    private boolean left(LanczosBasis basis, Spectrum small, double allowed) {
        Spectrum rest = basis.sinceClosed();
        boolean above = top == 0 || small.values()[top - 1] >= rest.largest() - allowed;
        return above && (bottom == 0 || small.values()[basis.size() - bottom] <= rest.smallest() + allowed);
    }

    private int position(int k, int size) {
        return k < top ? k : size - top - bottom + k;
    }
}
