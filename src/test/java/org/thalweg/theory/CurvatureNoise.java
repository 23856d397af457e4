package org.thalweg.theory;

import org.thalweg.model.gradient.GaussianNoiseKernel;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseKernel;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.model.profile.Profile;

/** C_yy = s lambda(x)^p, C_xx = C_yy / kappa, with one sharp direction. */
public record CurvatureNoise(Profile flatness, double strength, double power, double kappa) implements GradientNoise {
    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public NoiseStructure structure() {
        return NoiseStructure.DIAGONAL;
    }

    @Override
    public void covariance(double[] theta, double[][] covariance) {
        double across = strength * Math.pow(flatness.value(theta[0]), -2.0 * power);
        covariance[0][0] = across / kappa;
        covariance[0][1] = 0.0;
        covariance[1][0] = 0.0;
        covariance[1][1] = across;
    }

    @Override
    public NoiseKernel bind(int capacity) {
        double[][] covariance = new double[2][2];
        return new GaussianNoiseKernel(2, capacity) {
            @Override
            public void colour(double[][] theta, int count, double[][] white, double[][] coloured) {
                for (int k = 0; k < count; k++) {
                    covariance(new double[] {theta[0][k], theta[1][k]}, covariance);
                    coloured[0][k] = Math.sqrt(covariance[0][0]) * white[0][k];
                    coloured[1][k] = Math.sqrt(covariance[1][1]) * white[1][k];
                }
            }
        };
    }
}
