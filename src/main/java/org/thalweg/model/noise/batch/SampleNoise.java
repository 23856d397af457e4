package org.thalweg.model.noise.batch;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseKernel;
import org.thalweg.model.gradient.NoiseKind;
import org.thalweg.model.loss.LearningTask;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.space.Domain;
import org.thalweg.refusal.Refusal;

/**
 * The noise of mini-batches of the very samples that the loss of a network is the mean over: C is exact, not fitted.
 *
 * <p>With the gradients g_n of the samples and their mean g, S = (1/N) sum g_n g_n^T - g g^T, and C is S times {@link
 * BatchSampling#variance}. Literal SGD steps by the gradient of a batch, and never sees g.
 *
 * <ul>
 *   <li>As a matrix C is there up to {@link #MOST_FOR_MATRIX} parameters.
 *   <li>Under batch normalisation there are no gradients of samples, and no C; literal SGD goes by those of batches.
 *   <li>A batch of all samples without replacement has no noise: C = 0.
 *   <li>Batches of successive iterations are dependent under reshuffling: {@link #independentInTime()}.
 * </ul>
 */
public final class SampleNoise extends BatchNoise {
    /** Name and keys in model files. */
    public static final NoiseKind KIND = new NoiseKind("samples",
            "mini-batches of the samples of a network's data set",
            List.of(Key.required("batch", Key.Type.NUMBER, "B, from 1; at most N without replacement"),
                    Key.optional("sampling", Key.Type.TEXT, "reshuffled (every sample once an epoch; if left out),"
                            + " replacement or without-replacement")),
            "{kind: samples, batch: 3, sampling: without-replacement}",
            "{kind: network, data: {set: digits, classes: [0, 1], inputs: [21, 43], per-class: 6}, layers: [2, 2],"
                    + " activation: tanh, biases: false, output: cross-entropy}",
            SampleNoise::read);

    /** Each step of an SDE takes a root of the matrix, some P^3 / 3 operations. */
    static final int MOST_FOR_MATRIX = 256;

    private static final String COVARIANCE = "the covariance of the samples' gradients";

    private final LearningTask task;
    /** The covariance is asked for from any thread. */
    private final ThreadLocal<SampleSpread> spread;

    /**
     * The noise of a task's samples.
     *
     * @throws Refusal where there are no batches of that size
     */
    public SampleNoise(LearningTask task, BatchSampling sampling, int batch) {
        super(sampling, task.samples(), batch);
        Refusal.raise(refusesOne(task, sampling, batch));
        this.task = task;
        this.spread = ThreadLocal.withInitial(() -> new SampleSpread(task.train()));
    }

    /** Batch normalisation takes a variance. */
    private static int fewest(LearningTask task) {
        return task.train().architecture().batchNorm() ? 2 : 1;
    }

    private static Optional<Refusal> refusesOne(LearningTask task, BatchSampling sampling, int batch) {
        return batch != 1 || fewest(task) == 1 ? Optional.empty() : Optional.of(new Refusal("batch size 1: must be from"
                + " 2 to " + most(sampling, task.samples())
                + "; under batch normalisation the variance over a single sample is 0"));
    }

    @Override
    public Optional<Refusal> refusesBatchSize(int size) {
        return super.refusesBatchSize(size).or(() -> refusesOne(task, sampling(), size));
    }

    private static Optional<GradientNoise> read(Fields fields, LossSurface surface, Domain domain) {
        double batch = fields.number("batch");
        BatchSampling sampling = fields.choice(
                "sampling", List.of(BatchSampling.values()), BatchSampling::key, BatchSampling.RESHUFFLING);
        if (surface.task().isEmpty()) {
            fields.problem("kind", "noise 'samples' is that of the samples of a network, and this loss has none",
                    "use a loss of kind 'network', or another noise");
        }
        if (!fields.sound()) {
            return Optional.empty();
        }
        int most = most(sampling, surface.task().get().samples());
        int fewest = fewest(surface.task().get());
        if (batch != Math.rint(batch) || batch < fewest || batch > most) {
            fields.problem("batch", "'batch' = " + batch + (batch > most && most < MOST
                    ? ", and there are " + most + " samples" : "") + (batch == 1
                            ? ", and under batch normalisation the variance over a single sample is 0" : ""),
                    "give a whole number from " + fewest + " to " + most);
            return Optional.empty();
        }
        return Optional.of(new SampleNoise(surface.task().get(), sampling, (int) batch));
    }

    /** The samples, and the network on them. */
    public LearningTask task() {
        return task;
    }

    @Override
    public int dimension() {
        return task.train().parameters();
    }

    @Override
    public boolean hasCovariance() {
        return task.train().withoutSampleGradients().isEmpty();
    }

    @Override
    public SampleNoise withBatchSize(int size) {
        return new SampleNoise(task, sampling(), size);
    }

    @Override
    public void covariance(double[] theta, double[][] covariance) {
        task.train().requireSampleGradients(COVARIANCE);
        requireMatrix(dimension());
        spread.get().covariance(theta, factor(), covariance);
    }

    @Override
    public double variance(int i, double[] theta) {
        task.train().requireSampleGradients(COVARIANCE);
        return spread.get().variance(theta, i, factor());
    }

    private static void requireMatrix(int dimension) {
        if (dimension > MOST_FOR_MATRIX) {
            throw new Refusal("the covariance of the samples' gradients by " + dimension + " parameters is no matrix to"
                    + " work with (at most " + MOST_FOR_MATRIX + " parameters); use literal SGD: `thalweg train`, or"
                    + " `thalweg simulate --dynamics sgd`");
        }
    }

    /** Draws batches, for one thread. */
    public SampleBatches batches() {
        return new SampleBatches(sampling(), task.samples(), batch());
    }

    @Override
    public NoiseKernel bind(int capacity) {
        return new SampleNoiseKernel(this);
    }

    @Override
    protected Object[] parts() {
        return new Object[] {task, sampling(), batch()};
    }

    /** The law of the batches. */
    @Override
    public String toString() {
        return "samples, batches of " + batch() + " from " + task.samples() + ", " + sampling().key();
    }
}
