package org.thalweg.fokkerplanck.linear;

import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * exp(s (1 - H^-1)) of a small matrix by equal steps of the Radau rule of order five, whose function of z is
 * (1 + 2 z / 5 + z^2 / 20) / (1 - 3 z / 5 + 3 z^2 / 20 - z^3 / 60) [HW96]. Above and below it is multiplied with H^3:
 * H has eigenvalues near zero and is never inverted, nor is a difference of large numbers taken.
 */
final class SmallFlow {
    /** Steps to a unit of s; the error of one is (1 / 16)^6 / 7200 at most of what has not decayed. */
    private static final double STEPS = 16.0;
    private static final int FEWEST = 64;

    private SmallFlow() {}

    static RealMatrix of(RealMatrix h, double s) {
        int doublings = Math.max(Math.getExponent((double) FEWEST), Math.getExponent(STEPS * s) + 1);
        double step = Math.scalb(s, -doublings);
        RealMatrix w = h.subtract(MatrixUtils.createRealIdentityMatrix(h.getRowDimension())).scalarMultiply(step);
        RealMatrix hh = h.multiply(h);
        RealMatrix wh = w.multiply(h);
        RealMatrix whh = wh.multiply(h);
        RealMatrix wwh = w.multiply(wh);
        RealMatrix above = hh.multiply(h).add(whh.scalarMultiply(0.4)).add(wwh.scalarMultiply(1.0 / 20.0));
        RealMatrix below = hh.multiply(h).subtract(whh.scalarMultiply(0.6)).add(wwh.scalarMultiply(3.0 / 20.0))
                .subtract(w.multiply(w).multiply(w).scalarMultiply(1.0 / 60.0));
        RealMatrix flow = new LUDecomposition(below, 0.0).getSolver().solve(above);
        for (int k = 0; k < doublings; k++) {
            flow = flow.multiply(flow);
        }
        return flow;
    }
}
