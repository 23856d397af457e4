package org.thalweg.model.noise.batch;

import org.thalweg.compute.BlockMath;
import org.thalweg.random.RandomStream;

/** Draws mini-batches as the places of their samples. Bound to one thread. */
public final class SampleBatches {
    private final BatchDraw draw;
    private final long[] drawn;
    private final int[] batch;

    SampleBatches(BatchSampling sampling, int samples, int size) {
        long[] places = new long[samples];
        for (int n = 0; n < samples; n++) {
            places[n] = n;
        }
        this.draw = new BatchDraw(sampling, places, size);
        this.drawn = new long[BlockMath.LINE * size];
        this.batch = new int[size];
    }

    /**
     * Called before the draws of an iteration, which depend on its random numbers alone.
     *
     * @param count of batches that will be drawn
     */
    void begin(RandomStream random, int count) {
        draw.begin(random, count);
    }

    /** The next batch, for a particle that began at step 0; overwritten by the next. */
    int[] draw(int particle, long step) {
        draw.draw(particle, step, drawn, 0);
        for (int b = 0; b < batch.length; b++) {
            batch[b] = (int) drawn[BlockMath.LINE * b];
        }
        return batch;
    }

    /** The batch of one iteration of a single run; overwritten by the next. */
    public int[] next(long step, RandomStream random) {
        begin(random, 1);
        return draw(0, step);
    }
}
