package org.thalweg.fokkerplanck;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.thalweg.model.Boundary;
import org.thalweg.model.Domain;
import org.thalweg.model.Interval;
import org.thalweg.model.Setting;

/**
 * Times the stationary density of the valley of bench/peers/scipy_fp.py on n x n cells, assembly included. Not a test.
 *
 * <p>Arguments: n, repeats, threads. Prints the fastest run after one warm-up, and what is left of the balance of a
 * cell, relative to its turnover, at most.
 */
final class FiniteVolumeBenchmark {
    private static final double EDGE = 6.0;

    private FiniteVolumeBenchmark() {}

    /** Runs the benchmark. */
    public static void main(String[] args) throws Exception {
        int n = Integer.parseInt(args[0]);
        int repeats = Integer.parseInt(args[1]);
        ForkJoinPool pool = new ForkJoinPool(Integer.parseInt(args[2]));
        double[] seconds = new double[repeats];
        double[] mass = {};
        for (int r = -1; r < repeats; r++) {
            long start = System.nanoTime();
            mass = pool.submit(() -> StationaryDensity.masses(generator(n), setting())).get();
            if (r >= 0) {
                seconds[r] = (System.nanoTime() - start) * 1e-9;
            }
        }
        Arrays.sort(seconds);
        System.out.printf(Locale.ROOT, "n %d seconds %.4g median %.4g variance_x %.12g residual %.2g%n", n, seconds[0],
                seconds[repeats / 2], variance(mass, n), residual(generator(n), mass));
    }

    private static Setting setting() {
        Setting open = Examples.valley(Examples.parabola(0.01), Examples.OPENING, Interval.LINE, 10.0, 0.05);
        Interval side = new Interval(-EDGE, EDGE, Boundary.REFLECTING);
        return new Setting("peers", "", open.surface(), new Domain(List.of(side, side)), open.noise(), open.sgd(),
                open.start(), Optional.empty());
    }

    private static Generator generator(int n) {
        AxisDesign side = AxisDesign.uniform(-EDGE, EDGE, Boundary.REFLECTING, Boundary.REFLECTING);
        return FiniteVolumes.of(setting(), new Grid(side.cells(n), side.cells(n)), FluxSchemes.SCHARFETTER_GUMMEL);
    }

    private static double variance(double[] mass, int n) {
        double sum = 0.0;
        for (int c = 0; c < mass.length; c++) {
            double x = -EDGE + 2.0 * EDGE / n * (c / n + 0.5);
            sum += mass[c] * x * x;
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
