package org.thalweg.model.noise.batch;

import java.util.Arrays;
import org.thalweg.compute.BlockMath;
import org.thalweg.random.RandomStream;

/**
 * Draws mini-batches. Bound to one thread.
 *
 * <p>Without replacement it is the beginning of the shuffle of Fisher and Yates: whatever order the samples are in, the
 * last B after B exchanges are a uniform draw. Random reshuffling is the same shuffle carried on from iteration to
 * iteration, in an order of its own for every particle; samples left over when B does not divide N wait for the next
 * epoch. An index takes 32 random bits, so that the chances of two samples differ by at most N / 2^32 of themselves.
 */
final class BatchDraw {
    private static final int LINE = BlockMath.LINE;
    private static final long HALF = 0xFFFFFFFFL;
    /** Random words taken at a time, unless a single batch needs more: as many as there are generators. */
    private static final int WORDS = 256;

    private final BatchSampling sampling;
    private final long[] samples;
    private final int batch;
    /** The samples themselves, shuffled. */
    private final long[] shuffled;
    /** Words of a batch: two samples each. */
    private final int pairs;
    /** Random words for some batches, whose next one begins at {@code word}. */
    private final long[] words;
    private int word;
    private int available;
    private int batchesLeft;
    private RandomStream random;
    /** For reshuffling: which sample is where, for every particle. */
    private int[][] orders = new int[0][];

    /**
     * Draws from a data set.
     *
     * @param samples a word for each, whatever it says; not modified
     */
    BatchDraw(BatchSampling sampling, long[] samples, int batch) {
        this.sampling = sampling;
        this.samples = samples;
        this.batch = batch;
        this.shuffled = sampling == BatchSampling.WITHOUT_REPLACEMENT ? samples.clone() : null;
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
            System.arraycopy(samples, 0, shuffled, 0, samples.length);
        }
    }

    /**
     * Draws the batch of one particle.
     *
     * @param particle for reshuffling: its number
     * @param step for reshuffling: the number of the iteration
     * @param drawn modified: its samples, the first at position {@code to}, each {@link BlockMath#LINE} before the next
     */
    void draw(int particle, long step, long[] drawn, int to) {
        if (word == available) {
            int taken = Math.min(words.length / pairs, batchesLeft);
            available = taken * pairs;
            batchesLeft -= taken;
            random.fillBits(words, available);
            word = 0;
        }
        switch (sampling) {
            case WITHOUT_REPLACEMENT -> shuffle(shuffled, words, word, batch, drawn, to);
            case WITH_REPLACEMENT -> replace(drawn, to);
            case RESHUFFLING -> reshuffle(
                    order(particle, step), (int) (step % (samples.length / batch)) * batch, drawn, to);
        }
        word += pairs;
    }

    /** From the end on, since the places that are left then begin at 0. */
    private static void shuffle(long[] of, long[] bits, int first, int batch, long[] drawn, int to) {
        int left = of.length;
        int whole = batch >> 1;
        for (int p = 0; p < whole; p++) {
            long pair = bits[first + p];
            drawn[to + 2 * LINE * p] = exchange(of, left - 2 * p, pair & HALF);
            drawn[to + 2 * LINE * p + LINE] = exchange(of, left - 2 * p - 1, pair >>> 32);
        }
        if (2 * whole < batch) {
            drawn[to + 2 * LINE * whole] = exchange(of, left - 2 * whole, bits[first + whole] & HALF);
        }
    }

    /** Puts one of those that are left, chosen by 32 random bits, behind the others. */
    private static long exchange(long[] of, int left, long bits) {
        int there = (int) (bits * left >>> 32);
        long drawn = of[there];
        of[there] = of[left - 1];
        of[left - 1] = drawn;
        return drawn;
    }

    private void replace(long[] drawn, int to) {
        for (int b = 0; b < batch; b++) {
            drawn[to + LINE * b] = samples[(int) (bits(b) * samples.length >>> 32)];
        }
    }

    private void reshuffle(int[] order, int from, long[] drawn, int to) {
        for (int b = 0; b < batch; b++) {
            int here = from + b;
            int there = here + (int) (bits(b) * (order.length - here) >>> 32);
            int index = order[there];
            order[there] = order[here];
            order[here] = index;
            drawn[to + LINE * b] = samples[index];
        }
    }

    /** 32 random bits for a sample of the batch. */
    private long bits(int b) {
        return words[word + (b >> 1)] >>> 32 * (b & 1) & HALF;
    }

    /** The order of a particle, as it was left; the identity at its first iteration. */
    private int[] order(int particle, long step) {
        if (particle >= orders.length) {
            orders = Arrays.copyOf(orders, particle + 1);
        }
        if (orders[particle] == null) {
            orders[particle] = new int[samples.length];
            Arrays.setAll(orders[particle], i -> i);
        } else if (step == 0) {
            Arrays.setAll(orders[particle], i -> i);
        }
        return orders[particle];
    }
}
