package org.thalweg.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/** Time of one variate, in blocks of the size that an ensemble uses. */
public class VariatesBenchmark extends Suite {
    private static final int COUNT = 256;

    private final RandomStream stream = Seed.DEFAULT.stream(Purpose.OTHER, 0);
    private final double[] values = new double[COUNT];
    private final long[] bits = new long[COUNT];

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long[] bits() {
        stream.fillBits(bits, COUNT);
        return bits;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public double[] normal() {
        stream.fillNormal(values, COUNT);
        return values;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public double[] twoPoint() {
        stream.fillTwoPoint(values, COUNT);
        return values;
    }
}
