package org.thalweg.model.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.thalweg.model.GaussianNoiseKernel;
import org.thalweg.model.GradientNoise;
import org.thalweg.model.LossSurface;
import org.thalweg.model.NoiseKernel;
import org.thalweg.model.NoiseStructure;
import org.thalweg.model.ValleyShape;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.profile.ProfileKernel;
import org.thalweg.model.space.ByValue;
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
public final class PowerNoise extends ByValue implements GradientNoise {
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
                ? surface.valley().map(shape -> new PowerNoise(shape, strength, exponent, anisotropy))
                : Optional.empty();
    }

    @Override
    public int dimension() {
        return shape.sharpDirections() + 1;
    }

    /** Diagonal; additive where the exponent is 0. */
    @Override
    public NoiseStructure structure() {
        return exponent == 0.0 ? NoiseStructure.ADDITIVE : NoiseStructure.DIAGONAL;
    }

    @Override
    public void covariance(double[] theta, double[][] covariance) {
        for (int i = 0; i < covariance.length; i++) {
            Arrays.fill(covariance[i], 0.0);
            covariance[i][i] = variance(i, theta);
        }
    }

    @Override
    public double variance(int i, double[] theta) {
        double amplitude = scale(i) / reduction(shape.flatness().get(Math.max(i - 1, 0)).value(theta[0]));
        return amplitude * amplitude;
    }

    /** The standard deviation in coordinate {@code i} where the flatness is 1. */
    private double scale(int i) {
        return Math.sqrt(i == 0 ? strength / anisotropy : strength);
    }

    /** By what the standard deviation is smaller where the flatness is {@code f}: f^p. */
    private double reduction(double f) {
        return exponent == 1.0 ? f : exponent == 2.0 ? f * f : Math.pow(f, exponent);
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

    /** Where all flatnesses are formulas. */
    @Override
    public Optional<List<Expression>> colour(List<Expression> white) {
        List<Expression> coloured = new ArrayList<>();
        for (int i = 0; i < white.size(); i++) {
            Optional<Expression> flatness = shape.flatness().get(Math.max(i - 1, 0)).expression();
            if (flatness.isEmpty()) {
                return Optional.empty();
            }
            Expression amplitude = Algebra.quotient(new Expression.Constant(scale(i)), reduction(flatness.get()));
            coloured.add(Algebra.product(amplitude, white.get(i)));
        }
        return Optional.of(coloured);
    }

    private Expression reduction(Expression flatness) {
        return exponent == 2.0
                ? Positive.square(flatness)
                : Algebra.power(flatness, new Expression.Constant(exponent));
    }

    @Override
    public NoiseKernel bind(int capacity) {
        ProfileKernel[] flatness = shape.flatness().stream().map(p -> p.bind(capacity)).toArray(ProfileKernel[]::new);
        double[] f = new double[capacity];
        double[] slope = new double[capacity];
        double[] scale = IntStream.range(0, dimension()).mapToDouble(this::scale).toArray();
        return new GaussianNoiseKernel(dimension(), capacity) {
            @Override
            public void colour(double[][] theta, int count, double[][] white, double[][] coloured) {
                for (int i = 0; i < scale.length; i++) {
                    if (i != 1) {
                        flatness[Math.max(i - 1, 0)].evaluate(theta[0], count, f, slope);
                    }
                    double[] from = white[i];
                    double[] to = coloured[i];
                    for (int k = 0; k < count; k++) {
                        to[k] = scale[i] / reduction(f[k]) * from[k];
                    }
                }
            }
        };
    }
}
