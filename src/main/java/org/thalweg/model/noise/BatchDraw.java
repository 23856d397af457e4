package org.thalweg.model.noise;

import java.util.Arrays;
import org.thalweg.random.RandomStream;

/**
 * Draws mini-batches: indices of samples for some particles at a time. Bound to one thread.
 *
 * <p>Without replacement it is the beginning of the shuffle of Fisher and Yates: whatever order the samples are in, the
 * first B after B exchanges are a uniform draw. Random reshuffling is the same shuffle carried on from iteration to
 * iteration, in an order of its own for every particle; samples left over when B does not divide N wait for the next
 * epoch. An index takes 32 random bits, so that the chances of two samples differ by at most N / 2^32 of themselves.
 */
final class BatchDraw {
    private static final long HALF = 0xFFFFFFFFL;

    private final BatchSampling sampling;
    private final int samples;
    private final int batch;
    private final int[] identity;
    private final int[] order;
    private final long[] words;
    private int[][] orders = new int[0][];

    /** Batches for up to {@code particles} at a time. */
    BatchDraw(BatchSampling sampling, int samples, int batch, int particles) {
        this.sampling = sampling;
        this.samples = samples;
        this.batch = batch;
        this.identity = new int[samples];
        Arrays.setAll(identity, i -> i);
        this.order = identity.clone();
        this.words = new long[particles * ((batch + 1) / 2)];
    }

    /** Called before the draws of an iteration, so that they depend on its random numbers alone. */
    void begin() {
        if (sampling == BatchSampling.WITHOUT_REPLACEMENT) {
            System.arraycopy(identity, 0, order, 0, samples);
        }
    }

    /**
     * One batch for each of some particles.
     *
     * @param particle for reshuffling: the numbers of the particles, from position {@code first} on; not modified
     * @param step for reshuffling: the number of the iteration
     * @param index modified: sample b of particle k at {@code index[b * count + k]}
     */
    void draw(int[] particle, int first, int count, long step, RandomStream random, int[] index) {
        int perParticle = (batch + 1) / 2;
        random.fillBits(words, count * perParticle);
        if (sampling == BatchSampling.WITH_REPLACEMENT) {
            for (int b = 0; b < batch; b++) {
                for (int k = 0; k < count; k++) {
                    index[b * count + k] = (int) (half(k * perParticle, b) * samples >>> 32);
                }
            }
            return;
        }
        int offset = sampling == BatchSampling.RESHUFFLING ? (int) (step % (samples / batch)) * batch : 0;
        for (int k = 0; k < count; k++) {
            int[] of = sampling == BatchSampling.RESHUFFLING ? order(particle[first + k], step) : order;
            shuffle(of, offset, k * perParticle, index, k, count);
        }
    }

    private void shuffle(int[] of, int offset, int word, int[] index, int column, int count) {
        for (int b = 0; b < batch; b++) {
            int here = offset + b;
            int there = here + (int) (half(word, b) * (samples - here) >>> 32);
            int drawn = of[there];
            of[there] = of[here];
            of[here] = drawn;
            index[b * count + column] = drawn;
        }
    }

    private long half(int word, int b) {
        long bits = words[word + (b >> 1)];
        return (b & 1) == 0 ? bits & HALF : bits >>> 32;
    }

    /** The order of a particle, as it was left; the identity at its first iteration. */
    private int[] order(int particle, long step) {
        if (particle >= orders.length) {
            orders = Arrays.copyOf(orders, particle + 1);
        }
        if (orders[particle] == null) {
            orders[particle] = identity.clone();
        } else if (step == 0) {
            System.arraycopy(identity, 0, orders[particle], 0, samples);
        }
        return orders[particle];
    }
}
