package org.thalweg.model.noise;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseKind;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.space.Domain;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Expression;

/**
 * The control: the same variance in every direction, C = sigma2 times the identity. Detailed balance holds, the density
 * is exp(-L / Delta), and nothing selects flat minima beyond their volume. The anisotropy is 1 and stays 1.
 */
public final class IsotropicNoise extends DiagonalNoise {
    /** Name and keys in model files. */
    public static final NoiseKind KIND = new NoiseKind("isotropic",
            "the control: the same constant variance in every direction (anisotropy 1)",
            List.of(Key.required("batch-variance", Key.Type.NUMBER, "sigma2 > 0, the variance in each direction")),
            "{kind: isotropic, batch-variance: 2.0}",
            IsotropicNoise::read);

    private final double variance;

    /**
     * Noise of the given variance in each of {@code dimension} directions.
     *
     * @throws Refusal where the variance is not positive and finite
     */
    public IsotropicNoise(int dimension, double variance) {
        super(Collections.nCopies(dimension, new Expression.Constant(variance)));
        if (!(variance > 0.0) || Double.isInfinite(variance)) {
            throw new Refusal("gradient variance " + variance + ": must be positive and finite");
        }
        this.variance = variance;
    }

    private static Optional<GradientNoise> read(Fields fields, LossSurface surface, Domain domain) {
        double variance = fields.positive("batch-variance");
        return fields.sound() ? Optional.of(new IsotropicNoise(surface.dimension(), variance)) : Optional.empty();
    }

    @Override
    public OptionalDouble batchVariance() {
        return OptionalDouble.of(variance);
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
        return new Object[] {dimension(), variance};
    }

    /** The variance. */
    @Override
    public String toString() {
        return "isotropic noise with variance " + variance;
    }

    /** The isotropic noise itself, for the anisotropy 1; any other is refused. */
    @Override
    public GradientNoise withAnisotropy(double anisotropy) {
        if (anisotropy != 1.0) {
            throw new Refusal("isotropic noise has the anisotropy 1, not " + anisotropy
                    + "; use the noise kind 'anisotropic' to vary it");
        }
        return this;
    }
}
