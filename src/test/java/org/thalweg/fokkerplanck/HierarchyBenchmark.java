package org.thalweg.fokkerplanck;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;

/**
 * Times of the hierarchy, not a test: whole calls (choice of the sizes, error estimate and means included) on one
 * thread, beside their true L1 error; then a sweep of ten thousand densities on all cores
 * (left out with any argument, as are other valleys). Rows: bench/density.csv.
 */
final class HierarchyBenchmark {
    private static final int WARM = 400;
    private static final int CALLS = 200;
    private static final int DENSITIES = 10_000;

    private HierarchyBenchmark() {}

    public static void main(String[] arguments) {
        Interval six = new Interval(-6.0, 6.0, Boundary.REFLECTING);
        single("yardstick", Examples.valley(Profiles.parabola(0.01), Profiles.OPENING, six, 10, 0.05));
        if (arguments.length > 0) {
            return;
        }
        single("ring", Examples.ring(4, 0.05));
        single("bump", Examples.bump(10, 0.1));
        sweep(six);
    }

    private static DensitySolution solve(PlainSetting setting, double tolerance) {
        return StationaryDensity.solve(setting, DensityMethod.HIERARCHY, Resolution.DEFAULT, tolerance);
    }

    private static void single(String name, PlainSetting setting) {
        DensitySolution best = solve(setting, 1e-11);
        for (double tolerance : new double[] {1e-4, 1e-6, 4e-8, 1e-9}) {
            double[] wall = new double[CALLS];
            double[] cpu = new double[CALLS];
            DensitySolution found = solve(setting, tolerance);
            for (int i = -WARM; i < CALLS; i++) {
                long start = System.nanoTime();
                long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                found = solve(setting, tolerance);
                if (i >= 0) {
                    cpu[i] = 1e-6 * (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - used);
                    wall[i] = 1e-6 * (System.nanoTime() - start);
                }
            }
            Arrays.sort(wall);
            Arrays.sort(cpu);
            System.out.printf(Locale.ROOT, "%s tolerance %.0e: error %.1e, wall %.3f ms (best %.3f), cpu %.3f ms; %s%n",
                    name, tolerance, distance(found, best), wall[CALLS / 2], wall[0], cpu[CALLS / 2],
                    found.notes().get(0));
        }
    }

    /** The L1 distance of two marginals by averages over 600 bins. */
    private static double distance(DensitySolution one, DensitySolution other) {
        int bins = 600;
        double[] a = one.marginalOn(one.range(), bins).density();
        double[] b = other.marginalOn(one.range(), bins).density();
        return IntStream.range(0, bins).mapToDouble(i -> Math.abs(a[i] - b[i])).sum() * one.range().length() / bins;
    }

    /** The yardstick and the ring over learning rate (temperature) and anisotropy. */
    private static void sweep(Interval six) {
        List<PlainSetting> settings = IntStream.range(0, DENSITIES).mapToObj(i -> {
            double temperature = 0.01 * Math.pow(10.0, i % 100 / 99.0);
            double kappa = 1.0 + 9.0 * (i / 200) / (DENSITIES / 200);
            return i / 100 % 2 == 0 ? Examples.ring(kappa, temperature)
                    : Examples.valley(Profiles.parabola(0.01), Profiles.OPENING, six, kappa, temperature);
        }).toList();
        for (double tolerance : new double[] {1e-4, 1e-6}) {
            long start = System.nanoTime();
            long solved = settings.parallelStream()
                    .mapToDouble(setting -> solve(setting, tolerance).quantities().get(Quantity.MEAN_FLATNESS).value())
                    .filter(Double::isFinite).count();
            System.out.printf(Locale.ROOT, "sweep: %d densities at tolerance %.0e in %.1f s on %d cores%n", solved,
                    tolerance, 1e-9 * (System.nanoTime() - start), Runtime.getRuntime().availableProcessors());
        }
    }
}
