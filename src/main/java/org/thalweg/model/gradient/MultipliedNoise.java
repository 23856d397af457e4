package org.thalweg.model.gradient;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.compute.Blocks;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;

/**
 * A noise whose covariance is that of another, times a factor. How its samples come about is what its kinds differ in.
 */
sealed interface MultipliedNoise extends GradientNoise permits ScaledNoise, AmplifiedNoise {
    /** The other. */
    GradientNoise noise();

    /** The factor, positive. */
    double factor();

    @Override
    default int dimension() {
        return noise().dimension();
    }

    @Override
    default NoiseStructure structure() {
        return noise().structure();
    }

    @Override
    default void covariance(double[] theta, double[][] covariance) {
        noise().covariance(theta, covariance);
        Blocks.scale(covariance, covariance.length, factor());
    }

    @Override
    default double variance(int i, double[] theta) {
        return factor() * noise().variance(i, theta);
    }

    @Override
    default Optional<List<Expression>> colour(List<Expression> white) {
        Expression amplitude = new Expression.Constant(Math.sqrt(factor()));
        return noise().colour(white).map(c -> c.stream().map(e -> Algebra.product(amplitude, e)).toList());
    }

    @Override
    default boolean gaussian() {
        return noise().gaussian();
    }

    @Override
    default OptionalDouble anisotropy() {
        return noise().anisotropy();
    }

    /** Colours as the other noise does, times the root of the factor. */
    abstract class Kernel implements NoiseKernel {
        /** The kernel of the other noise. */
        final NoiseKernel other;
        /** The root of the factor. */
        final double amplitude;

        Kernel(MultipliedNoise noise, int capacity) {
            this.other = noise.noise().bind(capacity);
            this.amplitude = Math.sqrt(noise.factor());
        }

        @Override
        public void colour(double[][] theta, int count, double[][] white, double[][] coloured) {
            other.colour(theta, count, white, coloured);
            Blocks.scale(coloured, count, amplitude);
        }
    }
}
