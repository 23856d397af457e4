package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.IterateAverage;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.measure.TimeGrid;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.noise.BoundedUniformNoise;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.model.surface.AsymmetricValley;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.watch.AveragedIterates;
import org.thalweg.trajectory.watch.Path;

/**
 * Averages of recorded paths in an asymmetric valley: whichever way the iterates are averaged, they lie on the flat
 * side, at (eta/2)(c - 1) a. Five standard errors are exceeded by chance with probability 6e-7; seeds are fixed.
 */
class AveragedPathTest {
    private static final double SLOPE = 0.1;
    private static final double RATIO = 10.0;
    private static final double RATE = 0.1;
    private static final double BIAS = 0.5 * RATE * (RATIO - 1.0) * SLOPE;

    private static List<Path> paths() {
        Setting setting = new Setting("two-slopes", "", new AsymmetricValley(SLOPE, RATIO, 0.0),
                new Domain(List.of(Interval.LINE)), new BoundedUniformNoise(1, 0.1), new Sgd(RATE), new double[] {0.0},
                Optional.empty());
        Protocol protocol = Protocol.atTime(4000).recordPaths(200, new TimeGrid(0, 4000, 1));
        return Ensemble.run(setting, SgdDynamics.of(setting), protocol, 200, new Seed(12), 2, Progress.NONE).paths();
    }

    private static Measurement mean(List<Path> paths, IterateAverage average) {
        StreamingStatistics found = new StreamingStatistics();
        paths.forEach(path -> found.addValue(average.of(path.steps(), path.theta())[0]));
        return Measurement.mean(found);
    }

    @Test
    void allAveragesLieOnTheFlatSide() {
        List<Path> paths = paths();
        for (IterateAverage average : List.of(new IterateAverage.Tail(400), new IterateAverage.Exponential(0.99),
                new IterateAverage.CycleEnds(401, 20))) {
            Measurement mean = mean(paths, average);
            assertEquals(BIAS, mean.value(), 5.0 * mean.standardError(), average + ": " + mean);
            assertTrue(mean.value() > 10.0 * mean.standardError(), average.toString());
        }
        // The longer the memory, the less an average scatters.
        double tail = mean(paths, new IterateAverage.Tail(400)).standardError();
        double exponential = mean(paths, new IterateAverage.Exponential(0.99)).standardError();
        double last = mean(paths, new IterateAverage.Exponential(0.0)).standardError();
        assertTrue(tail < 0.5 * exponential && exponential < 0.5 * last, tail + " " + exponential + " " + last);
    }

    /** Followed step by step the averages are those of the recorded paths, to the rounding of sums; on any surface. */
    @Test
    void lossesOfAveragesAreThoseOfTheRecordedPaths() {
        int steps = 90;
        Setting setting = Experiments.ring(0.05);
        for (IterateAverage average : List.of(new IterateAverage.Tail(30), new IterateAverage.Exponential(0.9),
                new IterateAverage.CycleEnds(20, 20))) {
            Protocol protocol = Protocol.atTime(steps).recordPaths(60, new TimeGrid(1, steps, 1))
                    .asking(AveragedIterates.of(average, setting.surface()));
            EnsembleResult result =
                    Ensemble.run(setting, SgdDynamics.of(setting), protocol, 60, new Seed(3), 2, Progress.NONE);
            StreamingStatistics there = new StreamingStatistics();
            StreamingStatistics gain = new StreamingStatistics();
            for (Path path : result.paths()) {
                double[] weight = average.weights(path.steps());
                double total = 0.0;
                double losses = 0.0;
                for (int k = 0; k < weight.length; k++) {
                    double[] theta = {path.theta()[0][k], path.theta()[1][k]};
                    total += weight[k];
                    losses += weight[k] * setting.surface().value(theta);
                }
                double loss = setting.surface().value(average.of(path.steps(), path.theta()));
                there.addValue(loss);
                gain.addValue(losses / total - loss);
            }
            var found = result.quantities();
            assertClose(Measurement.mean(there), found.get(Quantity.LOSS_OF_AVERAGE));
            assertClose(Measurement.mean(gain), found.get(Quantity.GAIN_OF_AVERAGING));
            assertEquals(found.get(Quantity.AVERAGE_OF_LOSS).value(), found.get(Quantity.LOSS_OF_AVERAGE).value()
                    + found.get(Quantity.GAIN_OF_AVERAGING).value(), 1e-13);
        }
    }

    private static void assertClose(Measurement expected, Measurement found) {
        assertEquals(expected.value(), found.value(), 1e-12 * (1.0 + Math.abs(expected.value())));
        assertEquals(expected.standardError(), found.standardError(), 1e-12);
    }

    /**
     * A cyclic rate that falls linearly from eta to eta/20 in each cycle of 60 steps: the ends of the cycles lie on the
     * flat side too, but much nearer to the minimum than at the constant rate eta.
     */
    @Test
    void withACyclicRateTheEndsOfCyclesAreNearerTheMinimum() {
        int cycle = 60;
        int steps = 6000;
        RandomStream random = new Seed(5).stream(Purpose.OTHER, 0);
        StreamingStatistics ends = new StreamingStatistics();
        long[] step = LongStream.range(0, steps).toArray();
        for (int path = 0; path < 50; path++) {
            double[][] x = new double[1][steps];
            double w = 0.0;
            for (int k = 0; k < steps; k++) {
                double rate = RATE * (1.0 - 0.95 * (k % cycle) / (cycle - 1.0));
                w -= rate * ((w < 0.0 ? -RATIO * SLOPE : SLOPE) + 0.1 * (2.0 * random.nextDouble() - 1.0));
                x[0][k] = w;
            }
            ends.addValue(new IterateAverage.CycleEnds(10 * cycle - 1, cycle).of(step, x)[0]);
        }
        Measurement mean = Measurement.mean(ends);
        assertTrue(mean.value() > 5.0 * mean.standardError(), mean.toString());
        assertTrue(mean.value() < 0.5 * BIAS, mean.toString());
    }
}
