package org.thalweg.model.noise;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseKernel;
import org.thalweg.model.gradient.NoiseKind;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.space.Domain;
import org.thalweg.random.RandomStream;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Expression;

/**
 * Bounded noise: every component of the gradient is off by an independent number uniform on (-w, w), of variance w^2 /
 * 3. Literal SGD draws from that law; the diffusion knows the variance only.
 */
public final class BoundedUniformNoise extends DiagonalNoise {
    /** Name and keys in model files. */
    public static final NoiseKind KIND = new NoiseKind("bounded-uniform",
            "bounded: independent and uniform on (-half-width, half-width) in each direction",
            List.of(Key.required("half-width", Key.Type.NUMBER, "w > 0; the variance is w^2/3")),
            "{kind: bounded-uniform, half-width: 0.1}",
            BoundedUniformNoise::read);

    /** Half a word of 53 random bits, as a number from -1 to 1. */
    private static final double UNIT = 0x1.0p-52;

    private final double halfWidth;
    private final double variance;

    /**
     * Noise in {@code dimension} directions.
     *
     * @throws Refusal where the half-width is not positive and finite
     */
    public BoundedUniformNoise(int dimension, double halfWidth) {
        this(dimension, halfWidth, halfWidth * halfWidth / 3.0);
        if (!(halfWidth > 0.0) || Double.isInfinite(halfWidth)) {
            throw new Refusal("half-width " + halfWidth + ": must be positive and finite");
        }
    }

    /** The variance is kept as given, not as the rounded half-width has it. */
    private BoundedUniformNoise(int dimension, double halfWidth, double variance) {
        super(Collections.nCopies(dimension, new Expression.Constant(variance)));
        this.halfWidth = halfWidth;
        this.variance = variance;
    }

    private static Optional<GradientNoise> read(Fields fields, LossSurface surface, Domain domain) {
        double halfWidth = fields.positive("half-width");
        return fields.sound()
                ? Optional.of(new BoundedUniformNoise(surface.dimension(), halfWidth)) : Optional.empty();
    }

    @Override
    public OptionalDouble bound() {
        return OptionalDouble.of(halfWidth);
    }

    @Override
    public boolean gaussian() {
        return false;
    }

    /** w^2 / 3. */
    @Override
    public OptionalDouble batchVariance() {
        return OptionalDouble.of(variance);
    }

    @Override
    public GradientNoise withBatchVariance(double batchVariance) {
        if (!(batchVariance > 0.0) || Double.isInfinite(batchVariance)) {
            throw new Refusal("variance " + batchVariance + ": must be positive and finite");
        }
        return new BoundedUniformNoise(dimension(), Math.sqrt(3.0 * batchVariance), batchVariance);
    }

    @Override
    protected Object[] parts() {
        return new Object[] {dimension(), halfWidth, variance};
    }

    /** The half-width. */
    @Override
    public String toString() {
        return "uniform noise between -" + halfWidth + " and " + halfWidth;
    }

    @Override
    public NoiseKernel bind(int capacity) {
        NoiseKernel normal = super.bind(capacity);
        long[] bits = new long[capacity];
        return new NoiseKernel() {
            @Override
            public void colour(double[][] theta, int count, double[][] white, double[][] coloured) {
                normal.colour(theta, count, white, coloured);
            }

            @Override
            public void sample(double[][] theta, int count, RandomStream random, double[][] noise) {
                for (double[] row : noise) {
                    random.fillBits(bits, count);
                    for (int k = 0; k < count; k++) {
                        // The middle of one of 2^53 equal parts: symmetric, and never an end.
                        row[k] = halfWidth * (((bits[k] >> 11) + 0.5) * UNIT);
                    }
                }
            }
        };
    }
}
