package org.thalweg.fokkerplanck.law;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * What a mode leaves along x, in cells: of one that is even in y int P dy, of one that is odd int y P dy.
 *
 * @param mode its rate and frequency
 * @param odd whether it is odd in y
 * @param edges of the cells, increasing
 * @param parts the real part and, where it turns, the imaginary one, {@code [part][cell]}, up to a common factor
 * @param error int |error| of it, as a part of int |mode|
 */
public record ModeAlong(RelaxationMode mode, boolean odd, double[] edges, double[][] parts, double error) {
    /** Rates that are closer to each other, as a part of themselves, may change places when they are extrapolated. */
    private static final double SAME = 2e-3;
    private static final double ERRORS = 3.0;

    /** With another error. */
    public ModeAlong within(double other) {
        return new ModeAlong(mode, odd, edges, parts, other);
    }

    /** On other edges, by what lies below each, interpolated. */
    public ModeAlong on(double[] other) {
        double[][] moved = new double[parts.length][other.length - 1];
        for (int p = 0; p < parts.length; p++) {
            for (int i = 0; i < moved[p].length; i++) {
                moved[p][i] = below(parts[p], other[i + 1]) - below(parts[p], other[i]);
            }
        }
        return new ModeAlong(mode, odd, other, moved, error);
    }

    private double below(double[] part, double x) {
        double sum = 0.0;
        for (int i = 0; i < part.length && x > edges[i]; i++) {
            sum += part[i] * Math.min(1.0, (x - edges[i]) / (edges[i + 1] - edges[i]));
        }
        return sum;
    }

    /** Those of another method that a mode may be: as odd or even as it, and as slow as far as errors tell. */
    public List<ModeAlong> alike(List<ModeAlong> others) {
        List<ModeAlong> alike = new ArrayList<>();
        for (ModeAlong other : others) {
            double apart = Math.hypot(mode.rate().value() - other.mode.rate().value(),
                    mode.frequency().value() - other.mode.frequency().value());
            double near = ERRORS * (mode.rate().standardError() + other.mode.rate().standardError()
                    + mode.frequency().standardError() + other.mode.frequency().standardError());
            if (odd == other.odd && apart <= near + SAME * mode.rate().value()) {
                alike.add(other);
            }
        }
        return alike;
    }

    /**
     * int |mode - nearest| as a part of int |mode|, the nearest combination of others in the sense of least squares:
     * modes that are equally slow are known as a space only, pairs that turn up to a phase. 1 where there are none.
     *
     * @param others on the same edges
     */
    public double distance(List<ModeAlong> others) {
        List<double[]> all = new ArrayList<>();
        others.forEach(other -> all.addAll(List.of(other.parts)));
        if (all.isEmpty()) {
            return 1.0;
        }
        double most = 0.0;
        for (double[] part : parts) {
            RealVector wanted = MatrixUtils.createRealVector(part);
            RealVector shares = new SingularValueDecomposition(
                    MatrixUtils.createRealMatrix(all.toArray(double[][]::new)).transpose()).getSolver().solve(wanted);
            RealVector left = wanted;
            for (int k = 0; k < all.size(); k++) {
                left = left.subtract(MatrixUtils.createRealVector(all.get(k)).mapMultiply(shares.getEntry(k)));
            }
            most = Math.max(most, left.getL1Norm() / wanted.getL1Norm());
        }
        return most;
    }
}
