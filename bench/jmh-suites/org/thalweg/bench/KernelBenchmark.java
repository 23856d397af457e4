package org.thalweg.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.loss.SurfaceKernel;
import org.thalweg.random.Purpose;
import org.thalweg.random.Seed;

/** Time of one gradient of the valley, in blocks of the size that an ensemble uses. */
public class KernelBenchmark extends Suite {
    private static final int COUNT = 256;

    @Param({"yardstick", "yardstick-exp", "yardstick-cos", "yardstick-tanh"})
    public String model;

    private final double[][] theta = new double[2][COUNT];
    private final double[][] gradient = new double[2][COUNT];
    private SurfaceKernel kernel;

    @Setup
    public void bind() throws ModelFileException {
        kernel = setting(model).surface().bind(COUNT);
        for (double[] row : theta) {
            Seed.DEFAULT.stream(Purpose.START, 0).fillNormal(row, COUNT);
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public double[][] gradient() {
        kernel.gradient(theta, COUNT, gradient);
        return gradient;
    }
}
