package org.thalweg.fokkerplanck.volumes;

import java.util.Arrays;
import org.thalweg.fokkerplanck.grid.Axis;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Bernoulli;
import org.thalweg.fokkerplanck.grid.GaussLegendre;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.grid.Stretch;
import org.thalweg.fokkerplanck.law.SurvivalFunction;
import org.thalweg.fokkerplanck.line.Approach;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.fokkerplanck.linear.KrylovFlow;
import org.thalweg.fokkerplanck.linear.Resolvent;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.refusal.Refusal;

/**
 * Who has not reached the flat set by a time: exp(t A) with absorption at its edges, backward, on 1, at the start. No
 * time steps ({@link KrylovFlow}); three grids are extrapolated.
 */
public final class VolumeSurvival {
    /** Error in time, far below that of a grid. */
    private static final double ERROR_IN_TIME = 1e-9;
    /** Cells of the finest of three grids along the floor. */
    private static final int FLOOR_CELLS = 1024;
    private static final GaussLegendre RULE = GaussLegendre.of(4);

    private VolumeSurvival() {}

    /**
     * Of the plane, from the point where the setting starts.
     *
     * @param times positive, increasing
     * @throws Refusal where there is no flat set, it cannot be reached, or the start is a distribution
     */
    public static SurvivalFunction of(PlainSetting setting, double[] times, Resolution resolution) {
        SurvivalFunction.refuseDistributions(setting);
        Approach approach = Approach.bounded(setting, Line.of(setting.atFirstOrder()), Approach.FARTHEST);
        Mesh mesh = VolumePassage.mesh(setting, approach, resolution);
        double[][] levels = new double[Resolution.LEVELS][];
        for (int level = 0; level < levels.length; level++) {
            Grid grid = mesh.grid(level);
            levels[level] = survival(FiniteVolumes.of(setting, grid, FluxSchemes.SCHARFETTER_GUMMEL),
                    at(grid, setting.start()), times);
        }
        return SurvivalFunction.ofGrids(times, levels);
    }

    /** Of the valley floor, sharp directions relaxed: asymptotic, but for a setting with one parameter. */
    public static SurvivalFunction onFloor(PlainSetting setting, double[] times) {
        SurvivalFunction.refuseDistributions(setting);
        Line line = Line.of(setting);
        Approach approach = Approach.bounded(setting, line, Approach.FARTHEST);
        double start = setting.start()[0];
        double nearest = Math.min(start - approach.from(), approach.to() - start);
        AxisDesign x = new AxisDesign(approach.from(), approach.to(), approach.lower(), approach.upper(),
                approach.to() - approach.from() < VolumePassage.FAR * nearest ? Stretch.NONE
                : new Stretch(start, Math.max(nearest, 0.01 * (approach.to() - approach.from()))));
        AxisDesign one = AxisDesign.uniform(-0.5, 0.5, Boundary.REFLECTING, Boundary.REFLECTING);
        double[][] levels = new double[Resolution.LEVELS][];
        for (int level = 0; level < levels.length; level++) {
            Grid grid = new Grid(x.cells(Resolution.cells(FLOOR_CELLS, level)), one.cells(1));
            levels[level] = survival(generator(line, grid), at(grid, start, 0.0), times);
        }
        return SurvivalFunction.ofGrids(times, levels);
    }

    private static double[] survival(Generator generator, double[] start, double[] times) {
        double[] everybody = new double[generator.size()];
        Arrays.fill(everybody, 1.0);
        return KrylovFlow.backward(Resolvent.backward(generator), everybody, start, times, ERROR_IN_TIME);
    }

    /** The weights of cells whose values interpolate at a point. */
    private static double[] at(Grid grid, double... point) {
        double[] weights = new double[grid.size()];
        Axis.Stencil x = grid.x().stencil(point[0]);
        boolean line = grid.y().size() == 1;
        Axis.Stencil y = line ? null : grid.y().stencil(point[1]);
        for (int i = 0; i < x.cells().length; i++) {
            for (int j = 0; j < (line ? 1 : y.cells().length); j++) {
                weights[grid.cell(x.cells()[i], line ? 0 : y.cells()[j])] +=
                        x.weights()[i] * (line ? 1.0 : y.weights()[j]);
            }
        }
        return weights;
    }

    /** The line as a row of cells, by the flux of Scharfetter and Gummel. */
    private static Generator generator(Line line, Grid grid) {
        Axis x = grid.x();
        double[] centres = x.centres();
        double[][] rates = new double[Grid.DIRECTIONS][grid.size()];
        double[] killed = new double[grid.size()];
        int last = x.size() - 1;
        for (int i = 0; i < last; i++) {
            double work = work(line, centres[i], centres[i + 1]);
            double distance = centres[i + 1] - centres[i];
            rates[Grid.EAST][i] = Bernoulli.of(-work) * line.diffusion(centres[i]) / (distance * x.width(i));
            rates[Grid.WEST][i + 1] = Bernoulli.of(work) * line.diffusion(centres[i + 1])
                    / (distance * x.width(i + 1));
        }
        if (x.lower() == Boundary.ABSORBING) {
            killed[0] += leaving(line, centres[0], x.edges()[0], x.width(0));
        }
        if (x.upper() == Boundary.ABSORBING) {
            killed[last] += leaving(line, centres[last], x.edges()[last + 1], x.width(last));
        }
        return new Generator(grid, rates, killed);
    }

    private static double leaving(Line line, double centre, double face, double width) {
        return Bernoulli.of(-work(line, centre, face)) * line.diffusion(centre) / (Math.abs(face - centre) * width);
    }

    private static double work(Line line, double from, double to) {
        double sum = 0.0;
        for (int k = 0; k < RULE.size(); k++) {
            double x = from + (to - from) * RULE.nodes()[k];
            sum += (to - from) * RULE.weights()[k] * line.drift(x) / line.diffusion(x);
        }
        return sum;
    }
}
