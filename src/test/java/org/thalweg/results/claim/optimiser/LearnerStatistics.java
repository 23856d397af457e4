package org.thalweg.results.claim.optimiser;

import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.model.optimiser.Decentralised;
import org.thalweg.random.Seed;

/**
 * How learners spread, and what that does to their average: of particles that move by {@link Decentralised} steps, time
 * averages of each, so that errors are those between independent particles. Bound to one thread.
 */
public final class LearnerStatistics {
    private final StreamingStatistics spread = new StreamingStatistics();
    private final StreamingStatistics variance = new StreamingStatistics();

    private LearnerStatistics() {}

    /**
     * Learners of coordinate {@code i}, in the long run.
     *
     * @param settle iterations that are left out
     * @param iterations after them
     */
    public static LearnerStatistics of(
            Setting setting, int i, int particles, long settle, long iterations, Seed seed) {
        int learners = ((Decentralised) setting.sgd().rule()).learners();
        int rows = setting.surface().dimension();
        OptimiserWalk walk = new OptimiserWalk(setting, particles, seed);
        double[] squares = new double[particles];
        double[] averages = new double[particles];
        for (long step = 0; step < settle + iterations; step++) {
            walk.step();
            for (int p = 0; step >= settle && p < particles; p++) {
                for (int j = 0; j < learners; j++) {
                    double deviation = walk.memory()[j * rows + i][p];
                    squares[p] += deviation * deviation / learners;
                }
                averages[p] += walk.theta()[i][p] * walk.theta()[i][p];
            }
        }
        LearnerStatistics found = new LearnerStatistics();
        for (int p = 0; p < particles; p++) {
            found.spread.addValue(squares[p] / iterations);
            found.variance.addValue(averages[p] / iterations);
        }
        return found;
    }

    /** sigma_w^2, the mean square deviation of a learner from the average. */
    public Measurement spread() {
        return Measurement.mean(spread);
    }

    /** The mean square of the average. */
    public Measurement meanSquare() {
        return Measurement.mean(variance);
    }
}
