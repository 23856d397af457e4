package org.thalweg.random;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Choices of streams whose bits are judged as if they came from one generator. */
enum Streams {
    /** One stream. */
    SINGLE(1, i -> Seed.DEFAULT.stream(Purpose.BROWNIAN_INCREMENT, 0)),
    /** A word in turn from each of neighbouring blocks: what the particles of an ensemble see. */
    BLOCKS(64, i -> Seed.DEFAULT.stream(Purpose.BROWNIAN_INCREMENT, i)),
    /** A word in turn from each purpose. */
    PURPOSES(Purpose.values().length, i -> Seed.DEFAULT.stream(Purpose.values()[i], 0)),
    /** A word in turn from each of neighbouring children: what the cells of a sweep see. */
    CHILDREN(64, i -> Seed.DEFAULT.child(i).stream(Purpose.BROWNIAN_INCREMENT, 0)),
    /** A word in turn from each of neighbouring seeds: what a user sees who counts seeds up. */
    SEEDS(64, i -> new Seed(i).stream(Purpose.BROWNIAN_INCREMENT, 0));

    private final int count;
    private final IntFunction<RandomStream> address;

    Streams(int count, IntFunction<RandomStream> address) {
        this.count = count;
        this.address = address;
    }

    /** These streams at their beginning. */
    RandomStream[] open() {
        return IntStream.range(0, count).mapToObj(address).toArray(RandomStream[]::new);
    }

    /** The bits of these streams as those of one. */
    Interleaved interleaved() {
        return new Interleaved(open());
    }

    /** Several streams as one: word by word in turn. */
    static final class Interleaved {
        /** Words taken from a stream at a time. */
        private static final int PART = 256;

        private final RandomStream[] streams;
        private final long[] part = new long[PART];
        private final long[] words;

        private Interleaved(RandomStream[] streams) {
            this.streams = streams;
            this.words = new long[PART * streams.length];
        }

        /** The next words of all streams. The array is used again by the next call. */
        long[] next() {
            for (int i = 0; i < streams.length; i++) {
                streams[i].fillBits(part, PART);
                for (int k = 0; k < PART; k++) {
                    words[k * streams.length + i] = part[k];
                }
            }
            return words;
        }
    }
}
