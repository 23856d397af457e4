package org.thalweg.model.noise;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.thalweg.model.GaussianNoiseKernel;
import org.thalweg.model.GradientNoise;
import org.thalweg.model.NoiseKernel;
import org.thalweg.model.NoiseStructure;

/**
 * Constant diagonal noise: C_yy = sigma2 in each sharp direction, C_xx = sigma2 / kappa along the valley (Yang, Tang,
 * Tu, PRL 130, 237101: Delta in the sharp direction, Delta / kappa in the flat one).
 */
public final class AnisotropicNoise implements GradientNoise {
    private final double[] variances;

    /**
     * Noise with the given variances, along the valley first. Not modified, copied.
     *
     * @throws IllegalArgumentException where a variance is not positive and finite
     */
    public AnisotropicNoise(double... variances) {
        for (double variance : variances) {
            if (!(variance > 0.0) || Double.isInfinite(variance)) {
                throw new IllegalArgumentException("gradient variance " + variance + ": must be positive and finite");
            }
        }
        this.variances = variances.clone();
    }

    /** One sharp direction: C_yy = {@code batchVariance}, C_xx = C_yy / {@code anisotropy}. */
    public static AnisotropicNoise of(double batchVariance, double anisotropy) {
        return new AnisotropicNoise(batchVariance / anisotropy, batchVariance);
    }

    @Override
    public int dimension() {
        return variances.length;
    }

    @Override
    public NoiseStructure structure() {
        return NoiseStructure.ADDITIVE;
    }

    @Override
    public void covariance(double[] theta, double[][] covariance) {
        for (int i = 0; i < variances.length; i++) {
            Arrays.fill(covariance[i], 0.0);
            covariance[i][i] = variances[i];
        }
    }

    @Override
    public OptionalDouble batchVariance() {
        return OptionalDouble.of(variances[Math.min(1, variances.length - 1)]);
    }

    @Override
    public OptionalDouble anisotropy() {
        return OptionalDouble.of(batchVariance().getAsDouble() / variances[0]);
    }

    @Override
    public GradientNoise withBatchVariance(double batchVariance) {
        double factor = batchVariance / batchVariance().getAsDouble();
        return new AnisotropicNoise(Arrays.stream(variances).map(v -> v * factor).toArray());
    }

    @Override
    public GradientNoise withAnisotropy(double anisotropy) {
        double[] changed = variances.clone();
        changed[0] = batchVariance().getAsDouble() / anisotropy;
        return new AnisotropicNoise(changed);
    }

    @Override
    public NoiseKernel bind(int capacity) {
        double[] deviations = Arrays.stream(variances).map(Math::sqrt).toArray();
        return new GaussianNoiseKernel(variances.length, capacity) {
            @Override
            public void colour(double[][] theta, int count, double[][] white, double[][] coloured) {
                for (int i = 0; i < deviations.length; i++) {
                    for (int k = 0; k < count; k++) {
                        coloured[i][k] = deviations[i] * white[i][k];
                    }
                }
            }
        };
    }
}
