package org.thalweg.model.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseKind;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Domain;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Positive;

/**
 * Noise that follows the curvature of a valley: C_yiyi = s lambda_i(x)^p with lambda_i = 1 / F_i(x)^2, and C_xx = C_yy
 * / kappa of the first sharp direction. p = 0 is constant anisotropic noise, p = 1 label noise, p = 2 mini-batch
 * landscapes with shifted minima.
 */
public final class PowerNoise extends DiagonalNoise {
    /** Name and keys in model files. */
    public static final NoiseKind KIND = new NoiseKind("power",
            "follows the curvature of a valley: C_yy = s lambda(x)^p with lambda = 1/F^2, C_xx = C_yy / anisotropy",
            List.of(Key.required("strength", Key.Type.NUMBER, "s > 0"),
                    Key.required("exponent", Key.Type.NUMBER,
                            "p >= 0: 0 constant, 1 label noise, 2 shifted landscapes"),
                    Key.required("anisotropy", Key.Type.NUMBER, "kappa = C_yy / C_xx > 0")),
            "{kind: power, strength: 1.0, exponent: 1, anisotropy: 4}",
            PowerNoise::read);

    private final ValleyShape shape;
    private final double strength;
    private final double exponent;
    private final double anisotropy;

    /**
     * Noise on a valley.
     *
     * @param strength s &gt; 0
     * @param exponent p &gt;= 0
     * @param anisotropy kappa &gt; 0
     */
    public PowerNoise(ValleyShape shape, double strength, double exponent, double anisotropy) {
        super(variances(shape, strength, exponent, anisotropy));
        if (!(strength > 0.0 && exponent >= 0.0 && anisotropy > 0.0)
                || Double.isInfinite(strength + exponent + anisotropy)) {
            throw new Refusal("power noise with strength " + strength + ", exponent " + exponent
                    + ", anisotropy " + anisotropy
                    + ": strength and anisotropy must be positive, the exponent not negative");
        }
        this.shape = shape;
        this.strength = strength;
        this.exponent = exponent;
        this.anisotropy = anisotropy;
    }

    /** s / F^(2 p), along the valley that of the first sharp direction over kappa. */
    private static List<Expression> variances(
            ValleyShape shape, double strength, double exponent, double anisotropy) {
        List<Expression> variances = new ArrayList<>();
        for (Profile flatness : shape.flatness()) {
            Expression power = Algebra.power(
                    Positive.square(flatness.expression()), new Expression.Constant(exponent));
            if (variances.isEmpty()) {
                variances.add(Algebra.quotient(new Expression.Constant(strength / anisotropy), power));
            }
            variances.add(Algebra.quotient(new Expression.Constant(strength), power));
        }
        return variances;
    }

    private static Optional<GradientNoise> read(Fields fields, LossSurface surface, Domain domain) {
        double strength = fields.positive("strength");
        double exponent = fields.number("exponent");
        double anisotropy = fields.positive("anisotropy");
        if (exponent < 0.0) {
            fields.problem("exponent", "exponent is " + exponent, "give a number >= 0");
        }
        if (!surface.geometry().valley()) {
            fields.problem("kind",
                    "noise 'power' follows the curvature across a valley, and this surface is not a valley",
                    "use the noise kind 'formula', or a loss of kind 'valley'");
        }
        return fields.sound()
                ? surface.geometry().shape().map(shape -> new PowerNoise(shape, strength, exponent, anisotropy))
                : Optional.empty();
    }

    @Override
    public OptionalDouble batchVariance() {
        return OptionalDouble.of(strength);
    }

    @Override
    public OptionalDouble anisotropy() {
        return OptionalDouble.of(anisotropy);
    }

    @Override
    public GradientNoise withBatchVariance(double batchVariance) {
        return new PowerNoise(shape, batchVariance, exponent, anisotropy);
    }

    @Override
    public GradientNoise withAnisotropy(double other) {
        return new PowerNoise(shape, strength, exponent, other);
    }

    @Override
    protected Object[] parts() {
        return new Object[] {shape, strength, exponent, anisotropy};
    }

    /** The law and its numbers. */
    @Override
    public String toString() {
        return "noise C_yy = " + strength + " lambda^" + exponent + ", C_xx = C_yy/" + anisotropy;
    }
}
