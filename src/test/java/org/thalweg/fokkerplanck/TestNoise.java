package org.thalweg.fokkerplanck;

import java.util.function.Function;
import org.thalweg.model.gradient.GaussianNoiseKernel;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseKernel;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.refusal.Refusal;

/** Noise of any covariance, for densities only: it cannot be sampled. */
public record TestNoise(Function<double[], double[][]> covarianceAt) implements GradientNoise {
    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public NoiseStructure structure() {
        return NoiseStructure.GENERAL;
    }

    @Override
    public void covariance(double[] theta, double[][] covariance) {
        double[][] values = covarianceAt.apply(theta);
        for (int i = 0; i < values.length; i++) {
            System.arraycopy(values[i], 0, covariance[i], 0, values.length);
        }
    }

    @Override
    public NoiseKernel bind(int capacity) {
        return new GaussianNoiseKernel(2, capacity) {
            @Override
            public void colour(double[][] theta, int count, double[][] white, double[][] coloured) {
                throw new Refusal("a density draws no samples");
            }
        };
    }
}
