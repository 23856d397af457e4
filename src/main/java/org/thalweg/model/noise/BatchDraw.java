package org.thalweg.model.noise;

import java.util.Arrays;
import org.thalweg.random.RandomStream;

/**
 * Draws mini-batches: indices of samples. Bound to one thread.
 *
 * <p>Without replacement it is the beginning of the shuffle of Fisher and Yates: whatever order the samples are in, the
 * first B after B exchanges are a uniform draw. Random reshuffling is the same shuffle carried on from iteration to
 * iteration, in an order of its own for every particle; samples left over when B does not divide N wait for the next
 * epoch. An index takes 32 random bits, so that the chances of two samples differ by at most N / 2^32 of themselves.
 */
final class BatchDraw {
    private static final long HALF = 0xFFFFFFFFL;
    /** Random words taken at a time, unless a single batch needs more: as many as there are generators. */
    private static final int WORDS = 256;

    private final BatchSampling sampling;
    private final int samples;
    private final int batch;
    private final int[] identity;
    private final int[] order;
    /** Words of a batch: two samples each. */
    private final int pairs;
    /** Random words for some batches, whose next one begins at {@code word}. */
    private final long[] words;
    private int word;
    private int available;
    private int batchesLeft;
    private RandomStream random;
    private int at;
    private int[][] orders = new int[0][];

    BatchDraw(BatchSampling sampling, int samples, int batch) {
        this.sampling = sampling;
        this.samples = samples;
        this.batch = batch;
        this.identity = new int[samples];
        Arrays.setAll(identity, i -> i);
        this.order = sampling == BatchSampling.WITH_REPLACEMENT ? new int[batch] : identity.clone();
        this.pairs = (batch + 1) / 2;
        this.words = new long[Math.max(1, WORDS / pairs) * pairs];
    }

    /**
     * Called before the draws of an iteration, which depend on its random numbers alone.
     *
     * @param random where draws take their numbers from, until the next call
     * @param batches how many there will be
     */
    void begin(RandomStream random, int batches) {
        this.random = random;
        this.batchesLeft = batches;
        this.word = 0;
        this.available = 0;
        if (sampling == BatchSampling.WITHOUT_REPLACEMENT) {
            System.arraycopy(identity, 0, order, 0, samples);
        }
    }

    /**
     * Draws the batch of one particle.
     *
     * @param particle for reshuffling: its number
     * @param step for reshuffling: the number of the iteration
     * @return an array that holds the samples from position {@link #at} on, until the next call
     */
    int[] draw(int particle, long step) {
        if (word == available) {
            int taken = Math.min(words.length / pairs, batchesLeft);
            available = taken * pairs;
            batchesLeft -= taken;
            random.fillBits(words, available);
            word = 0;
        }
        int[] of = order;
        if (sampling == BatchSampling.WITH_REPLACEMENT) {
            replace(of);
        } else {
            if (sampling == BatchSampling.RESHUFFLING) {
                of = order(particle, step);
                at = (int) (step % (samples / batch)) * batch;
            }
            shuffle(of, at);
        }
        word += pairs;
        return of;
    }

    /** Where in its array the last batch begins. */
    int at() {
        return at;
    }

    private void replace(int[] index) {
        int whole = batch >> 1;
        for (int p = 0; p < whole; p++) {
            long bits = words[word + p];
            index[2 * p] = (int) ((bits & HALF) * samples >>> 32);
            index[2 * p + 1] = (int) ((bits >>> 32) * samples >>> 32);
        }
        if (whole < pairs) {
            index[batch - 1] = (int) ((words[word + whole] & HALF) * samples >>> 32);
        }
    }

    private void shuffle(int[] of, int from) {
        long[] bits = words;
        int first = word;
        int whole = batch >> 1;
        for (int p = 0; p < whole; p++) {
            long pair = bits[first + p];
            exchange(of, from + 2 * p, pair & HALF);
            exchange(of, from + 2 * p + 1, pair >>> 32);
        }
        if (whole < pairs) {
            exchange(of, from + batch - 1, bits[first + whole] & HALF);
        }
    }

    /** Puts one of those that are left, chosen by 32 random bits, in a place. */
    private static void exchange(int[] of, int here, long bits) {
        int there = here + (int) (bits * (of.length - here) >>> 32);
        int drawn = of[there];
        of[there] = of[here];
        of[here] = drawn;
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
