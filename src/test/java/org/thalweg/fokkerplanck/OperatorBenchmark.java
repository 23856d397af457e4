package org.thalweg.fokkerplanck;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.thalweg.fokkerplanck.action.MinimumActionPath;
import org.thalweg.fokkerplanck.action.StringPath;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.hierarchy.ValleyCommittor;
import org.thalweg.fokkerplanck.hierarchy.ValleyEvolution;
import org.thalweg.fokkerplanck.hierarchy.ValleyModes;
import org.thalweg.fokkerplanck.hierarchy.ValleySpectrum;
import org.thalweg.fokkerplanck.hierarchy.ValleySurvival;
import org.thalweg.fokkerplanck.hierarchy.ValleyTransition;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.line.FloorCommittor;
import org.thalweg.fokkerplanck.line.FloorSpectrum;
import org.thalweg.fokkerplanck.volumes.VolumeCommittor;
import org.thalweg.fokkerplanck.volumes.VolumeSpectrum;
import org.thalweg.fokkerplanck.volumes.VolumeSurvival;
import org.thalweg.fokkerplanck.volumes.VolumeTransition;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.space.Interval;
import org.thalweg.model.space.Region;

/**
 * Processor time of what else the operator answers, of the ring at kappa = 4, as a multiple of that of one stationary
 * density by finite volumes; of this thread alone, medians. Not a test; arguments: nx, ny, repeats.
 */
final class OperatorBenchmark {
    private OperatorBenchmark() {}

    /** Runs the benchmark. */
    public static void main(String[] args) {
        Resolution resolution = new Resolution(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        int repeats = Integer.parseInt(args[2]);
        PlainSetting ring = Examples.passage(Examples.ring(4.0, 0.05), 3.0, 1.35);
        PlainSetting bowl = Examples.valley(Profiles.formula("0.2*x^2"), Profiles.formula("1 + 0.3*x^2"),
                Interval.LINE, 1.0, 0.1);
        double[] times = new double[120];
        Arrays.setAll(times, k -> 0.8 * Math.pow(1000.0, k / 119.0));
        Map<String, Supplier<?>> asked = new LinkedHashMap<>();
        asked.put("density", () -> StationaryDensity.solve(ring, DensityMethod.FINITE_VOLUME, resolution));
        asked.put("four rates and modes", () -> VolumeSpectrum.of(ring, 4, resolution, new ArrayList<>()));
        asked.put("four rates by the hierarchy", () -> ValleySpectrum.attempt(ring, 4, 1e-6).orThrow());
        asked.put("current and entropy production", () -> {
            DensitySolution law = StationaryDensity.solve(ring, DensityMethod.FINITE_VOLUME, resolution);
            return List.of(law.current(), law.entropyProduction());
        });
        asked.put("density by the hierarchy", () -> StationaryDensity.solve(ring, DensityMethod.HIERARCHY,
                resolution));
        asked.put("survival at 120 times by the hierarchy", () -> ValleySurvival.attempt(ring, times, 1e-7).orThrow());
        asked.put("committor by the hierarchy", () -> ValleyCommittor.attempt(ring, -1.0, 3.1, resolution, 1e-8)
                .orThrow());
        asked.put("law at five times by the hierarchy", () -> ValleyEvolution.attempt(ring,
                List.of(2.0, 5.0, 10.0, 20.0, 50.0), resolution, 1e-6).orThrow());
        asked.put("four modes by the hierarchy", () -> ValleyModes.attempt(ring, 4, 1e-6).orThrow());
        asked.put("transitions between two arcs by the hierarchy", () -> ValleyTransition.attempt(ring,
                Region.parse("2<=x<=3"), Region.parse("-0.5<=x<=0.5"), 1e-6).orThrow());
        asked.put("transitions between two arcs", () -> VolumeTransition.of(ring, Region.parse("2<=x<=3"),
                Region.parse("-0.5<=x<=0.5"), resolution, new ArrayList<>()));
        asked.put("transitions between two discs", () -> VolumeTransition.of(ring, Region.parse("disc:-2,0,0.5"),
                Region.parse("disc:2,0,0.5"), resolution, new ArrayList<>()));
        asked.put("string", () -> StringPath.between(bowl.diffusion(), new double[] {0.0, 0.0},
                new double[] {0.9, 0.7}));
        asked.put("path of least action of a bowl", () -> MinimumActionPath.between(bowl.diffusion(),
                new double[] {0.0, 0.0}, new double[] {0.9, 0.7}));
        asked.put("four rates of the floor", () -> FloorSpectrum.of(ring, 4));
        asked.put("law at five times", () -> DensityEvolution.at(ring, List.of(2.0, 5.0, 10.0, 20.0, 50.0),
                resolution));
        asked.put("passage time", () -> FirstPassage.by(DensityMethod.FINITE_VOLUME, ring, resolution, 0.0));
        asked.put("survival at 120 times", () -> VolumeSurvival.of(ring, times, resolution));
        asked.put("survival of the floor", () -> VolumeSurvival.onFloor(ring, times));
        asked.put("committor", () -> VolumeCommittor.of(ring, -1.0, 3.1, resolution));
        asked.put("committor of the floor", () -> FloorCommittor.of(ring, -1.0, 3.1));
        asked.put("path of least action", () -> MinimumActionPath.between(ring.diffusion(), new double[] {0.5, 0.0},
                new double[] {1.5, 0.5}));
        double density = Double.NaN;
        for (Map.Entry<String, Supplier<?>> one : asked.entrySet()) {
            double seconds = median(repeats, one.getValue());
            density = one.getKey().equals("density") ? seconds : density;
            System.out.printf(Locale.ROOT, "%s: %.3g s, %.3g densities%n", one.getKey(), seconds, seconds / density);
        }
    }

    private static double median(int repeats, Supplier<?> work) {
        double[] seconds = new double[repeats];
        for (int i = -2; i < repeats; i++) {
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
