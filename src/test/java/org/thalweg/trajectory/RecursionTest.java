package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.TimeGrid;
import org.thalweg.model.Setting;
import org.thalweg.model.gradient.NoiseKernel;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.trajectory.watch.Path;

/** Recorded paths of literal SGD, recomputed one particle at a time from the definition. */
class RecursionTest {
    private static final int PARTICLES = 5;
    private static final int STEPS = 40;

    private final Setting ring = Experiments.ring(0.05);

    @Test
    void pathsObeyTheRecursion() {
        EnsembleResult result = Experiments.run(ring, SgdDynamics.of(ring),
                Protocol.atTime(STEPS).recordPaths(3, new TimeGrid(0, STEPS, 1)), PARTICLES);
        double[][] theta = {new double[PARTICLES], new double[PARTICLES]};
        Arrays.fill(theta[0], ring.start()[0]);
        double[][] xi = new double[2][PARTICLES];
        NoiseKernel noise = ring.noise().bind(PARTICLES);
        RandomStream random = Experiments.SEED.stream(Purpose.GRADIENT_NOISE, 0);
        for (int step = 0; step <= STEPS; step++) {
            for (int p = 0; p < 3; p++) {
                Path path = result.paths().get(p);
                assertEquals(step, path.steps()[step]);
                double[] recorded = {path.theta()[0][step], path.theta()[1][step]};
                // Rounding of 40 contracting steps: block and point evaluate 1/F^2 in different orders.
                assertArrayEquals(new double[] {theta[0][p], theta[1][p]}, recorded, 1e-13);
            }
            noise.sample(theta, PARTICLES, random, xi);
            for (int p = 0; p < PARTICLES; p++) {
                double[] gradient = new double[2];
                ring.surface().gradient(new double[] {theta[0][p], theta[1][p]}, gradient);
                for (int i = 0; i < 2; i++) {
                    theta[i][p] = ring.domain().interval(i).fold(theta[i][p] - 0.05 * (gradient[i] + xi[i][p]));
                }
            }
        }
    }

    /** The share never falls, and ends at 1. */
    @Test
    void progressRises() {
        Setting watched = Experiments.withFlatSet(ring, 1.35);
        List<Double> heard = Collections.synchronizedList(new ArrayList<>());
        Ensemble.run(watched, SgdDynamics.of(watched), Protocol.atTime(2000).passagesUntil(100_000), 600,
                Experiments.SEED, 2, heard::add);
        for (int i = 1; i < heard.size(); i++) {
            assertTrue(heard.get(i) >= heard.get(i - 1), heard.get(i - 1) + " then " + heard.get(i));
        }
        assertEquals(1.0, heard.get(heard.size() - 1), 1e-12);
    }
}
