package org.thalweg.model.noise.batch;

import java.util.Optional;
import java.util.OptionalInt;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.model.space.ByValue;
import org.thalweg.refusal.Refusal;

/** The noise of batches drawn from a finite data set: what all such noises have in common. */
abstract class BatchNoise extends ByValue implements GradientNoise {
    /** Drawn with replacement, a batch may be larger than the set; a hundred million is a slip of the pen. */
    static final int MOST = 100_000_000;

    private final BatchSampling sampling;
    private final int batch;
    private final int samples;

    /**
     * Noise of batches.
     *
     * @param samples N
     * @param batch B
     * @throws Refusal where there are no batches of that size
     */
    BatchNoise(BatchSampling sampling, int samples, int batch) {
        Refusal.raise(refuses(sampling, samples, batch));
        this.sampling = sampling;
        this.samples = samples;
        this.batch = batch;
    }

    /** The size of the largest batch. */
    static int most(BatchSampling sampling, int samples) {
        return sampling == BatchSampling.WITH_REPLACEMENT ? MOST : samples;
    }

    private static Optional<Refusal> refuses(BatchSampling sampling, int samples, int batch) {
        int most = most(sampling, samples);
        return batch >= 1 && batch <= most ? Optional.empty() : Optional.of(new Refusal("batch size " + batch
                + ": must be from 1 to " + most + (most == MOST ? "" : ", the number of samples")));
    }

    @Override
    public Optional<Refusal> refusesBatchSize(int size) {
        return refuses(sampling, samples, size);
    }

    /** How batches are drawn. */
    public final BatchSampling sampling() {
        return sampling;
    }

    /** B. */
    public final int batch() {
        return batch;
    }

    /** The variance of the mean of a batch in units of that of a single sample. */
    final double factor() {
        return sampling.variance(batch, samples);
    }

    @Override
    public final NoiseStructure structure() {
        return NoiseStructure.GENERAL;
    }

    /** A batch has one of finitely many gradients. */
    @Override
    public final boolean gaussian() {
        return false;
    }

    /** False under random reshuffling: what one batch has taken, the others of the epoch lack. */
    @Override
    public final boolean independentInTime() {
        return sampling != BatchSampling.RESHUFFLING;
    }

    @Override
    public final OptionalInt batchSize() {
        return OptionalInt.of(batch);
    }
}
