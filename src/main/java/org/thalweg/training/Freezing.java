package org.thalweg.training;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.thalweg.model.loss.LearningTask;
import org.thalweg.network.Propagation;
import org.thalweg.refusal.Refusal;

/**
 * When the choice of a solution is made: from each checkpoint the network goes on by gradient descent over all samples,
 * at the learning rate of the run, and the first checkpoint after which all of these end in one basin, that of the last
 * one, is when it froze. Protocol of the published experiment (docs/theory/freezing-networks.md).
 *
 * <p>Descent ends where every sample is in its class, after {@link #LEAST} of the run's iterations at the earliest and
 * as many as the run's at the latest. Where it overflows it ends in no basin.
 */
public final class Freezing {
    /** Of the run: so long descent goes on at least, so that what the noise did to a point is gone. */
    private static final double LEAST = 0.05;

    /** Iterations between two looks whether every sample is in its class. */
    private static final long EVERY = 10;

    private final Training training;
    private final Propagation train;
    private final Propagation test;

    /**
     * Of a training; bound to one thread.
     *
     * @throws Refusal where there are no classes, or no samples to test on
     */
    public Freezing(Training training) {
        refuses(training.task()).ifPresent(why -> {
            throw new Refusal(why);
        });
        this.training = training;
        this.train = training.task().train().bind();
        this.test = training.task().test().orElseThrow().bind();
    }

    /** Why freezing cannot be told; empty where it can. */
    public static Optional<String> refuses(LearningTask task) {
        boolean classes = task.train().samples().haveClasses();
        return classes && task.test().isPresent() ? Optional.empty()
                : Optional.of("freezing: basins are told apart by mistakes on samples to test on, and there are "
                        + (classes ? "none; give test-per-class" : "no classes; use samples with labels"));
    }

    /**
     * The number of the checkpoint from which on all continuations end in one basin; the last one where even the one
     * before ends elsewhere.
     *
     * @param checkpoints parameters, in the order of time; at least one; not modified
     */
    public int checkpoint(List<double[]> checkpoints) {
        int frozen = checkpoints.size() - 1;
        Optional<BitSet> last = end(checkpoints.get(frozen));
        while (frozen > 0 && last.isPresent() && shared(last.get(), end(checkpoints.get(frozen - 1)))) {
            frozen--;
        }
        return frozen;
    }

    private static boolean shared(BitSet last, Optional<BitSet> other) {
        return other.isPresent() && SharedMistakes.index(last, other.get()) >= SharedMistakes.ONE_BASIN;
    }

    /** Mistakes at the end of descent; empty where it overflowed. */
    private Optional<BitSet> end(double[] from) {
        double[] theta = from.clone();
        double[] gradient = new double[theta.length];
        double rate = training.setting().sgd().learningRate();
        long least = Math.round(LEAST * training.iterations());
        for (long step = 0; step < training.iterations(); step++) {
            if (step >= least && step % EVERY == 0 && train.errorRate(theta) == 0.0) {
                break;
            }
            if (!Double.isFinite(train.lossAndGradient(theta, gradient))) {
                return Optional.empty();
            }
            for (int i = 0; i < theta.length; i++) {
                theta[i] -= rate * gradient[i];
            }
        }
        return Optional.of(test.mistakes(theta));
    }
}
