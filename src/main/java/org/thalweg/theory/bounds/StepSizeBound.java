package org.thalweg.theory.bounds;

import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.theory.floor.Support;
import org.thalweg.theory.law.Hypotheses;
import org.thalweg.theory.law.Theorem;
import org.thalweg.theory.quadrature.FloorGrid;

/**
 * Upper bound (iii), step-size divergence (docs/theory/bounds.md): where a batch sees the curvature lambda (1 + s z), z
 * standard normal, E y^2 stays finite if and only if eta &lt; 2 / (lambda (1 + s^2)). Exact, for one quadratic
 * direction.
 *
 * <p>Along a valley: stable everywhere below the bound of its sharpest point, expelled from the sharp part up to the
 * bound of its flattest point, divergent above.
 */
public final class StepSizeBound {
    /** What it says. */
    public static final Theorem THEOREM = new Theorem("step-size divergence",
            "E y^2 is finite iff eta < 2/(lambda (1 + s^2)); a step multiplies it by (1 - h)^2 + h^2 s^2,"
                    + " h = eta lambda",
            Theorem.Standing.EXACT, "WME18", "bounds.md");

    private final FloorDiffusion floor;
    private final double largestCurvature;
    private final double smallestCurvature;
    private final double curvatureSpread;

    private StepSizeBound(
            FloorDiffusion floor, double largestCurvature, double smallestCurvature, double curvatureSpread) {
        this.floor = floor;
        this.largestCurvature = largestCurvature;
        this.smallestCurvature = smallestCurvature;
        this.curvatureSpread = curvatureSpread;
    }

    /** The bound of a valley whose batches all see the same curvature (s = 0). */
    public static StepSizeBound of(PlainSetting setting) {
        return of(setting, 0.0);
    }

    /**
     * The bound of a valley.
     *
     * @param curvatureSpread s, the standard deviation of the batch curvature relative to its mean
     */
    public static StepSizeBound of(PlainSetting setting, double curvatureSpread) {
        FloorDiffusion floor = FloorDiffusion.of(setting);
        Interval domain = floor.domain();
        double largest = 0.0;
        double smallest = Double.POSITIVE_INFINITY;
        double[] points = FloorGrid.points(domain);
        for (double x : points) {
            double curvature = sharpest(floor, x);
            largest = Math.max(largest, curvature);
            smallest = Math.min(smallest, curvature);
        }
        if (domain.boundary() == Boundary.OPEN) {
            // Still falling where the open line is cut: the valley is flat at infinity.
            double end = Math.min(sharpest(floor, points[0]), sharpest(floor, points[points.length - 1]));
            double inside = Math.min(sharpest(floor, points[1]), sharpest(floor, points[points.length - 2]));
            smallest = end < 0.99 * inside ? 0.0 : smallest;
        }
        return new StepSizeBound(floor, largest, smallest, curvatureSpread);
    }

    private static double sharpest(FloorDiffusion floor, double x) {
        double curvature = 0.0;
        for (Profile flatness : floor.shape().flatness()) {
            double f = flatness.value(x);
            curvature = Math.max(curvature, 1.0 / (f * f));
        }
        return curvature;
    }

    /** What must hold: noise that does not grow with y, or its growth would add to that of the recursion. */
    public List<Hypothesis> hypotheses() {
        return List.of(Hypotheses.noiseAlongFloor(floor, Support.everywhere(floor)));
    }

    /** The learning rate below which SGD is stable across the whole valley: 2 / (lmax (1 + s^2)). */
    public double stableBelow() {
        return bound(largestCurvature, curvatureSpread);
    }

    /** The learning rate above which SGD diverges everywhere: 2 / (lmin (1 + s^2)); may be infinite. */
    public double divergentAbove() {
        return bound(smallestCurvature, curvatureSpread);
    }

    /** 2 / (lambda (1 + s^2)). */
    public static double bound(double curvature, double curvatureSpread) {
        return 2.0 / (curvature * (1.0 + curvatureSpread * curvatureSpread));
    }

    /** E y_{k+1}^2 / E y_k^2 without additive noise: (1 - h)^2 + h^2 s^2 with h = eta lambda. */
    public static double growth(double learningRateTimesCurvature, double curvatureSpread) {
        double h = learningRateTimesCurvature;
        return (1.0 - h) * (1.0 - h) + h * h * curvatureSpread * curvatureSpread;
    }
}
