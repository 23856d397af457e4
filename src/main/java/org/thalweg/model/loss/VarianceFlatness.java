package org.thalweg.model.loss;

import java.util.Arrays;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.stat.regression.SimpleRegression;
import org.thalweg.model.paths.PathCovariance;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.paths.PathTally;
import org.thalweg.model.paths.PrincipalComponents;
import org.thalweg.quantity.Quantity;

/**
 * The exponent psi of the relation sigma_i^2 ~ F_i^(-psi) between the variance of a path along its principal components
 * and the flatness of the loss in these directions, with the definitions of Feng and Tu (PNAS 2021): w0 is the mean of
 * the path, and F_i = theta_r - theta_l with L(w0 + theta_l p_i) = L(w0 + theta_r p_i) = e L(w0).
 *
 * <p>As a path quantity, of each path on its own, over all but its first tenth.
 *
 * @param surface L &gt; 0, rising beyond all bounds in every direction
 */
public record VarianceFlatness(LossSurface surface) implements PathQuantity {
    /** Relative accuracy of a flatness: far below what a fit shows. */
    private static final double ACCURACY = 1e-9;
    /** A loss that has not risen e-fold after so many doublings does not. */
    private static final int DOUBLINGS = 200;

    @Override
    public Quantity quantity() {
        return Quantity.VARIANCE_FLATNESS_EXPONENT;
    }

    @Override
    public double leftOut() {
        return 0.1;
    }

    /** psi of a cloud: minus the slope of ln sigma_i^2 on ln F_i; NaN where a component has no variance or flatness. */
    public double exponent(PrincipalComponents components) {
        double[] flatness = new double[components.variances().length];
        Arrays.setAll(flatness, i -> flatness(components.mean(), components.directions()[i]));
        return exponent(components.variances(), flatness);
    }

    /** Minus the slope of ln variance on ln flatness, by least squares. */
    public static double exponent(double[] variance, double[] flatness) {
        SimpleRegression fit = new SimpleRegression();
        for (int i = 0; i < variance.length; i++) {
            fit.addData(Math.log(flatness[i]), Math.log(variance[i]));
        }
        return -fit.getSlope();
    }

    /**
     * The distance between the two points on a line through {@code centre} at which the loss is e times that of the
     * centre; NaN where the loss does not rise that far.
     *
     * @param direction a unit vector; not modified
     */
    public double flatness(double[] centre, double[] direction) {
        return reach(centre, direction, 1.0) + reach(centre, direction, -1.0);
    }

    private double reach(double[] centre, double[] direction, double sign) {
        double level = Math.E * surface.value(centre);
        double[] point = new double[centre.length];
        double outside = 1.0;
        for (int n = 0; n < DOUBLINGS && along(centre, direction, sign * 0.5 * outside, point) > level; n++) {
            outside *= 0.5;
        }
        for (int n = 0; n < DOUBLINGS; n++) {
            if (along(centre, direction, sign * outside, point) > level) {
                return new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY * outside, Double.MIN_NORMAL, 5).solve(
                        1000, d -> along(centre, direction, sign * d, point) - level, 0.0, outside);
            }
            outside *= 2.0;
        }
        return Double.NaN;
    }

    private double along(double[] centre, double[] direction, double distance, double[] point) {
        for (int i = 0; i < point.length; i++) {
            point[i] = centre[i] + distance * direction[i];
        }
        return surface.value(point);
    }

    @Override
    public PathTally bind(int capacity) {
        PathCovariance covariance = new PathCovariance(surface.dimension(), capacity);
        return new PathTally() {
            @Override
            public void reset(int particles) {
                covariance.reset(particles);
            }

            @Override
            public void add(double time, double[][] theta, int[] particle, int count) {
                covariance.add(theta, particle, count);
            }

            @Override
            public double value(int particle) {
                return exponent(covariance.components(particle));
            }
        };
    }
}
