package org.thalweg.theory.bounds;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.random.Seed;
import org.thalweg.spectra.DenseMatrix;
import org.thalweg.spectra.Lanczos;

/**
 * Upper bound (iii) on a surface that is no valley: gradient descent leaves a minimum where eta times the largest
 * curvature there exceeds 2 (docs/theory/bounds.md). Exact for a quadratic loss and linear stability for any other; the
 * sharpest of the minima that the surface knows, or else the one that Newton's method finds from the start.
 *
 * @param largestCurvature the largest eigenvalue of the Hessian at the minimum
 */
public record MinimumStability(double largestCurvature) {
    /** Newton's method doubles the digits each time; where it has not met a minimum by then it will not. */
    private static final int ITERATIONS = 200;

    /** The last steps of Newton's method, relative to the distance from the origin: rounding errors. */
    private static final double ARRIVED = 1e-9;

    /** Beyond so many parameters a minimum is not looked for, and only the largest eigenvalue is computed. */
    private static final int MANY = 64;

    /** Relative, of the largest eigenvalue; far below what a bound is read to. */
    private static final double TOLERANCE = 1e-10;

    /** Enough where the largest eigenvalue stands apart; where there are many alike, each product finds it. */
    private static final int PRODUCTS = 200;

    /** True where a minimum that the surface does not know is looked for. */
    public static boolean searches(LossSurface surface) {
        return surface.dimension() <= MANY;
    }

    /** The bound of a surface as it is at time 0, seen from a start; empty where no smooth minimum is found. */
    public static Optional<MinimumStability> of(LossSurface changing, double[] start) {
        LossSurface surface = changing.at(0.0);
        if (!surface.landmarks().smooth()) {
            return Optional.empty();
        }
        double largest = 0.0;
        for (double[] minimum : surface.landmarks().minima()) {
            largest = Math.max(largest, largest(surface, minimum));
        }
        if (surface.landmarks().minima().isEmpty() && searches(surface)) {
            largest = newton(surface, start).map(minimum -> largest(surface, minimum))
                    .orElse(0.0);
        }
        return largest > 0.0 ? Optional.of(new MinimumStability(largest)) : Optional.empty();
    }

    /** The learning rate below which the minimum is stable: 2 / lambda. */
    public double stableBelow() {
        return StepSizeBound.bound(largestCurvature, 0.0);
    }

    /**
     * Downhill from a point: the eigenvalues of the Hessian are taken positive, and steps halved until the loss falls.
     */
    private static Optional<double[]> newton(LossSurface surface, double[] start) {
        double[] point = start.clone();
        double[] gradient = new double[point.length];
        for (int k = 0; k < ITERATIONS; k++) {
            surface.gradient(point, gradient);
            EigenDecompositionSymmetric spectrum = spectrum(surface, point);
            RealMatrix v = spectrum.getV();
            ArrayRealVector along = new ArrayRealVector(v.transpose().operate(gradient));
            for (int i = 0; i < point.length; i++) {
                // A curvature of zero leaves a gradient step of unit length.
                double curvature = Math.abs(spectrum.getEigenvalue(i));
                double slope = along.getEntry(i);
                along.setEntry(i, slope / (curvature > 0.0 ? curvature : Math.abs(slope) + 1.0));
            }
            double[] step = v.operate(along.toArray());
            double[] next = descend(surface, point, step);
            boolean arrived =
                    new ArrayRealVector(step).getNorm() <= ARRIVED * (1.0 + new ArrayRealVector(point).getNorm());
            if (arrived) {
                boolean minimum = Arrays.stream(spectrum.getEigenvalues()).allMatch(e -> e > 0.0);
                return minimum ? Optional.of(point) : Optional.empty();
            }
            point = next;
        }
        return Optional.empty();
    }

    private static double[] descend(LossSurface surface, double[] point, double[] step) {
        double value = surface.value(point);
        double[] next = point.clone();
        // After sixty halvings a step is lost in rounding.
        for (int halvings = 0; halvings < 60; halvings++) {
            double scale = Math.scalb(1.0, -halvings);
            for (int i = 0; i < next.length; i++) {
                next[i] = point[i] - scale * step[i];
            }
            if (surface.value(next) < value) {
                return next;
            }
        }
        return next;
    }

    private static double largest(LossSurface surface, double[] point) {
        return searches(surface) ? Arrays.stream(spectrum(surface, point).getEigenvalues()).max().orElseThrow()
                : new Lanczos(1, 0, TOLERANCE, PRODUCTS).of(new DenseMatrix(curvature(surface, point)),
                        new Seed(1)).values()[0];
    }

    private static double[][] curvature(LossSurface surface, double[] point) {
        double[][] hessian = new double[point.length][point.length];
        surface.hessian(point, hessian);
        return hessian;
    }

    private static EigenDecompositionSymmetric spectrum(LossSurface surface, double[] point) {
        return new EigenDecompositionSymmetric(new Array2DRowRealMatrix(curvature(surface, point), false));
    }
}
