package org.thalweg.model.gradient;

import java.util.OptionalDouble;
import org.thalweg.compute.Blocks;
import org.thalweg.random.RandomStream;

/** A noise whose samples are those of another, times the root of a factor; so its covariance is multiplied by it. */
record ScaledNoise(GradientNoise noise, double factor) implements MultipliedNoise {
    @Override
    public OptionalDouble batchVariance() {
        OptionalDouble inner = noise.batchVariance();
        return inner.isPresent() ? OptionalDouble.of(inner.getAsDouble() * factor) : inner;
    }

    @Override
    public GradientNoise withBatchVariance(double batchVariance) {
        return noise.withBatchVariance(batchVariance);
    }

    @Override
    public GradientNoise withAnisotropy(double anisotropy) {
        return new ScaledNoise(noise.withAnisotropy(anisotropy), factor);
    }

    @Override
    public OptionalDouble bound() {
        OptionalDouble inner = noise.bound();
        return inner.isPresent() ? OptionalDouble.of(inner.getAsDouble() * Math.sqrt(factor)) : inner;
    }

    @Override
    public boolean hasCovariance() {
        return noise.hasCovariance();
    }

    @Override
    public boolean independentInTime() {
        return noise.independentInTime();
    }

    @Override
    public GradientNoise at(double time) {
        return new ScaledNoise(noise.at(time), factor);
    }

    @Override
    public NoiseKernel bind(int capacity) {
        return new Kernel(this, capacity) {
            @Override
            public void sample(double[][] theta, int count, RandomStream random, double[][] noise) {
                other.sample(theta, count, random, noise);
                Blocks.scale(noise, count, amplitude);
            }

            @Override
            public void sample(
                    double[][] theta, int count, int[] particle, long step, RandomStream random, double[][] noise) {
                other.sample(theta, count, particle, step, random, noise);
                Blocks.scale(noise, count, amplitude);
            }
        };
    }
}
