package org.thalweg.trajectory.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.noise.BoundedUniformNoise;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.paths.PathTally;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.model.surface.AsymmetricValley;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.EnsembleResult;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.SgdDynamics;

/** Quantities that a surface wants measured along paths. */
class PathWatchTest {
    private static Setting setting(LossSurface surface, GradientNoise noise) {
        return new Setting("test", "a test", surface, new Domain(List.of(Interval.LINE)), noise, new Sgd(0.1),
                new double[] {0.0}, Optional.empty());
    }

    private static final Setting VALLEY =
            setting(new AsymmetricValley(0.1, 5.0, 0.0), new BoundedUniformNoise(1, 0.1));

    private static EnsembleResult run(Setting setting, long steps, int particles, int threads, int paths) {
        Protocol protocol = Protocol.atTime(steps);
        protocol = paths == 0 ? protocol
                : protocol.recordPaths(paths, new org.thalweg.measure.TimeGrid(0, steps, 1));
        return Ensemble.run(setting, SgdDynamics.of(setting), protocol, particles, new Seed(3), threads, Progress.NONE);
    }

    /** By hand, from recorded paths: steps 11 to 100 of 100. */
    @Test
    void theFirstTenthIsLeftOut() {
        EnsembleResult result = run(VALLEY, 100, 30, 1, 30);
        double negative = 0.0;
        double sum = 0.0;
        for (Path path : result.paths()) {
            for (int k = 11; k <= 100; k++) {
                negative += path.theta()[0][k] < 0.0 ? 1.0 : 0.0;
                sum += path.theta()[0][k];
            }
        }
        Map<Quantity, Measurement> quantities = result.quantities();
        assertEquals(negative / 2700.0, quantities.get(Quantity.NEGATIVE_FRACTION).value(), 1e-13);
        assertEquals(sum / 2700.0, quantities.get(Quantity.AVERAGED_X).value(), 1e-13);
        assertEquals(30, quantities.get(Quantity.AVERAGED_X).samples());
        assertTrue(quantities.get(Quantity.AVERAGED_X).standardError() > 0.0);
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        assertEquals(run(VALLEY, 200, 1000, 1, 0).quantities(), run(VALLEY, 200, 1000, 2, 0).quantities());
    }

    /** The last learning time at which a particle was seen to the left; most have none. */
    private record LastLeft() implements PathQuantity {
        @Override
        public Quantity quantity() {
            return Quantity.of("last_left");
        }

        @Override
        public double leftOut() {
            return 0.0;
        }

        @Override
        public PathTally bind(int capacity) {
            double[] last = new double[capacity];
            return new PathTally() {
                @Override
                public void reset(int particles) {
                    Arrays.fill(last, Double.NaN);
                }

                @Override
                public void add(double time, double[][] theta, int[] particle, int count) {
                    for (int slot = 0; slot < count; slot++) {
                        last[particle[slot]] = theta[0][slot] < 0.0 ? time : last[particle[slot]];
                    }
                }

                @Override
                public double value(int particle) {
                    return last[particle];
                }
            };
        }
    }

    /** One parameter without loss; the quantity has particles without a value, even blocks without any. */
    private record Flat() implements LossSurface {
        @Override
        public List<String> coordinates() {
            return List.of("x");
        }

        @Override
        public double value(double[] theta) {
            return 0.0;
        }

        @Override
        public void gradient(double[] theta, double[] gradient) {
            gradient[0] = 0.0;
        }

        @Override
        public void hessian(double[] theta, double[][] hessian) {
            hessian[0][0] = 0.0;
        }

        @Override
        public List<PathQuantity> pathQuantities() {
            return List.of(new LastLeft());
        }
    }

    /** After one step from 0 half of the particles are to the left: binomial, 5 standard errors, 6e-7 by chance. */
    @Test
    void particlesWithoutAValueAreLeftOut() {
        Setting flat = setting(new Flat(), new BoundedUniformNoise(1, 0.1));
        Measurement once = run(flat, 1, 1000, 1, 0).quantities().get(Quantity.of("last_left"));
        assertEquals(500.0, once.samples(), 5.0 * Math.sqrt(250.0));
        assertEquals(0.1, once.value(), 1e-15);
        Setting away = flat.withStart(5.0);
        assertEquals(0, run(away, 10, 1000, 1, 0).quantities().get(Quantity.of("last_left")).samples());
        // One in 300 blocks of one particle, more or less: blocks without a value spoil nothing.
        Measurement rare = run(flat.withStart(0.0099), 1, 2000, 1, 0).quantities().get(Quantity.of("last_left"));
        assertTrue(rare.samples() > 0 && Double.isFinite(rare.value()), rare.toString());
    }
}
