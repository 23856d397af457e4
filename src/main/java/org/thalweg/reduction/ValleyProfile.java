package org.thalweg.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Measurement;
import org.thalweg.refusal.Refusal;

/**
 * A valley as it was measured along a run: a row for each place, x increasing.
 *
 * @param plan how
 * @param repeats how many there were
 * @param points at least 3
 */
public record ValleyProfile(ValleyPlan plan, int repeats, List<ProfilePoint> points) {
    /** An immutable copy. */
    public ValleyProfile {
        points = List.copyOf(points);
    }

    /**
     * Of what was measured.
     *
     * @param found [window][repeat]
     * @param times [window][repeat]
     * @param path on which points have their places, the mean of the first window that at 0
     */
    static ValleyProfile of(ValleyPlan plan, FloorPoint[][] found, double[][] times, FloorPath path) {
        int windows = found.length;
        int repeats = found[0].length;
        double[][] x = new double[windows][repeats];
        double[] mean = new double[windows];
        for (int j = 0; j < windows; j++) {
            for (int r = 0; r < repeats; r++) {
                x[j][r] = path.place(found[j][r].theta());
                mean[j] += x[j][r] / repeats;
            }
        }
        // Zero but for rounding.
        mean[0] = 0.0;
        for (int j = 1; j < windows; j++) {
            if (!(mean[j] > mean[j - 1])) {
                throw new Refusal("the way does not go on along the slow direction between points " + j + " and "
                        + (j + 1) + "; give fewer --points, or --direction path");
            }
        }
        List<ProfilePoint> points = new ArrayList<>();
        double eta = plan.setting().sgd().learningRate();
        double batch = plan.batchFactor();
        Means means = new Means(found, x, mean);
        for (int j = 0; j < windows; j++) {
            int at = j;
            double[] speeds = new double[repeats];
            boolean inside = j > 0 && j < windows - 1;
            for (int r = 0; inside && r < repeats; r++) {
                speeds[r] = (x[j + 1][r] - x[j - 1][r]) / (times[j + 1][r] - times[j - 1][r]);
            }
            points.add(new ProfilePoint(new Measurement(mean[j], Means.mean(x[j]).standardError(), repeats),
                    plan.direction() == SlowDirection.PATH ? path.shortening(j) : 0.0,
                    Arrays.stream(times[j]).average().orElseThrow(),
                    inside ? Means.mean(speeds) : Measurement.UNDEFINED,
                    means.at(j, p -> FloorWorker.flatness(p.curvatures())),
                    each(plan.sharp(), k -> means.at(at, p -> 1.0 / Math.sqrt(p.curvatures()[k]))),
                    means.at(j, FloorPoint::floor), means.at(j, FloorPoint::slope), 
                    means.at(j, p -> p.drift(eta, batch, plan.sharp())),
                    means.at(j, p -> p.drift(eta, batch, plan.sharp() / 2)),
                    means.at(j, FloorPoint::along), each(plan.sharp(), k -> means.at(at, p -> p.across()[k])),
                    means.at(j, FloorPoint::residual), means.at(j, FloorPoint::coupling), means.at(j,
                    p -> p.bound(batch)),
                    means.at(j, FloorPoint::unrest)));
        }
        return new ValleyProfile(plan, repeats, points);
    }

    private static List<Measurement> each(int count, IntFunction<Measurement> value) {
        return IntStream.range(0, count).mapToObj(value).toList();
    }

    /** Means over repeats; their errors are those at the mean place. */
    private record Means(FloorPoint[][] found, double[][] x, double[] place) {
        Measurement at(int j, ToDoubleFunction<FloorPoint> quantity) {
            double slope = slope(j, quantity);
            double[] values = new double[found[j].length];
            for (int r = 0; r < values.length; r++) {
                values[r] = quantity.applyAsDouble(found[j][r]) - slope * (x[j][r] - place[j]);
            }
            return mean(values);
        }

        private double slope(int j, ToDoubleFunction<FloorPoint> quantity) {
            int before = Math.max(0, j - 1);
            int after = Math.min(place.length - 1, j + 1);
            return (raw(after, quantity) - raw(before, quantity)) / (place[after] - place[before]);
        }

        private double raw(int j, ToDoubleFunction<FloorPoint> quantity) {
            return Arrays.stream(found[j]).mapToDouble(quantity).average().orElseThrow();
        }

        static Measurement mean(double[] values) {
            StreamingStatistics statistics = new StreamingStatistics();
            for (double value : values) {
                statistics.addValue(value);
            }
            return Measurement.mean(statistics);
        }
    }
}
