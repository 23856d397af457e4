package org.thalweg.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.random.RandomStream;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;

/**
 * The noise of a stochastic variance amplified gradient ([LMA21]): of two independent gradients g1 and g2 the
 * combination (1 + r)/2 g1 + (1 - r)/2 g2 with r = sqrt(2 l - 1). Its mean is that of one gradient, its covariance l
 * times as large.
 *
 * <p>A sample is such a combination of two draws, whatever their law. Normal numbers stay normal, so that colouring
 * multiplies by sqrt(l) only.
 *
 * @param noise of one gradient, independent from one draw to the next
 * @param level l, at least 1
 */
record AmplifiedNoise(GradientNoise noise, int level) implements GradientNoise {
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
        GradientDiffusion.scale(covariance, covariance.length, level);
    }

    @Override
    public double variance(int i, double[] theta) {
        return level * noise.variance(i, theta);
    }

    @Override
    public Optional<List<Expression>> colour(List<Expression> white) {
        Expression amplitude = new Expression.Constant(Math.sqrt(level));
        return noise.colour(white).map(c -> c.stream().map(e -> Algebra.product(amplitude, e)).toList());
    }

    @Override
    public boolean gaussian() {
        return noise.gaussian();
    }

    /** Both draws at their worst: (1 + r)/2 + |1 - r|/2 = r times. */
    @Override
    public OptionalDouble bound() {
        OptionalDouble one = noise.bound();
        return one.isPresent() ? OptionalDouble.of(one.getAsDouble() * root()) : one;
    }

    @Override
    public GradientNoise at(double time) {
        return new AmplifiedNoise(noise.at(time), level);
    }

    @Override
    public OptionalDouble anisotropy() {
        return noise.anisotropy();
    }

    private double root() {
        return Math.sqrt(2.0 * level - 1.0);
    }

    @Override
    public NoiseKernel bind(int capacity) {
        NoiseKernel kernel = noise.bind(capacity);
        double[][] other = new double[dimension()][capacity];
        double amplitude = Math.sqrt(level);
        double first = 0.5 * (1.0 + root());
        double second = 0.5 * (1.0 - root());
        return new NoiseKernel() {
            @Override
            public void colour(double[][] theta, int count, double[][] white, double[][] coloured) {
                kernel.colour(theta, count, white, coloured);
                GradientDiffusion.scale(coloured, count, amplitude);
            }

            @Override
            public void sample(double[][] theta, int count, RandomStream random, double[][] noise) {
                kernel.sample(theta, count, random, noise);
                kernel.sample(theta, count, random, other);
                for (int i = 0; i < noise.length; i++) {
                    for (int k = 0; k < count; k++) {
                        noise[i][k] = first * noise[i][k] + second * other[i][k];
                    }
                }
            }
        };
    }

    @Override
    public String toString() {
        return noise + ", variance amplified " + level + " times";
    }
}
