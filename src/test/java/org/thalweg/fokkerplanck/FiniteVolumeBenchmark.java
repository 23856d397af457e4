package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.truncation.Truncation;
import org.thalweg.fokkerplanck.volumes.FiniteVolumes;
import org.thalweg.fokkerplanck.volumes.FluxSchemes;
import org.thalweg.fokkerplanck.volumes.NullVector;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;

/**
 * Times the stationary density of the valley of bench/peers/scipy_fp.py on n x n cells, assembly included. Not a test.
 *
 * <p>Arguments: n, repeats, threads, and {@code graded} for the axes that the solver would choose instead of equal
 * cells, or {@code solve} for the whole call: these axes, three nested grids, extrapolation and error estimates. Prints
 * the fastest run after one warm-up, what is left of the balance of a cell, relative to its turnover, at most, and the
 * L1 error of the marginal, averaged over n equal cells, against the hierarchy.
 */
final class FiniteVolumeBenchmark {
    private static final double EDGE = 6.0;
    private static final double TOLERANCE = 1e-9;

    private FiniteVolumeBenchmark() {}

    /** Runs the benchmark. */
    public static void main(String[] args) throws Exception {
        int n = Integer.parseInt(args[0]);
        int repeats = Integer.parseInt(args[1]);
        ForkJoinPool pool = new ForkJoinPool(Integer.parseInt(args[2]));
        String mode = args.length > 3 ? args[3] : "equal";
        AxisDesign[] axes = axes(mode.equals("graded"));
        Grid grid = new Grid(axes[0].cells(n), axes[1].cells(n));
        boolean whole = mode.equals("solve");
        double[] seconds = new double[repeats];
        double[] mass = {};
        double[] marginal = {};
        for (int r = -1; r < repeats; r++) {
            long start = System.nanoTime();
            if (whole) {
                marginal = pool.submit(() -> solve(setting(), DensityMethod.FINITE_VOLUME, n)).get();
            } else {
                mass = pool.submit(() -> NullVector.of(generator(grid), setting())).get();
            }
            if (r >= 0) {
                seconds[r] = (System.nanoTime() - start) * 1e-9;
            }
        }
        Arrays.sort(seconds);
        System.out.printf(Locale.ROOT, "n %d seconds %.4g median %.4g error %.2g", n, seconds[0], seconds[repeats / 2],
                error(whole ? marginal : marginal(grid, mass)));
        if (!whole) {
            System.out.printf(Locale.ROOT, " variance_x %.12g residual %.2g", variance(grid, mass),
                    residual(generator(grid), mass));
        }
        System.out.println();
    }

    private static PlainSetting setting() {
        PlainSetting open = Examples.valley(Profiles.parabola(0.01), Profiles.OPENING, Interval.LINE, 10.0, 0.05);
        Interval side = new Interval(-EDGE, EDGE, Boundary.REFLECTING);
        return new Setting("peers", "", open.surface(), new Domain(List.of(side, side)), open.noise(), open.sgd(),
                open.start(), Optional.empty()).effective();
    }

    private static AxisDesign[] axes(boolean graded) {
        if (graded) {
            Truncation chosen = Truncation.stationary(setting(), new ArrayList<>());
            return new AxisDesign[] {chosen.x(), chosen.y()};
        }
        AxisDesign side = AxisDesign.uniform(-EDGE, EDGE, Boundary.REFLECTING, Boundary.REFLECTING);
        return new AxisDesign[] {side, side};
    }

    private static Generator generator(Grid grid) {
        return FiniteVolumes.of(setting(), grid, FluxSchemes.SCHARFETTER_GUMMEL);
    }

    private static double variance(Grid grid, double[] mass) {
        double sum = 0.0;
        for (int c = 0; c < mass.length; c++) {
            double x = grid.x().centres()[c / grid.y().size()];
            sum += mass[c] * x * x;
        }
        return sum;
    }

    /** Averages of the marginal over n equal cells along x. */
    private static double[] solve(PlainSetting setting, DensityMethod method, int n) {
        return StationaryDensity.solve(setting, method, new Resolution(n, n), TOLERANCE)
                .marginalOn(new Interval(-EDGE, EDGE, Boundary.REFLECTING), n).density();
    }

    /** The same of cell masses; the axis along x has equal cells. */
    private static double[] marginal(Grid grid, double[] mass) {
        double[] found = new double[grid.x().size()];
        for (int c = 0; c < mass.length; c++) {
            int i = c / grid.y().size();
            found[i] += mass[c] / grid.x().width(i);
        }
        return found;
    }

    private static double error(double[] found) {
        PlainSetting open = Examples.valley(Profiles.parabola(0.01), Profiles.OPENING,
                new Interval(-EDGE, EDGE, Boundary.REFLECTING), 10.0, 0.05);
        double[] expected = solve(open, DensityMethod.HIERARCHY, found.length);
        double sum = 0.0;
        for (int i = 0; i < found.length; i++) {
            sum += Math.abs(found[i] - expected[i]) * 2.0 * EDGE / found.length;
        }
        return sum;
    }

    private static double residual(Generator generator, double[] mass) {
        double[] change = generator.apply(mass);
        double largest = 0.0;
        for (int c = 0; c < change.length; c++) {
            largest = Math.max(largest, Math.abs(change[c]) / (generator.leaving(c) * mass[c] + Double.MIN_NORMAL));
        }
        return largest;
    }
}
