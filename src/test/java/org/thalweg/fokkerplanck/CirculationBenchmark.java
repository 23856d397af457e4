package org.thalweg.fokkerplanck;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.volumes.VolumeSpectrum;
import org.thalweg.model.PlainSetting;

/**
 * Processor time of what is asked of a stationary density of the ring, as a multiple of that of the density: median of
 * so many runs of this thread alone. Not a test; arguments: method, nx, ny, repeats.
 */
final class CirculationBenchmark {
    private CirculationBenchmark() {}

    /** Runs the benchmark. */
    public static void main(String[] args) {
        DensityMethod method = DensityMethod.valueOf(args[0]);
        Resolution resolution = new Resolution(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        int repeats = Integer.parseInt(args[3]);
        PlainSetting ring = Examples.ring(4.0, 0.05);
        Supplier<DensitySolution> solve = () -> StationaryDensity.solve(ring, method, resolution);
        DensitySolution solution = solve.get();
        double density = median(repeats, solve);
        double entropy = median(repeats, solution::entropyProduction);
        double current = median(repeats, solution::current);
        double rates = median(repeats, () -> VolumeSpectrum.of(ring, 4, resolution, new ArrayList<>()));
        System.out.printf(Locale.ROOT, "density %.3g s, entropy production %.3g times, current %.3g times, four rates"
                + " %.3g times, error %.2g%n", density, entropy / density, current / density, rates / density,
                solution.entropyProduction().standardError()
                / solution.entropyProduction().value());
    }

    private static double median(int repeats, Supplier<?> work) {
        double[] seconds = new double[repeats];
        for (int i = -3; i < repeats; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.get();
            if (i >= 0) {
                seconds[i] = 1e-9 * (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
            }
        }
        Arrays.sort(seconds);
        return seconds[repeats / 2];
    }
}
