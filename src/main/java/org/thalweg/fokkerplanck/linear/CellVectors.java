package org.thalweg.fokkerplanck.linear;

import java.util.List;
import org.hipparchus.linear.RealMatrix;
import org.thalweg.compute.ScalarProduct;

/** Sums over cells from which bases are made orthogonal, beside the scalar product, in the order of the cells. */
public final class CellVectors {
    private CellVectors() {}

    /** {@code to += factor from}. */
    public static void add(double[] to, double[] from, double factor) {
        for (int c = 0; c < to.length; c++) {
            to[c] += factor * from[c];
        }
    }

    /**
     * Arnoldi's step: takes from a vector what the basis has of it.
     *
     * @param projected what is taken is added to the column of the last vector of the basis
     * @return the length of what is left
     */
    public static double orthogonalise(double[] vector, List<double[]> basis, RealMatrix projected) {
        int last = basis.size() - 1;
        // Twice is enough for orthogonality to rounding.
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i <= last; i++) {
                double product = ScalarProduct.of(basis.get(i), vector);
                projected.addToEntry(i, last, product);
                add(vector, basis.get(i), -product);
            }
        }
        return Math.sqrt(ScalarProduct.of(vector, vector));
    }
}
