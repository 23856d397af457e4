package org.thalweg.model.gradient;

/** C = diag(1, 1 + x^2), with no number that a sweep could vary. */
public final class ValleyNoise implements GradientNoise {
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
        covariance[0][0] = 1.0;
        covariance[0][1] = 0.0;
        covariance[1][0] = 0.0;
        covariance[1][1] = 1.0 + theta[0] * theta[0];
    }

    @Override
    public NoiseKernel bind(int capacity) {
        return new GaussianNoiseKernel(2, capacity) {
            @Override
            public void colour(double[][] theta, int count, double[][] white, double[][] coloured) {
                for (int k = 0; k < count; k++) {
                    coloured[0][k] = white[0][k];
                    coloured[1][k] = Math.sqrt(1.0 + theta[0][k] * theta[0][k]) * white[1][k];
                }
            }
        };
    }
}
