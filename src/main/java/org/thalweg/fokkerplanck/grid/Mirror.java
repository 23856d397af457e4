package org.thalweg.fokkerplanck.grid;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Interval;

/** Finds valleys that are their own mirror image: half of the equations is then enough. */
public final class Mirror {
    /** As many as there are collocation points in a typical solve; features they miss are missed there too. */
    private static final int SAMPLES = 192;
    /** Rounding of a formula of a dozen operations, at its own and at its image's argument. */
    private static final double SAME = 1e-13;

    private Mirror() {}

    /** The least interval about a middle that holds {@code interval}, the domain of an infinite valley. */
    public static Interval widened(Interval interval, double middle) {
        double reach = Math.max(Math.abs(interval.from() - middle), Math.abs(interval.to() - middle));
        return new Interval(middle - reach, middle + reach, interval.boundary());
    }

    /** True where flatness, floor and noise are even about the middle of a range. */
    public static boolean symmetric(PlainSetting setting, Interval range) {
        Interval domain = setting.domain().along();
        double middle = 0.5 * (range.from() + range.to());
        if (Double.isInfinite(domain.from()) != Double.isInfinite(domain.to())) {
            return false;
        }
        FloorDiffusion floor = FloorDiffusion.of(setting);
        List<double[]> above = new ArrayList<>();
        List<double[]> below = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            // Every other one dense near the middle: the range of an open valley may span many decades.
            double part = (i + 0.5) / SAMPLES;
            double offset = 0.5 * range.length() * (i % 2 == 0 ? part : part * part * part);
            above.add(at(floor, middle + offset));
            below.add(at(floor, middle - offset));
        }
        return same(above, below);
    }

    /** Odd first, since its scale is that of the largest sample: the slope of the floor; then what is even. */
    private static double[] at(FloorDiffusion floor, double x) {
        int directions = floor.shape().sharpDirections();
        double[] values = new double[2 * directions + 2];
        values[0] = floor.shape().floor().slope(x);
        values[1] = floor.constantNoise() ? 1.0 : floor.along(x);
        for (int i = 0; i < directions; i++) {
            Profile flatness = floor.shape().flatness().get(i);
            values[2 + 2 * i] = flatness.value(x);
            values[3 + 2 * i] = floor.constantNoise() ? 1.0 : floor.across(i, x);
        }
        return values;
    }

    private static boolean same(List<double[]> above, List<double[]> below) {
        double steepest = above.stream().mapToDouble(values -> Math.abs(values[0])).max().orElseThrow();
        for (int i = 0; i < above.size(); i++) {
            double[] one = above.get(i);
            double[] other = below.get(i);
            if (!(Math.abs(one[0] + other[0]) <= SAME * steepest)) {
                return false;
            }
            for (int k = 1; k < one.length; k++) {
                if (!(Math.abs(one[k] - other[k]) <= SAME * Math.abs(one[k]))) {
                    return false;
                }
            }
        }
        return true;
    }
}
