package org.thalweg.model.noise.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.compute.BlockMath;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/** Samples are drawn as they should be: all of them, all pairs and all batches equally often. */
class BatchDrawTest {
    private static final Seed SEED = new Seed(32);
    /** Of a single chi-square; 13 of them below make 1.3e-5 for a new seed, nothing or everything for this one. */
    private static final double FALSE_ALARM = 1e-6;
    private static final int BATCHES = 64_000;
    /** As many particles as a block has. */
    private static final int BLOCK = 256;

    /** Samples that are their own numbers. */
    private static BatchDraw draw(BatchSampling sampling, int samples, int batch) {
        return new BatchDraw(sampling, LongStream.range(0, samples).toArray(), batch);
    }

    private static int[] batch(BatchDraw draw, int size, int particle, long step) {
        long[] drawn = new long[2 + BlockMath.LINE * size];
        draw.draw(particle, step, drawn, 2);
        return IntStream.range(0, size).map(b -> (int) drawn[2 + BlockMath.LINE * b]).toArray();
    }

    /** Without replacement no sample is in a batch twice; every sample is equally likely (chi-square of 5.5 sigma). */
    @ParameterizedTest
    @EnumSource(BatchSampling.class)
    void batchesAreDrawnFairly(BatchSampling sampling) {
        int samples = 21;
        int batch = 7;
        int count = 64;
        BatchDraw draw = draw(sampling, samples, batch);
        RandomStream random = SEED.stream(Purpose.OTHER, 3);
        long[] seen = new long[samples];
        boolean twice = false;
        BitSet[] epochs = new BitSet[count];
        int steps = 300;
        for (int step = 0; step < steps; step++) {
            draw.begin(random, count);
            for (int k = 0; k < count; k++) {
                BitSet used = new BitSet();
                epochs[k] = step % 3 == 0 ? new BitSet() : epochs[k];
                for (int i : batch(draw, batch, k, step)) {
                    seen[i]++;
                    twice |= used.get(i);
                    used.set(i);
                    epochs[k].set(i);
                }
                if (sampling == BatchSampling.RESHUFFLING && step % 3 == 2) {
                    assertEquals(samples, epochs[k].cardinality(), "an epoch uses every sample");
                }
            }
        }
        assertEquals(sampling == BatchSampling.WITH_REPLACEMENT, twice);
        double expected = (double) steps * count * batch / samples;
        double chiSquare = Arrays.stream(seen).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
        // 20 degrees of freedom: mean 20, deviation 6.3; less where draws exclude each other.
        assertTrue(chiSquare < 20 + 5.5 * 6.3, "chi-square " + chiSquare);
    }

    /** Particles that stay keep their order of samples when others leave. */
    @Test
    void reshufflingBelongsToTheParticle() {
        BatchDraw draw = draw(BatchSampling.RESHUFFLING, 12, 4);
        RandomStream random = SEED.stream(Purpose.OTHER, 4);
        BitSet seen = new BitSet();
        int[][] present = {{0, 1, 2}, {0, 2}, {2}};
        for (int step = 0; step < 3; step++) {
            int count = present[step].length;
            draw.begin(random, count);
            for (int slot = 0; slot < count; slot++) {
                int[] index = batch(draw, 4, present[step][slot], step);
                if (slot == count - 1) {
                    Arrays.stream(index).forEach(seen::set);
                }
            }
        }
        assertEquals(12, seen.cardinality());
    }

    /** First and last sample of a batch without replacement, each and both together. */
    @ParameterizedTest
    @CsvSource({"7, 7", "12, 5", "40, 3", "33, 32"})
    void samplesAndPairsAreEquallyLikely(int samples, int batch) {
        long[] first = new long[samples];
        long[] last = new long[samples];
        long[] pairs = new long[samples * samples];
        int[][] batches = batches(samples, batch);
        for (int[] drawn : batches) {
            assertEquals(batch, Arrays.stream(drawn).distinct().count(), "no sample twice");
            first[drawn[0]]++;
            last[drawn[batch - 1]]++;
            pairs[drawn[0] * samples + drawn[batch - 1]]++;
        }
        assertUniform(first, "first of " + batch);
        assertUniform(last, "last of " + batch);
        // Without the diagonal, which is empty.
        assertUniform(IntStream.range(0, samples * samples).filter(i -> i % (samples + 1) != 0)
                .mapToLong(i -> pairs[i]).toArray(), "pairs of " + batch);
    }

    /** The 20 ways to draw 3 of 6. */
    @Test
    void batchesAreEquallyLikely() {
        long[] seen = new long[1 << 6];
        for (int[] drawn : batches(6, 3)) {
            seen[Arrays.stream(drawn).map(i -> 1 << i).sum()]++;
        }
        assertUniform(IntStream.range(0, seen.length).filter(set -> Integer.bitCount(set) == 3)
                .mapToLong(set -> seen[set]).toArray(), "batches");
    }

    /** What a batch holds depends on the random numbers of its iteration, not on what was drawn before. */
    @Test
    void iterationsForgetOneAnother() {
        BatchDraw draw = draw(BatchSampling.WITHOUT_REPLACEMENT, 100, 7);
        int[] fresh = drawn(draw, SEED.stream(Purpose.OTHER, 6));
        drawn(draw, SEED.stream(Purpose.OTHER, 7));
        assertEquals(Arrays.toString(fresh), Arrays.toString(drawn(draw, SEED.stream(Purpose.OTHER, 6))));
    }

    private static int[] drawn(BatchDraw draw, RandomStream random) {
        draw.begin(random, 50);
        int[] last = null;
        for (int k = 0; k < 50; k++) {
            last = batch(draw, 7, k, 0);
        }
        return last;
    }

    private static int[][] batches(int samples, int batch) {
        BatchDraw draw = draw(BatchSampling.WITHOUT_REPLACEMENT, samples, batch);
        RandomStream random = SEED.stream(Purpose.OTHER, 5);
        int[][] batches = new int[BATCHES][];
        for (int i = 0; i < BATCHES; i++) {
            if (i % BLOCK == 0) {
                draw.begin(random, BLOCK);
            }
            batches[i] = batch(draw, batch, i % BLOCK, i / BLOCK);
        }
        return batches;
    }

    private static void assertUniform(long[] seen, String what) {
        double expected = (double) Arrays.stream(seen).sum() / seen.length;
        double chiSquare = Arrays.stream(seen).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
        double limit = new ChiSquaredDistribution(seen.length - 1).inverseCumulativeProbability(1.0 - FALSE_ALARM);
        assertTrue(chiSquare < limit, what + ": chi-square " + chiSquare + ", limit " + limit);
    }
}
