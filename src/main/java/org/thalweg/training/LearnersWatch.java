package org.thalweg.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.thalweg.compute.ScalarProduct;
import org.thalweg.measure.Progress;
import org.thalweg.model.noise.batch.SampleBatches;
import org.thalweg.model.optimiser.Decentralised;
import org.thalweg.network.Propagation;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;

/**
 * Learners that average with one another, looked at on their way [ZLF21]: how they spread, and what that does to the
 * step of their average. Batches that are drawn to look are none of those that are learned from. Bound to one thread.
 */
public final class LearnersWatch {
    /** Batches of each learner that are drawn to look. */
    private static final int DRAWS = 2;

    /** Address of their random numbers. */
    private static final long LOOKING = 0x6C6F6F6B;

    /**
     * What is seen at a moment. With g the gradient of all samples at the average w, g_a the mean of the learners'
     * gradients, each of its own batch at its own place, and g_s the same with all learners at w, noise is what is
     * orthogonal to g, times the learning rate; each number is a mean over batches.
     *
     * @param step iterations before
     * @param loss of all samples at w
     * @param spread sigma_w^2, the mean square distance of a learner from w
     * @param effectiveRate 1 + (g_a - g_s).g / |g|^2: alpha_e / alpha, freed of the noise of batches
     * @param noise Delta, the square of eta g_a's part
     * @param batchNoise Delta_S, of eta g_s
     * @param spreadNoise Delta_2, of eta (g_a - g_s)
     * @param expandedNoise of eta (1/n) sum_j H_j (w_j - w), H_j the Hessian of the batch of learner j at w: Delta_2 to
     *         leading order
     */
    public record Seen(long step, double loss, double spread, double effectiveRate, double noise, double batchNoise,
            double spreadNoise, double expandedNoise) {}

    private final Training training;
    private final Propagation network;
    private final SampleBatches[] batches;
    private final RandomStream[] streams;
    private final double rate;
    private long drawn;
    private final double[] gradient;
    private final double[] there;
    private final double[] one;
    private final double[] spreadMean;
    private final double[] batchMean;
    private final double[] curvedMean;

    private LearnersWatch(Training training, Seed seed) {
        requireLearners(training);
        this.training = training;
        this.network = training.task().train().bind();
        this.batches = new SampleBatches[training.setting().sgd().rule().learners()];
        this.streams = new RandomStream[batches.length];
        for (int j = 0; j < batches.length; j++) {
            batches[j] = training.noise().batches();
            streams[j] = seed.child(LOOKING).stream(Purpose.OTHER, j);
        }
        this.rate = training.setting().sgd().learningRate();
        int parameters = training.task().train().parameters();
        this.gradient = new double[parameters];
        this.there = new double[parameters];
        this.one = new double[parameters];
        this.spreadMean = new double[parameters];
        this.batchMean = new double[parameters];
        this.curvedMean = new double[parameters];
    }

    /** Refuses a single learner, and a loss without second derivatives. */
    public static void requireLearners(Training training) {
        if (!(training.setting().sgd().rule() instanceof Decentralised)) {
            throw new Refusal("'" + training.setting().name() + "' has a single learner, and of networks it is learners"
                    + " that are looked at; use optimiser: {kind: decentralised, learners: 4}");
        }
        training.task().train().withoutDerivatives().ifPresent(why -> {
            throw new Refusal("the noise of a spread " + why);
        });
    }

    /**
     * Trains once, and looks at the checkpoints.
     *
     * @param training by the rule {@link Decentralised}
     * @return fewer than checkpoints where it diverges
     */
    public static List<Seen> of(Training training, Seed seed) {
        LearnersWatch watch = new LearnersWatch(training, seed);
        List<Seen> seen = new ArrayList<>();
        double[] theta = training.setting().start().clone();
        RepeatUnderWay.start(training.setting(), 0, seed, theta);
        OptimisedMoves moves = new OptimisedMoves(training, training.task().train().bind(), seed);
        for (long step = 0; step <= training.iterations(); step++) {
            if (step == training.step(seen.size())) {
                Seen now = watch.look(step, theta, moves.memory());
                if (!Double.isFinite(now.loss + now.spread)) {
                    break;
                }
                seen.add(now);
            }
            if (step < training.iterations() && !moves.move(step, theta)) {
                break;
            }
        }
        return seen;
    }

    /**
     * Several repeats, each on a thread of its own.
     *
     * @return repeat by repeat; fewer than checkpoints where one diverges
     */
    public static List<List<Seen>> repeats(
            Training training, int repeats, Seed seed, int threads, Progress progress) {
        AtomicInteger done = new AtomicInteger();
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> IntStream.range(0, repeats).parallel().mapToObj(r -> {
                List<Seen> seen = of(training, seed.child(r));
                progress.done(done.incrementAndGet() / (double) repeats);
                return seen;
            }).toList()).join();
        } finally {
            pool.shutdownNow();
        }
    }

    private Seen look(long step, double[] theta, double[][] deviations) {
        int n = batches.length;
        double loss = network.lossAndGradient(theta, gradient);
        double slope = ScalarProduct.of(gradient, gradient);
        double[] sums = new double[5];
        for (int d = 0; d < DRAWS; d++) {
            Arrays.fill(spreadMean, 0.0);
            Arrays.fill(batchMean, 0.0);
            Arrays.fill(curvedMean, 0.0);
            for (int j = 0; j < n; j++) {
                int[] batch = batches[j].next(drawn, streams[j]);
                for (int i = 0; i < there.length; i++) {
                    there[i] = theta[i] + deviations[j][i];
                }
                network.lossAndGradient(there, batch, batch.length, one);
                add(one, n, spreadMean);
                network.lossAndGradient(theta, batch, batch.length, one);
                add(one, n, batchMean);
                network.hessianTimes(theta, batch, batch.length, deviations[j], one);
                add(one, n, curvedMean);
            }
            for (int i = 0; i < one.length; i++) {
                one[i] = spreadMean[i] - batchMean[i];
            }
            drawn++;
            sums[0] += ScalarProduct.of(one, gradient) / slope;
            sums[1] += orthogonal(spreadMean, slope);
            sums[2] += orthogonal(batchMean, slope);
            sums[3] += orthogonal(one, slope);
            sums[4] += orthogonal(curvedMean, slope);
        }
        double squares = 0.0;
        for (int j = 0; j < n; j++) {
            squares += ScalarProduct.of(deviations[j], deviations[j]) / n;
        }
        double factor = rate * rate / DRAWS;
        return new Seen(step, loss, squares, 1.0 + sums[0] / DRAWS, factor * sums[1], factor * sums[2],
                factor * sums[3], factor * sums[4]);
    }

    private static void add(double[] one, int n, double[] mean) {
        for (int i = 0; i < one.length; i++) {
            mean[i] += one[i] / n;
        }
    }

    /** The square of what of a vector is orthogonal to the gradient. */
    private double orthogonal(double[] v, double slope) {
        double along = ScalarProduct.of(v, gradient);
        return ScalarProduct.of(v, v) - along * along / slope;
    }
}
