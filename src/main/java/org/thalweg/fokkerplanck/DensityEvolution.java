package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.GridLaw;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.linear.KrylovFlow;
import org.thalweg.fokkerplanck.linear.Resolvent;
import org.thalweg.fokkerplanck.truncation.SpreadRange;
import org.thalweg.fokkerplanck.truncation.Truncation;
import org.thalweg.fokkerplanck.volumes.Coefficients;
import org.thalweg.fokkerplanck.volumes.FiniteVolumes;
import org.thalweg.fokkerplanck.volumes.FluxSchemes;
import org.thalweg.fokkerplanck.volumes.Mesh;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/** Solves for the density at given times after a start at one point. */
public final class DensityEvolution {
    /** int |error| in time, far below that of any grid. */
    private static final double ERROR_IN_TIME = 1e-10;
    /** Of the rounding of solves and the error in time; more means that a solve went wrong. */
    private static final double LARGEST_MASS_ERROR = 1e-9;

    /** A step of this length times a rate leaves few digits of the mass in a factorisation. */
    private static final double LONG = 1e5;

    private DensityEvolution() {}

    /**
     * The densities of a setting's diffusion at learning times after its start, extrapolated over three refinements of
     * the grid; there is no time step ({@link KrylovFlow}). Where ends absorb, means are over the mass that is left.
     *
     * @param times positive, increasing
     * @param resolution of the finest grid
     * @throws Refusal where the setting or the times cannot be done; names the remedy
     * @throws NumericsException where the computation fails
     */
    public static List<DensitySolution> at(PlainSetting setting, List<Double> times, Resolution resolution) {
        Refusal.raise(Coefficients.refuses(setting));
        check(times);
        List<String> notes = new ArrayList<>();
        AxisDesign[] axes = SpreadRange.axes(setting.atFirstOrder(), times.get(times.size() - 1), notes);
        Mesh mesh = Mesh.of(setting.atFirstOrder(), axes[0], axes[1], resolution, notes);
        List<List<GridLaw>> laws = new ArrayList<>();
        for (int level = 0; level < Resolution.LEVELS; level++) {
            laws.add(evolve(setting, mesh, level, times));
        }
        notes.add("the start is spread over one cell, which is extrapolated away; errors in time are below 1e-10");
        Interval domain = setting.domain().along();
        Interval range = domain.bounded() ? domain : new Interval(axes[0].from(), axes[0].to(), Boundary.OPEN);
        List<DensitySolution> solutions = new ArrayList<>();
        for (int k = 0; k < times.size(); k++) {
            List<GridLaw> levels = new ArrayList<>();
            for (List<GridLaw> law : laws) {
                levels.add(law.get(k));
            }
            GridLaw finest = levels.get(levels.size() - 1);
            checkMass(setting, finest, times.get(k));
            List<String> said = new ArrayList<>(notes);
            if (finest.total() < 1.0 - LARGEST_MASS_ERROR) {
                said.add(String.format(Locale.ROOT, "mass %.6f is left at t = %s; means are over it", finest.total(),
                        times.get(k)));
            }
            solutions.add(DensitySolution.of(DensityMethod.FINITE_VOLUME, setting, levels, range,
                    diagnostic -> Truncation.ACROSS, said).widened(Unsettled.errors(setting, levels)));
        }
        return List.copyOf(solutions);
    }

    static void check(List<Double> times) {
        double before = 0.0;
        for (double time : times) {
            if (!(time > before) || Double.isInfinite(time)) {
                throw new Refusal("times " + times + ": must be positive, finite and increasing");
            }
            before = time;
        }
        if (times.isEmpty()) {
            throw new Refusal("no times; give at least one");
        }
    }

    private static List<GridLaw> evolve(PlainSetting setting, Mesh mesh, int level, List<Double> times) {
        Grid grid = mesh.grid(level);
        Generator generator = FiniteVolumes.of(setting, grid, FluxSchemes.SCHARFETTER_GUMMEL);
        double[] mass = StartOnGrid.mass(setting, mesh, grid);
        return KrylovFlow.forward(Resolvent.forward(generator), mass, times.stream().mapToDouble(t -> t).toArray(),
                        ERROR_IN_TIME).stream().map(at -> GridLaw.of(grid, at)).toList();
    }

    private static void checkMass(PlainSetting setting, GridLaw law, double time) {
        boolean closed = setting.domain().intervals().stream().noneMatch(i -> i.boundary() == Boundary.ABSORBING);
        if (!(law.total() < 1.0 + LARGEST_MASS_ERROR) || closed && law.total() < 1.0 - LARGEST_MASS_ERROR) {
            throw new NumericsException("the mass is " + law.total() + " at t = " + time
                    + (time > LONG ? "; that is long after the law became stationary, so leave out the time, or give"
                    + " one of at most " + LONG : "; use a finer grid or a smaller domain"));
        }
        Truncation.check(setting.atFirstOrder(), law, 0.0);
    }
}
