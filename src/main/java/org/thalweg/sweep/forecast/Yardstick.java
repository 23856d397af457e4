package org.thalweg.sweep.forecast;

import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.zip.Deflater;

/**
 * How fast a processor is, before any work is done: how long it takes to compress the same bytes as everywhere. That is
 * native code, so that it does not matter how much of Java was compiled yet; and what others on the machine take from
 * its caches and shared cores it feels too.
 */
public final class Yardstick {
    /** Letters of little entropy. */
    private static final int BYTES = 1 << 16;
    private static final int LETTERS = 12;

    /** Processor seconds of it on the machine of docs/scaling.md. */
    private static final double THERE = 0.0105;

    /** The quickest of so many: the first may find memory that nobody touched. */
    private static final int TURNS = 3;

    /** Measured once. */
    private static final class Here {
        private static final double SLOWNESS = told(measure(Clocks.HERE.thread()));
    }

    /** Of the logarithm of a reading, on a machine that others use too. */
    private static final double NOISE = 0.2;

    private Yardstick() {}

    /** So many times as long as on the machine of docs/scaling.md does a processor take here. */
    public static double slowness() {
        return Here.SLOWNESS;
    }

    /**
     * Of a reading: what is near that of the other machine is mostly noise, what is far from it another machine. A
     * clock too coarse to tell anything tells nothing.
     */
    static double told(double reading) {
        if (!(reading > 0.0) || !Double.isFinite(reading)) {
            return 1.0;
        }
        double log = Math.log(reading);
        return Math.exp(log * log * log / (log * log + NOISE * NOISE));
    }

    private static double measure(LongSupplier threadNanos) {
        SplittableRandom random = new SplittableRandom(1);
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(LETTERS) * random.nextInt(LETTERS) / LETTERS);
        }
        byte[] compressed = new byte[BYTES];
        long quickest = Long.MAX_VALUE;
        for (int turn = 0; turn < TURNS; turn++) {
            Deflater deflater = new Deflater();
            long begin = threadNanos.getAsLong();
            deflater.setInput(bytes);
            deflater.finish();
            deflater.deflate(compressed);
            quickest = Math.min(quickest, threadNanos.getAsLong() - begin);
            deflater.end();
        }
        return 1e-9 * quickest / THERE;
    }
}
