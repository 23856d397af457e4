package org.thalweg.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.random.RandomStream;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;

/** A noise whose covariance is that of another, times a factor. */
record ScaledNoise(GradientNoise noise, double factor) implements GradientNoise {
    @Override
    public int dimension() {
        return noise.dimension();
    }

    @Override
    public NoiseStructure structure() {
        return noise.structure();
    }

    @Override
    public void covariance(double[] theta, double[][] covariance) {
        noise.covariance(theta, covariance);
        GradientDiffusion.scale(covariance, covariance.length, factor);
    }

    @Override
    public OptionalDouble batchVariance() {
        OptionalDouble inner = noise.batchVariance();
        return inner.isPresent() ? OptionalDouble.of(inner.getAsDouble() * factor) : inner;
    }

    @Override
    public OptionalDouble anisotropy() {
        return noise.anisotropy();
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
    public double variance(int i, double[] theta) {
        return factor * noise.variance(i, theta);
    }

    @Override
    public Optional<List<Expression>> colour(List<Expression> white) {
        Expression amplitude = new Expression.Constant(Math.sqrt(factor));
        return noise.colour(white).map(c -> c.stream().map(e -> Algebra.product(amplitude, e)).toList());
    }

    @Override
    public OptionalDouble bound() {
        OptionalDouble inner = noise.bound();
        return inner.isPresent() ? OptionalDouble.of(inner.getAsDouble() * Math.sqrt(factor)) : inner;
    }

    @Override
    public boolean gaussian() {
        return noise.gaussian();
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
        NoiseKernel inner = noise.bind(capacity);
        double amplitude = Math.sqrt(factor);
        return new NoiseKernel() {
            @Override
            public void colour(double[][] theta, int count, double[][] white, double[][] coloured) {
                inner.colour(theta, count, white, coloured);
                GradientDiffusion.scale(coloured, count, amplitude);
            }

            @Override
            public void sample(
                    double[][] theta, int count, RandomStream random, double[][] noise) {
                inner.sample(theta, count, random, noise);
                GradientDiffusion.scale(noise, count, amplitude);
            }

            @Override
            public void sample(
                    double[][] theta, int count, int[] particle, long step, RandomStream random, double[][] noise) {
                inner.sample(theta, count, particle, step, random, noise);
                GradientDiffusion.scale(noise, count, amplitude);
            }
        };
    }
}
