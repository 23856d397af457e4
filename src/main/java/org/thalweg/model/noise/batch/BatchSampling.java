package org.thalweg.model.noise.batch;

/** How the samples of a mini-batch are drawn from a finite data set. */
public enum BatchSampling {
    /** Each of the B from all N: a sample may be in a batch twice. */
    WITH_REPLACEMENT("replacement"),
    /** B different ones from all N, in each iteration anew. */
    WITHOUT_REPLACEMENT("without-replacement"),
    /**
     * B different ones from those that have not been used since the beginning of the epoch; an epoch is N / B
     * iterations and uses every sample once (random reshuffling).
     */
    RESHUFFLING("reshuffled");

    private final String key;

    BatchSampling(String key) {
        this.key = key;
    }

    /** The name in model files. */
    public String key() {
        return key;
    }

    /**
     * The variance of the mean of a batch in units of the variance S of a single sample (divisor N), over all batches
     * of one iteration: 1/B with replacement, (1/B) (N - B) / (N - 1) without.
     */
    public double variance(int batch, int samples) {
        return this == WITH_REPLACEMENT ? 1.0 / batch
                : samples == 1 ? 0.0 : (samples - batch) / (batch * (samples - 1.0));
    }
}
