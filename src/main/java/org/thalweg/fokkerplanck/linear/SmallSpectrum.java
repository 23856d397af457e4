package org.thalweg.fokkerplanck.linear;

import org.hipparchus.complex.Complex;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.thalweg.fokkerplanck.law.NumericsException;

/**
 * Eigenvalues and eigenvectors of the small matrices that Krylov's methods leave. The library's QR iteration gives up
 * on a matrix now and then; on that of one vector less it comes to an end.
 */
public final class SmallSpectrum {
    private static final int MOST_LEFT_OUT = 6;

    private SmallSpectrum() {}

    /**
     * The decomposition of a matrix, or of its leading part without the last few rows and columns.
     *
     * @throws NumericsException where none of them is found
     */
    public static EigenDecompositionNonSymmetric of(RealMatrix matrix) {
        int size = matrix.getRowDimension();
        for (int less = 0; less < Math.min(size, MOST_LEFT_OUT); less++) {
            try {
                return new EigenDecompositionNonSymmetric(less == 0 ? matrix
                        : matrix.getSubMatrix(0, size - 1 - less, 0, size - 1 - less));
            } catch (MathIllegalStateException gaveUp) {
                // The next smaller one has almost the same slow eigenvalues.
            }
        }
        throw new NumericsException("the eigenvalues of a small matrix were not found; ask for another number of"
                + " rates");
    }

    /** The eigenvalues alone. */
    public static Complex[] values(RealMatrix matrix) {
        return of(matrix).getEigenvalues();
    }
}
