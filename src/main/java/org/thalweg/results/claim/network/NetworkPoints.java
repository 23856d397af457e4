package org.thalweg.results.claim.network;

import java.util.List;
import java.util.Optional;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.Setting;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.random.Purpose;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.LearningClaim;
import org.thalweg.training.Training;
import org.thalweg.training.TrainingRunner;

/** The points at which claims about networks are judged: the start, and some along a short training. */
final class NetworkPoints {
    /** Iterations: a few dozen, in which the loss begins to fall. */
    static final int ITERATIONS = 40;

    private static final int CHECKPOINTS = 3;

    /** Address of the random numbers of claims about networks. */
    private static final long NETWORKS = 0x6E6574;

    private NetworkPoints() {}

    /** Claims about gradients of single samples are silent where there are none. */
    static Hypothesis sampleGradients(Setting setting) {
        boolean together = LearningClaim.network(setting).architecture().batchNorm();
        boolean none = LearningClaim.network(setting).withoutDerivatives().isPresent();
        return new Hypothesis("every sample has a gradient of its own", !together && !none,
                together ? "batch normalisation" : none ? "one-bit weights" : "yes");
    }

    /** A seed of claims about networks, by the number of the claim. */
    static Seed seed(Laboratory laboratory, int claim) {
        return laboratory.seed().child(NETWORKS).child(claim);
    }

    /** Where training begins. */
    static double[] start(Laboratory laboratory, Setting setting) {
        double[] theta = setting.start().clone();
        setting.startDistribution().ifPresent(distribution -> {
            double[][] drawn = new double[theta.length][1];
            distribution.draw(seed(laboratory, 0).stream(Purpose.START, 0), drawn, 1, 0);
            for (int i = 0; i < theta.length; i++) {
                theta[i] = drawn[i][0];
            }
        });
        return theta;
    }

    /**
     * The start, the middle and the end of a training, as far as it gets before it overflows; the start alone where it
     * takes no batches of samples, or overflows there.
     */
    static List<double[]> alongTraining(Laboratory laboratory, Setting setting) {
        if (!(setting.noise() instanceof SampleNoise noise)) {
            return List.of(start(laboratory, setting));
        }
        Training training = new Training(setting, noise, ITERATIONS, CHECKPOINTS, Optional.empty());
        List<double[]> points = TrainingRunner.checkpoints(training, seed(laboratory, 0));
        return points.isEmpty() ? List.of(start(laboratory, setting)) : points;
    }
}
