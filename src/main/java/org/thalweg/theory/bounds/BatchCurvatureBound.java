package org.thalweg.theory.bounds;

import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.profile.Profile;
import org.thalweg.theory.law.Hypotheses;
import org.thalweg.theory.quadrature.FloorGrid;

/**
 * Upper bound (iii) where the noise across a valley grows with y, as it does when batches see different curvatures
 * (docs/theory/bounds.md). With C_yy ~ q y^2 far up the wall a step multiplies E y^2 by (1 - eta lambda)^2 + eta^2 q,
 * which is below 1 if and only if eta &lt; 2 / (lambda + q / lambda). That is 2 / (lambda (1 + s^2)) with q = (s
 * lambda)^2, and holds for noise of any law: only its covariance enters.
 *
 * <p>q is read off the covariance of the setting itself, high up the wall; for one sharp direction.
 */
public final class BatchCurvatureBound {
    /** Heights in standard deviations across at which C_yy is its term in y^2 to a part in 10^6. */
    private static final double HEIGHT = 1e4;

    /** Largest relative change of q between two heights that counts as none. */
    private static final double UNCHANGED = 1e-3;

    private final boolean oneDirection;
    private final double change;
    private final double stableBelow;
    private final double divergentAbove;

    private BatchCurvatureBound(boolean oneDirection, double change, double stableBelow, double divergentAbove) {
        this.oneDirection = oneDirection;
        this.change = change;
        this.stableBelow = stableBelow;
        this.divergentAbove = divergentAbove;
    }

    /** The bound of a valley; refuses other surfaces. */
    public static BatchCurvatureBound of(PlainSetting setting) {
        FloorDiffusion floor = FloorDiffusion.of(setting);
        if (floor.shape().sharpDirections() != 1) {
            return new BatchCurvatureBound(false, Double.NaN, Double.NaN, Double.NaN);
        }
        Profile flatness = floor.shape().flatness().get(0);
        double change = 0.0;
        double least = Double.POSITIVE_INFINITY;
        double most = 0.0;
        for (double x : FloorGrid.points(floor.domain())) {
            double f = flatness.value(x);
            double curvature = 1.0 / (f * f);
            double deviation = f * Math.sqrt(floor.across(0, x));
            double q = growth(setting, x, HEIGHT * deviation);
            // In units of lambda^2, below which a q of rounding errors is of no account.
            change = Math.max(change,
                    Math.abs(growth(setting, x, 10.0 * HEIGHT * deviation) - q) / Math.max(q, curvature * curvature));
            double bound = 2.0 / (curvature + q / curvature);
            least = Math.min(least, bound);
            most = Math.max(most, bound);
        }
        return new BatchCurvatureBound(true, change, least, most);
    }

    /** q from the heights y and 2 y. */
    private static double growth(PlainSetting setting, double x, double y) {
        double low = setting.noise().variance(1, new double[] {x, y});
        double high = setting.noise().variance(1, new double[] {x, 2.0 * y});
        return Math.max(0.0, (high - low) / (3.0 * y * y));
    }

    /** What must hold: one sharp direction, and noise that grows no faster than y. */
    public List<Hypothesis> hypotheses() {
        return List.of(new Hypothesis("one sharp direction", oneDirection, oneDirection ? "one" : "several"),
                Hypotheses.atMost("C_yy ~ q y^2 far up the wall: relative change of q", change, UNCHANGED));
    }

    /** The learning rate below which E y^2 is bounded all along the valley. */
    public double stableBelow() {
        return stableBelow;
    }

    /** The learning rate above which E y^2 grows everywhere. */
    public double divergentAbove() {
        return divergentAbove;
    }
}
