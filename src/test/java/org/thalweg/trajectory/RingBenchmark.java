package org.thalweg.trajectory;

import java.util.Arrays;
import java.util.Locale;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.model.Setting;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;

/**
 * Time to accuracy of the mean flatness on the shipped ring, kappa = 4, Delta = .05, beside bench/peers/numba_ring.py:
 * the same start, burn-in and time, on one thread, warm. Arguments: SCHEME STEP PARTICLES TIME ROUNDS.
 */
final class RingBenchmark {
    private static final double BURN_IN = 400.0;
    /** Learning time between samples: a fourteenth of the relaxation time. */
    private static final double BETWEEN = 4.0;
    /** Rounds until all loops are compiled. */
    private static final int WARM_UP = 5;

    private RingBenchmark() {}

    public static void main(String[] arguments) throws ModelFileException {
        Schemes scheme = Arrays.stream(Schemes.values()).filter(s -> s.key().equals(arguments[0])).findFirst()
                .orElseThrow();
        double step = Double.parseDouble(arguments[1]);
        int particles = Integer.parseInt(arguments[2]);
        double time = Double.parseDouble(arguments[3]);
        int rounds = Integer.parseInt(arguments[4]);
        Setting ring = Models.shipped("degenerate-valley");
        Dynamics dynamics = SdeDynamics.of(ring, scheme, Increments.NORMAL, step);
        long from = Math.round(BURN_IN / step);
        long every = Math.max(1, Math.round(BETWEEN / step));
        Protocol protocol = Protocol.window(from, from + Math.round(time / step) / every * every, every);
        double[] seconds = new double[rounds];
        StreamingStatistics means = new StreamingStatistics();
        Measurement flatness = Measurement.UNDEFINED;
        for (int k = -WARM_UP; k < rounds; k++) {
            long start = System.nanoTime();
            flatness = Ensemble.run(ring, dynamics, protocol, particles, new Seed(k + 100), 1, Progress.NONE)
                    .quantities().get(Quantity.MEAN_FLATNESS);
            if (k >= 0) {
                seconds[k] = 1e-9 * (System.nanoTime() - start);
                means.addValue(flatness.value());
            }
        }
        Arrays.sort(seconds);
        double median = seconds[rounds / 2];
        System.out.printf(Locale.ROOT,
                "seconds %.5g mean_flatness %.6f standard_error %.2g all_rounds %.6f all_error %.2g ns %.4g%n",
                median, flatness.value(), flatness.standardError(), means.getMean(),
                means.getStandardDeviation() / Math.sqrt(rounds),
                1e9 * median * step / (particles * (time + BURN_IN)));
    }
}
