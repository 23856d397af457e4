package org.thalweg.theory.bounds;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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

    /** From the far end of the points of an open line on, 1e60 times as far: formulas may square that. */
    private static final int DOUBLINGS = 200;
    /** A curvature that levels off falls by less over so many doublings; one that waves does not fall in each. */
    private static final int LEVELS_OFF = 20;
    private static final double STILL_FALLING = 0.99;

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
            double middle = 0.5 * (points[0] + points[points.length - 1]);
            double half = points[points.length - 1] - middle;
            smallest = Math.min(smallest,
                    Math.min(flattestBeyond(floor, middle, half), flattestBeyond(floor, middle, -half)));
        }
        return new StepSizeBound(floor, largest, smallest, curvatureSpread);
    }

    /**
     * The least curvature beyond an end of the points, at twice, four times... as far: a law may be so narrow that
     * nothing of the valley varies within them.
     *
     * @return 0 where it is still falling at the last of them, and the valley is flat at infinity
     */
    private static double flattestBeyond(FloorDiffusion floor, double middle, double end) {
        double[] curvature = IntStream.rangeClosed(1, DOUBLINGS)
                .mapToDouble(k -> sharpest(floor, middle + Math.scalb(end, k)))
                .takeWhile(c -> !Double.isNaN(c)).toArray();
        int last = curvature.length - 1;
        boolean falling = last >= LEVELS_OFF && curvature[last] < STILL_FALLING * curvature[last - LEVELS_OFF];
        for (int k = last - LEVELS_OFF + 1; falling && k <= last; k++) {
            falling = curvature[k] < curvature[k - 1];
        }
        return falling ? 0.0 : DoubleStream.of(curvature).min().orElse(Double.POSITIVE_INFINITY);
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
}
