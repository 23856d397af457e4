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

    /** Takes the random numbers for the batches of some particles. */
    void fill(RandomStream random, int particles) {
        random.fillBits(words, particles * ((batch + 1) / 2));
    }

    /**
     * The batch of one particle.
     *
     * @param slot which of the particles that the random numbers were taken for
     * @param particle for reshuffling: its number
     * @param step for reshuffling: the number of the iteration
     * @param index modified: the samples
     */
    void draw(int slot, int particle, long step, int[] index) {
        int word = slot * ((batch + 1) / 2);
        switch (sampling) {
            case WITH_REPLACEMENT -> replace(word, index);
            case WITHOUT_REPLACEMENT -> shuffle(order, 0, word, index);
            case RESHUFFLING -> shuffle(
                    order(particle, step), (int) (step % (samples / batch)) * batch, word, index);
            default -> throw new AssertionError(sampling);
        }
    }

    private void replace(int word, int[] index) {
        int pairs = batch >> 1;
        for (int p = 0; p < pairs; p++) {
            long bits = words[word + p];
            index[2 * p] = (int) ((bits & HALF) * samples >>> 32);
            index[2 * p + 1] = (int) ((bits >>> 32) * samples >>> 32);
        }
        if ((batch & 1) == 1) {
            index[batch - 1] = (int) ((words[word + pairs] & HALF) * samples >>> 32);
        }
    }

    private void shuffle(int[] of, int offset, int word, int[] index) {
        int pairs = batch >> 1;
        for (int p = 0; p < pairs; p++) {
            long bits = words[word + p];
            index[2 * p] = exchange(of, offset + 2 * p, bits & HALF);
            index[2 * p + 1] = exchange(of, offset + 2 * p + 1, bits >>> 32);
        }
        if ((batch & 1) == 1) {
            index[batch - 1] = exchange(of, offset + batch - 1, words[word + pairs] & HALF);
        }
    }

    /** Puts one of those that are left, chosen by 32 random bits, in a place, and returns it. */
    private int exchange(int[] of, int here, long bits) {
        int there = here + (int) (bits * (samples - here) >>> 32);
        int drawn = of[there];
        of[there] = of[here];
        of[here] = drawn;
        return drawn;
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
