package org.thalweg.fokkerplanck.volumes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import org.thalweg.fokkerplanck.grid.Axis;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.grid.Stretch;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.fokkerplanck.law.Richardson;
import org.thalweg.fokkerplanck.line.Approach;
import org.thalweg.fokkerplanck.line.CutTail;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.fokkerplanck.linear.SparseSolver;
import org.thalweg.fokkerplanck.truncation.Truncation;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.refusal.Refusal;

/** Mean first-passage times of the plane by finite volumes on nested grids, extrapolated. */
public final class VolumePassage {
    /** In distances of the start from the flat set: a domain that is much longer is stretched. */
    static final double FAR = 10.0;

    private VolumePassage() {}

    /**
     * The first-passage time of the two-dimensional diffusion, extrapolated over three grids.
     *
     * @param resolution of the finest grid
     * @throws Refusal where there is no flat set, or the flat set cannot be reached
     * @throws NumericsException where the computation fails
     */
    public static PassageTime of(PlainSetting setting, Resolution resolution) {
        Line line = Line.of(setting.atFirstOrder());
        Approach approach = Approach.bounded(setting, line, Approach.FARTHEST);
        Mesh mesh = mesh(setting, approach, resolution);
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
        return CutTail.widened(PassageTime.ofMoments(Richardson.ofTimes(means, Richardson.unresolved(along)),
                Richardson.ofTimes(squares, Richardson.unresolved(squaresAlong))), setting, line, approach);
    }

    /** The cells of the stretch that a particle has to leave. */
    static Mesh mesh(PlainSetting setting, Approach approach, Resolution resolution) {
        Refusal.raise(Coefficients.refuses(setting));
        if (setting.domain().interval(1).boundary() == Boundary.ABSORBING) {
            throw new Refusal("the ends of y absorb, so some particles never reach the flat set"
                    + " and the mean first-passage time is infinite; use reflecting ends");
        }
        double start = setting.start()[0];
        double nearest = Math.min(start - approach.from(), approach.to() - start);
        double length = approach.to() - approach.from();
        // A far wall, or a tail that was cut off far away: uniform cells would miss the start.
        Stretch stretch = length < FAR * nearest
                ? Stretch.NONE : new Stretch(start, Math.max(nearest, 0.01 * length));
        AxisDesign x = new AxisDesign(approach.from(), approach.to(), approach.lower(), approach.upper(), stretch);
        AxisDesign y = Truncation.across(setting.atFirstOrder(), approach.from(), approach.to(), new ArrayList<>());
        return Mesh.of(setting.atFirstOrder(), x, y, resolution, new ArrayList<>());
    }

    /** The mean time to be killed, from each cell: G^T T = -1. */
    private static double[] meanTimes(Generator generator, SparseSolver.Factors factors) {
        double[] times = new double[generator.size()];
        Arrays.fill(times, -1.0);
        factors.solveAdjoint(times);
        double[] residual = generator.applyAdjoint(times);
        for (int c = 0; c < times.length; c++) {
            double scale = 1.0 + generator.leaving(c) * times[c];
            if (!(Math.abs(residual[c] + 1.0) <= NullVector.LARGEST_RESIDUAL * scale)) {
                throw new NumericsException(String.format(Locale.ROOT, "the backward equation of cell %d is off by %.2g"
                        + " (mean time %.3g); use a finer grid or raise the temperature", c,
                        residual[c] + 1.0, times[c]));
            }
        }
        return times;
    }

    /** A function on cells at the y of the start, at some places along. */
    static double[] along(Grid grid, double[] values, double[] places, double y) {
        return Arrays.stream(places).map(x -> interpolate(grid, values, new double[] {x, y})).toArray();
    }

    /** A function on cells at any point. */
    static double interpolate(Grid grid, double[] values, double[] at) {
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
