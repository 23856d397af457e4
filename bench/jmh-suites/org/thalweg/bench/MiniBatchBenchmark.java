package org.thalweg.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.gradient.NoiseKernel;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/** Time of the noise of one mini-batch of 32 from 4096 samples, in blocks of the size that an ensemble uses. */
public class MiniBatchBenchmark extends Suite {
    private static final int COUNT = 256;

    @Param({"yardstick-mini-batch", "yardstick-mini-batch-across"})
    public String model;

    private final double[][] theta = new double[2][COUNT];
    private final double[][] noise = new double[2][COUNT];
    private final RandomStream random = Seed.DEFAULT.stream(Purpose.GRADIENT_NOISE, 0);
    private NoiseKernel kernel;

    @Setup
    public void bind() throws ModelFileException {
        kernel = setting(model).noise().bind(COUNT);
        Seed.DEFAULT.stream(Purpose.START, 0).fillNormal(theta, COUNT);
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public double[][] sample() {
        kernel.sample(theta, COUNT, random, noise);
        return noise;
    }
}
