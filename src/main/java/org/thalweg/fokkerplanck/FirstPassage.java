package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import org.thalweg.fokkerplanck.grid.Axis;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.grid.Stretch;
import org.thalweg.fokkerplanck.hierarchy.HierarchyPassage;
import org.thalweg.fokkerplanck.hierarchy.ValleyHierarchy;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.fokkerplanck.law.Richardson;
import org.thalweg.fokkerplanck.line.Approach;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.fokkerplanck.line.LinePassage;
import org.thalweg.fokkerplanck.line.LineRange;
import org.thalweg.fokkerplanck.linear.SparseSolver;
import org.thalweg.fokkerplanck.truncation.Truncation;
import org.thalweg.fokkerplanck.volumes.Coefficients;
import org.thalweg.fokkerplanck.volumes.FiniteVolumes;
import org.thalweg.fokkerplanck.volumes.FluxSchemes;
import org.thalweg.fokkerplanck.volumes.Mesh;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Boundary;
import org.thalweg.refusal.Refusal;

/**
 * The mean learning time from a setting's start to its flat set, {x: F(x) &gt;= level}.
 *
 * <p>It solves the backward equation b . grad T + sum_i D_ii d_i^2 T = -1 with T = 0 on the flat set, whose edges are
 * faces of the grid. From a start inside the flat set the time is 0; from a starting distribution it is the mean over
 * it.
 */
public final class FirstPassage {
    /**
     * On an infinite side the grid ends this many times as far from the start as the flat set: a tail's share of T
     * there.
     */
    private static final double FARTHEST = 1e3;

    private FirstPassage() {}

    /**
     * The first-passage time by the same method as a density; AUTO takes the finite volumes where the hierarchy
     * refuses. The hierarchy does one sharp direction; for several the time is that of the valley floor.
     *
     * @param resolution of the finest grid of the finite volumes
     * @param tolerance of the hierarchy: largest estimated relative error
     */
    public static PassageTime by(DensityMethod method, Setting setting, Resolution resolution, double tolerance) {
        boolean plane = setting.surface().dimension() == 2;
        if (method == DensityMethod.HIERARCHY && plane) {
            return byHierarchy(setting, tolerance);
        }
        if (method == DensityMethod.AUTO && plane) {
            try {
                return byHierarchy(setting, tolerance);
            } catch (Refusal | NumericsException refused) {
                return solve(setting, resolution);
            }
        }
        return method == DensityMethod.FINITE_VOLUME ? solve(setting, resolution) : onFloor(setting);
    }

    /**
     * The first-passage time of the two-dimensional diffusion, extrapolated over three grids.
     *
     * @param resolution of the finest grid
     * @throws Refusal where there is no flat set, or the flat set cannot be reached
     * @throws NumericsException where the computation fails
     */
    public static PassageTime solve(Setting setting, Resolution resolution) {
        Coefficients.requireTwoDimensions(setting);
        if (setting.startDistribution().isPresent()) {
            return PassageTime.mixture(setting, start -> solve(start, resolution));
        }
        if (Approach.arrived(setting)) {
            return PassageTime.NONE;
        }
        if (setting.domain().interval(1).boundary() == Boundary.ABSORBING) {
            throw new Refusal("the ends of y absorb, so some particles never reach the flat set"
                    + " and the mean first-passage time is infinite; use reflecting ends");
        }
        Approach approach = bounded(setting, Line.of(setting.atFirstOrder()), FARTHEST);
        double start = setting.start()[0];
        double nearest = Math.min(start - approach.from(), approach.to() - start);
        double length = approach.to() - approach.from();
        // A tail that was cut off far away: uniform cells would miss the start.
        Stretch stretch = approach.equals(Approach.of(setting)) || length < 20.0 * nearest
                ? Stretch.NONE : new Stretch(start, Math.max(nearest, 0.01 * length));
        AxisDesign x = new AxisDesign(approach.from(), approach.to(), approach.lower(), approach.upper(), stretch);
        AxisDesign y = Truncation.across(setting.atFirstOrder(), approach.from(), approach.to(), new ArrayList<>());
        Mesh mesh = Mesh.of(setting.atFirstOrder(), x, y, resolution, new ArrayList<>());
        double[] means = new double[Resolution.LEVELS];
        double[] squares = new double[Resolution.LEVELS];
        double[][] along = new double[Resolution.LEVELS][];
        double[][] squaresAlong = new double[Resolution.LEVELS][];
        for (int level = 0; level < means.length; level++) {
            Grid grid = mesh.grid(level);
            Generator generator = FiniteVolumes.of(setting, grid, FluxSchemes.SCHARFETTER_GUMMEL);
            SparseSolver.Factors factors = SparseSolver.standard().factor(generator);
            double[] times = meanTimes(generator, factors);
            means[level] = interpolate(grid, times, setting.start());
            along[level] = along(grid, times, mesh.grid(0).x().centres(), setting.start()[1]);
            Arrays.setAll(times, c -> -2.0 * times[c]);
            factors.solveAdjoint(times);
            squares[level] = interpolate(grid, times, setting.start());
            squaresAlong[level] = along(grid, times, mesh.grid(0).x().centres(), setting.start()[1]);
        }
        return PassageTime.ofMoments(Richardson.of(means, Richardson.unresolved(along)),
                Richardson.of(squares, Richardson.unresolved(squaresAlong)));
    }

    /**
     * The first-passage time of the two-dimensional diffusion of a valley by its hierarchy.
     *
     * @param tolerance largest estimated relative error
     * @throws Refusal where the hierarchy cannot do the setting, or there is no flat set within reach
     * @throws NumericsException where the tolerance is not reached
     */
    public static PassageTime byHierarchy(Setting setting, double tolerance) {
        ValleyHierarchy.requireValley(setting);
        if (setting.startDistribution().isPresent()) {
            return PassageTime.mixture(setting, start -> byHierarchy(start, tolerance));
        }
        if (setting.surface().dimension() != 2) {
            throw new Refusal("passage times by the hierarchy need one sharp direction; use the method"
                    + " quadrature");
        }
        if (Approach.arrived(setting)) {
            return PassageTime.NONE;
        }
        Line line = Line.of(setting);
        Approach approach = bounded(setting, line, FARTHEST);
        ValleyHierarchy.requireSmooth(setting.surface().valley().orElseThrow(), approach.from(), approach.to());
        PassageTime time = HierarchyPassage.solve(setting, approach, tolerance);
        Approach farther = bounded(setting, line, LineRange.FARTHEST);
        if (farther.equals(approach)) {
            return time;
        }
        // What the tail that was cut off adds, as the floor has it, doubled because that is an approximation.
        double start = setting.start()[0];
        LinePassage.LogMoments kept = LinePassage.logMoments(line, approach, start, 1.0, 1);
        LinePassage.LogMoments whole = LinePassage.logMoments(line, farther, start, 1.0, 1);
        return new PassageTime(
                widened(time.mean(), time.mean().value() * -StrictMath.expm1(kept.mean() - whole.mean())),
                widened(time.variance(), Math.exp(whole.square()) * -StrictMath.expm1(kept.square() - whole.square())));
    }

    private static Measurement widened(Measurement measured, double cut) {
        return Measurement.computed(measured.value(), measured.standardError() + 2.0 * Math.abs(cut));
    }

    /**
     * The first-passage time along the valley floor, for any number of sharp directions: exact for the
     * one-dimensional diffusion, asymptotic (fast relaxation across the valley) for the whole.
     */
    public static PassageTime onFloor(Setting setting) {
        if (setting.startDistribution().isPresent()) {
            return PassageTime.mixture(setting, FirstPassage::onFloor);
        }
        if (Approach.arrived(setting)) {
            return PassageTime.NONE;
        }
        Line line = Line.of(setting);
        Approach approach = bounded(setting, line, LineRange.FARTHEST);
        double width = setting.domain().along().bounded() ? Double.POSITIVE_INFINITY : line.unit();
        double start = setting.start()[0];
        LinePassage.LogMoments coarse = LinePassage.logMoments(line, approach, start, width, 1);
        LinePassage.LogMoments fine = LinePassage.logMoments(line, approach, start, width, 2);
        // e^700 is close to the largest double.
        if (!(fine.mean() < 700.0)) {
            throw new NumericsException("the mean first-passage time is e^" + fine.mean() + "; raise the temperature");
        }
        return PassageTime.ofMoments(
                Richardson.ofQuadratures(Math.exp(coarse.mean()), Math.exp(fine.mean())),
                Richardson.ofQuadratures(Math.exp(coarse.square()), Math.exp(fine.square())));
    }

    /**
     * The approach with infinite ends cut where no mass is left, or {@code farthest} times the distance to the flat
     * set.
     */
    static Approach bounded(Setting setting, Line line, double farthest) {
        Approach approach = Approach.of(setting);
        double start = setting.start()[0];
        double reach = farthest * Math.min(start - approach.from(), approach.to() - start);
        double from = approach.from();
        double to = approach.to();
        if (Double.isInfinite(from)) {
            from = Math.max(end(line, start, -1), start - reach);
        }
        if (Double.isInfinite(to)) {
            to = Math.min(end(line, start, 1), start + reach);
        }
        return new Approach(from, to, approach.lower(), approach.upper());
    }

    private static double end(Line line, double start, int side) {
        double p = LineRange.tailExponent(line, start, side);
        if (p <= 1.0) {
            throw new NumericsException(String.format(Locale.ROOT,
                    "the mean first-passage time is infinite: towards x = %sinfinity the density %s; close the domain",
                    side < 0 ? "-" : "", LineRange.decay(p)));
        }
        return LineRange.end(line, start, side);
    }

    /** The mean time to be killed, from each cell: G^T T = -1. */
    static double[] meanTimes(Generator generator, SparseSolver.Factors factors) {
        double[] times = new double[generator.size()];
        Arrays.fill(times, -1.0);
        factors.solveAdjoint(times);
        double[] residual = generator.applyAdjoint(times);
        for (int c = 0; c < times.length; c++) {
            double scale = 1.0 + generator.leaving(c) * times[c];
            if (!(Math.abs(residual[c] + 1.0) <= StationaryDensity.LARGEST_RESIDUAL * scale)) {
                throw new NumericsException(String.format(Locale.ROOT, "the backward equation of cell %d is off by %.2g"
                        + " (mean time %.3g); use a finer grid or raise the temperature", c,
                        residual[c] + 1.0, times[c]));
            }
        }
        return times;
    }

    /** A function on cells at the y of the start, at some places along. */
    private static double[] along(Grid grid, double[] values, double[] places, double y) {
        return Arrays.stream(places).map(x -> interpolate(grid, values, new double[] {x, y})).toArray();
    }

    private static double interpolate(Grid grid, double[] values, double[] at) {
        Axis.Stencil x = grid.x().stencil(at[0]);
        Axis.Stencil y = grid.y().stencil(at[1]);
        double sum = 0.0;
        for (int i = 0; i < x.cells().length; i++) {
            for (int j = 0; j < y.cells().length; j++) {
                sum += x.weights()[i] * y.weights()[j] * values[grid.cell(x.cells()[i], y.cells()[j])];
            }
        }
        return sum;
    }
}
