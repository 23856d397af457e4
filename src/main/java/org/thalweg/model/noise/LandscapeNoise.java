package org.thalweg.model.noise;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseKind;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.space.Domain;
import org.thalweg.model.surface.TwoValleys;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Operation;

/**
 * Noise that follows the curvature of {@link TwoValleys}: C = sigma^2 (S h(x))^gamma, where h = 8 e^(-b x) is V'' at
 * both minima, x clipped to |x| &lt;= 1.2. Where the valleys flatten, the noise dies down with them. A reconstruction,
 * as the surface is.
 */
public final class LandscapeNoise extends DiagonalNoise {
    /** Name and keys in model files. */
    public static final NoiseKind KIND = new NoiseKind("landscape",
            "of surface two-valleys: follows its curvature, C = sigma^2 (S h(x))^gamma, h = 8 e^(-b x), |x| up to 1.2",
            List.of(Key.required("strength", Key.Type.NUMBER, "sigma > 0"),
                    Key.required("exponent", Key.Type.NUMBER, "gamma >= 0: 1 or 2 in the reconstruction")),
            "{kind: landscape, strength: 0.3, exponent: 1}",
            TwoValleys.KIND.example(), LandscapeNoise::read);

    /** Beyond it h stays what it is, a little outside the minima at -1 and 1. */
    private static final double CLIP = 1.2;
    /** V'' at the minima of the untilted valleys. */
    private static final double CURVATURE = 8.0;

    private final TwoValleys valleys;
    private final double strength;
    private final double exponent;

    /**
     * Noise on two valleys.
     *
     * @param strength sigma &gt; 0
     * @param exponent gamma &gt;= 0
     */
    public LandscapeNoise(TwoValleys valleys, double strength, double exponent) {
        super(List.of(variance(valleys, strength, exponent)));
        if (!(strength > 0.0 && exponent >= 0.0) || Double.isInfinite(strength + exponent)) {
            throw new Refusal("landscape noise of strength " + strength + ", exponent " + exponent
                    + ": the strength must be positive, the exponent not negative");
        }
        this.valleys = valleys;
        this.strength = strength;
        this.exponent = exponent;
    }

    /** The same law on the same valleys, of another scale. */
    private LandscapeNoise(LandscapeNoise before, TwoValleys valleys) {
        super(before, Math.pow(valleys.scale() / before.valleys.scale(), before.exponent));
        this.valleys = valleys;
        this.strength = before.strength;
        this.exponent = before.exponent;
    }

    /** sigma^2 (8 S)^gamma e^(-gamma b clip x), the clip being (|x + c| - |x - c|) / 2. */
    private static Expression variance(TwoValleys valleys, double strength, double exponent) {
        Expression x = new Expression.Variable(0);
        Expression clip = new Expression.Constant(CLIP);
        Expression clipped = Algebra.difference(Algebra.function(Operation.ABS, Algebra.sum(x, clip)),
                Algebra.function(Operation.ABS, Algebra.difference(x, clip)));
        return Algebra.product(
                new Expression.Constant(strength * strength * Math.pow(CURVATURE * valleys.scale(), exponent)),
                Algebra.function(Operation.EXP, Algebra.product(
                        new Expression.Constant(-0.5 * exponent * valleys.tilt()), clipped)));
    }

    private static Optional<GradientNoise> read(Fields fields, LossSurface surface, Domain domain) {
        double strength = fields.positive("strength");
        double exponent = fields.number("exponent");
        if (exponent < 0.0) {
            fields.problem("exponent", "exponent is " + exponent, "give a number >= 0");
        }
        if (!(surface instanceof TwoValleys)) {
            fields.problem("kind",
                    "noise 'landscape' follows the curvature of two valleys, and this surface is another",
                    "use the noise kind 'formula' or 'power', or a loss of kind 'two-valleys'");
        }
        return fields.sound() && surface instanceof TwoValleys valleys
                ? Optional.of(new LandscapeNoise(valleys, strength, exponent)) : Optional.empty();
    }

    /** gamma. */
    public double exponent() {
        return exponent;
    }

    @Override
    public GradientNoise at(double time) {
        return new LandscapeNoise(this, valleys.at(time));
    }

    /** sigma^2. */
    @Override
    public OptionalDouble batchVariance() {
        return OptionalDouble.of(strength * strength);
    }

    @Override
    public GradientNoise withBatchVariance(double batchVariance) {
        return new LandscapeNoise(valleys, Math.sqrt(batchVariance), exponent);
    }

    @Override
    protected Object[] parts() {
        return new Object[] {valleys, strength, exponent};
    }

    /** Strength and exponent. */
    @Override
    public String toString() {
        return "noise C = " + strength * strength + " (S h)^" + exponent;
    }
}
