package org.thalweg.model.noise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.model.GradientNoise;
import org.thalweg.model.LossSurface;
import org.thalweg.model.NoiseKernel;
import org.thalweg.model.NoiseStructure;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.space.ByValue;
import org.thalweg.model.space.Domain;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Expression;

/**
 * The control: the same variance in every direction, C = sigma2 times the identity. Detailed balance holds, the density
 * is exp(-L / Delta), and nothing selects flat minima beyond their volume. The anisotropy is 1 and stays 1.
 */
public final class IsotropicNoise extends ByValue implements GradientNoise {
    /** Name and keys in model files. */
    public static final NoiseKind KIND = new NoiseKind("isotropic",
            "the control: the same constant variance in every direction (anisotropy 1)",
            List.of(Key.required("batch-variance", Key.Type.NUMBER, "sigma2 > 0, the variance in each direction")),
            "{kind: isotropic, batch-variance: 2.0}",
            IsotropicNoise::read);

    private final AnisotropicNoise equal;

    /**
     * Noise of the given variance in each of {@code dimension} directions.
     *
     * @throws Refusal where the variance is not positive and finite
     */
    public IsotropicNoise(int dimension, double variance) {
        double[] variances = new double[dimension];
        Arrays.fill(variances, variance);
        this.equal = new AnisotropicNoise(variances);
    }

    private static Optional<GradientNoise> read(Fields fields, LossSurface surface, Domain domain) {
        double variance = fields.positive("batch-variance");
        return fields.sound() ? Optional.of(new IsotropicNoise(surface.dimension(), variance)) : Optional.empty();
    }

    @Override
    public int dimension() {
        return equal.dimension();
    }

    @Override
    public NoiseStructure structure() {
        return NoiseStructure.ADDITIVE;
    }

    @Override
    public void covariance(double[] theta, double[][] covariance) {
        equal.covariance(theta, covariance);
    }

    @Override
    public double variance(int i, double[] theta) {
        return equal.variance(i, theta);
    }

    @Override
    public Optional<List<Expression>> colour(List<Expression> white) {
        return equal.colour(white);
    }

    @Override
    public NoiseKernel bind(int capacity) {
        return equal.bind(capacity);
    }

    @Override
    public OptionalDouble batchVariance() {
        return equal.batchVariance();
    }

    @Override
    public OptionalDouble anisotropy() {
        return OptionalDouble.of(1.0);
    }

    @Override
    public GradientNoise withBatchVariance(double batchVariance) {
        return new IsotropicNoise(dimension(), batchVariance);
    }

    @Override
    protected Object[] parts() {
        return new Object[] {equal};
    }

    /** The variance. */
    @Override
    public String toString() {
        return "isotropic noise with variance " + batchVariance().getAsDouble();
    }

    /** This noise, for the anisotropy 1; any other is refused. */
    @Override
    public GradientNoise withAnisotropy(double anisotropy) {
        if (anisotropy != 1.0) {
            throw new Refusal("isotropic noise has the anisotropy 1, not " + anisotropy
                    + "; use the noise kind 'anisotropic' to vary it");
        }
        return this;
    }
}
