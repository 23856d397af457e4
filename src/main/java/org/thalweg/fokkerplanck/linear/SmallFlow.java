package org.thalweg.fokkerplanck.linear;

import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * exp(s (1 - H^-1)) e_1 of a small matrix at many s, by equal steps of the Radau rule of order five, whose function of
 * z is (1 + 2 z / 5 + z^2 / 20) / (1 - 3 z / 5 + 3 z^2 / 20 - z^3 / 60) [HW96]. Above and below it is multiplied with
 * H^3: H has eigenvalues near zero and is never inverted, nor is a difference of large numbers taken. Steps are squared
 * as matrices: rounding puts into each of them what has decayed long ago, and squares take it out again; a vector that
 * is stepped through would keep it.
 */
final class SmallFlow {
    /** Steps to a unit of s; the error of one is (1 / 16)^6 / 7200 at most of what has not decayed. */
    private static final double STEPS = 16.0;
    private static final int FEWEST = 64;

    /** (H - 1)^k H^(3 - k). */
    private final RealMatrix[] powers = new RealMatrix[4];

    private SmallFlow(RealMatrix h) {
        RealMatrix less = h.subtract(MatrixUtils.createRealIdentityMatrix(h.getRowDimension()));
        RealMatrix hh = h.multiply(h);
        RealMatrix square = less.multiply(less);
        powers[0] = hh.multiply(h);
        powers[1] = less.multiply(hh);
        powers[2] = square.multiply(h);
        powers[3] = square.multiply(less);
    }

    /** The vectors, one for each s. */
    static RealVector[] of(RealMatrix h, double[] s) {
        SmallFlow flow = new SmallFlow(h);
        RealVector[] found = new RealVector[s.length];
        for (int k = 0; k < s.length; k++) {
            found[k] = flow.at(s[k]);
        }
        return found;
    }

    private RealVector at(double s) {
        int doublings = Math.max(Math.getExponent((double) FEWEST), Math.getExponent(STEPS * s) + 1);
        double z = Math.scalb(s, -doublings);
        RealMatrix above = powers[0].add(powers[1].scalarMultiply(0.4 * z)).add(powers[2].scalarMultiply(z * z / 20.0));
        RealMatrix below = powers[0].subtract(powers[1].scalarMultiply(0.6 * z))
                .add(powers[2].scalarMultiply(3.0 * z * z / 20.0)).subtract(powers[3].scalarMultiply(z * z * z / 60.0));
        RealMatrix flow = new LUDecomposition(below, 0.0).getSolver().solve(above);
        for (int k = 0; k < doublings - 1; k++) {
            flow = flow.multiply(flow);
        }
        // The last square is of the first column alone.
        return flow.operate(flow.getColumnVector(0));
    }
}
