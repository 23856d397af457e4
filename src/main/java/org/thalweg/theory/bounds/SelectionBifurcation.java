package org.thalweg.theory.bounds;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.theory.floor.Support;
import org.thalweg.theory.law.Hypotheses;
import org.thalweg.theory.law.Theorem;
import org.thalweg.theory.quadrature.FloorGrid;

/**
 * Upper bound (i), the selection bifurcation (docs/theory/bounds.md). The effective potential U = L0 - Delta ln F has a
 * minimum at a sharp point, a minimum of the floor where F has a minimum too, as long as Delta &lt; Delta_c = L0'' F
 * / F''. Above it the minimum moves away, continuously; the order parameter is the flatness F* of the most probable
 * point.
 *
 * <p>Delta is D_yy of the first sharp direction. With several directions Delta_c = L0'' / sum_i (D_i/D_1) F_i''/F_i.
 */
public final class SelectionBifurcation {
    /** What it says. */
    public static final Theorem THEOREM = new Theorem("selection bifurcation",
            "the minimum of U = L0 - Delta ln F leaves a sharp point at Delta_c = L0'' F/F''",
            Theorem.Standing.ASYMPTOTIC, "Thalweg", "bounds.md");

    /** Accuracy of roots, relative to the uniform grid's panel: far below anything measurable. */
    private static final double ROOT_ACCURACY = 1e-12;

    /** Largest distance between the minima of L0 and F that counts as none, in panels of the grid. */
    private static final double SAME_POINT = 1e-3;

    /**
     * A minimum of L0 that is a minimum of F.
     *
     * @param x where it is
     * @param criticalTemperature Delta_c there
     */
    public record SharpPoint(double x, double criticalTemperature) {}

    private final FloorDiffusion floor;
    private final double learningRate;

    private SelectionBifurcation(FloorDiffusion floor, double learningRate) {
        this.floor = floor;
        this.learningRate = learningRate;
    }

    /** The bifurcation of a valley; refuses other surfaces. */
    public static SelectionBifurcation of(PlainSetting setting) {
        return new SelectionBifurcation(FloorDiffusion.of(setting), setting.sgd().learningRate());
    }

    /** What must hold, at the temperature of the setting, for the density to bifurcate where U does. */
    public List<Hypothesis> hypotheses() {
        Support support = Support.of(floor);
        int count = sharpPoints().size();
        return List.of(Hypotheses.constantNoise(floor), Hypotheses.fastAcross(floor, support),
                Hypotheses.slowFloor(floor, support),
                new Hypothesis("a minimum of the floor where F has a minimum", count > 0, count + " found"));
    }

    /** The sharp points, from left to right; none on a degenerate valley. */
    public List<SharpPoint> sharpPoints() {
        double[] points = FloorGrid.points(floor.domain());
        List<SharpPoint> found = new ArrayList<>();
        int last = points.length - 1;
        for (int i = 1; i < last; i++) {
            addRoot(found, 0.5 * (points[i - 1] + points[i]), 0.5 * (points[i] + points[i + 1]));
        }
        double half = 0.5 * (points[1] - points[0]);
        if (floor.domain().boundary() == Boundary.PERIODIC) {
            addRoot(found, points[last] - half, points[last] + half);
        } else {
            // A wall may cut a valley in the middle.
            addPoint(found, points[0], half);
            addPoint(found, points[last], half);
        }
        return List.copyOf(found);
    }

    /** Half panels to either side of a grid point, so that the middle of a symmetric valley is inside one. */
    private void addRoot(List<SharpPoint> found, double left, double right) {
        if (levelSlope(left) < 0.0 && levelSlope(right) >= 0.0) {
            addPoint(found, root(this::levelSlope, left, right), right - left);
        }
    }

    private void addPoint(List<SharpPoint> found, double point, double panel) {
        double x = floor.domain().fold(point);
        double rise = floor.shape().floor().curvature(x);
        double bend = bend(x);
        boolean minimum = rise > 0.0 && Math.abs(levelSlope(x)) <= SAME_POINT * panel * rise;
        if (minimum && bend > 0.0 && Math.abs(pull(x)) <= SAME_POINT * panel * bend) {
            found.add(new SharpPoint(x, rise / bend));
        }
    }

    private double levelSlope(double x) {
        return floor.shape().floor().slope(floor.domain().fold(x));
    }

    /** The smallest Delta_c, where the first sharp point loses its minimum; empty where there is no sharp point. */
    public OptionalDouble criticalTemperature() {
        return sharpPoints().stream().mapToDouble(SharpPoint::criticalTemperature).min();
    }

    /** The flatness F* of the minimum of U at temperature Delta; infinite where U falls for ever. */
    public double mostProbableFlatness(double temperature) {
        double x = mostProbablePoint(temperature);
        return Double.isInfinite(x) ? Double.POSITIVE_INFINITY : floor.shape().flatnessAt(x);
    }

    /** Where U is least; the leftmost of equals; infinite where U still falls at the end of an open line. */
    public double mostProbablePoint(double temperature) {
        double[] points = FloorGrid.points(floor.domain());
        int best = 0;
        for (int i = 1; i < points.length; i++) {
            best = potential(points[i], temperature) < potential(points[best], temperature) ? i : best;
        }
        boolean atEnd = best == 0 || best == points.length - 1;
        if (atEnd && floor.domain().boundary() != Boundary.PERIODIC) {
            return FloorGrid.middle(floor.domain()).contains(points[best])
                    ? points[best]
                    : Math.copySign(Double.POSITIVE_INFINITY, points[best]);
        }
        UnivariateFunction slope = x -> levelSlope(x) - temperature * pull(floor.domain().fold(x));
        double left = atEnd ? points[best] - (points[1] - points[0]) : points[best - 1];
        double right = atEnd ? points[best] + (points[1] - points[0]) : points[best + 1];
        boolean bracketed = slope.value(left) < 0.0 && slope.value(right) > 0.0;
        return floor.domain().fold(bracketed ? root(slope, left, right) : points[best]);
    }

    /** U(x) = L0(x) - Delta sum_i (D_i/D_1) ln F_i(x). */
    public double potential(double x, double temperature) {
        double sum = 0.0;
        for (int i = 0; i < floor.shape().sharpDirections(); i++) {
            sum += share(i, x) * Math.log(floor.shape().flatness().get(i).value(x));
        }
        return floor.shape().floor().value(x) - temperature * sum;
    }

    /** sum_i (D_i/D_1) F_i'/F_i. */
    private double pull(double x) {
        double sum = 0.0;
        for (int i = 0; i < floor.shape().sharpDirections(); i++) {
            Profile flatness = floor.shape().flatness().get(i);
            sum += share(i, x) * flatness.slope(x) / flatness.value(x);
        }
        return sum;
    }

    /** sum_i (D_i/D_1) F_i''/F_i, the slope of {@link #pull} where it vanishes. */
    private double bend(double x) {
        double sum = 0.0;
        for (int i = 0; i < floor.shape().sharpDirections(); i++) {
            Profile flatness = floor.shape().flatness().get(i);
            sum += share(i, x) * flatness.curvature(x) / flatness.value(x);
        }
        return sum;
    }

    private double share(int i, double x) {
        return floor.across(i, x) / floor.across(0, x);
    }

    private double temperature() {
        double[] points = FloorGrid.points(floor.domain());
        return floor.across(0, points[points.length / 2]);
    }

    private static double root(UnivariateFunction f, double left, double right) {
        return new BrentSolver(ROOT_ACCURACY, ROOT_ACCURACY * (right - left), Double.MIN_NORMAL)
                .solve(200, f, left, right);
    }
}
