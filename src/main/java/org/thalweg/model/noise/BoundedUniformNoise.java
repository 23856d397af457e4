package org.thalweg.model.noise;

import java.util.ArrayList;
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
import org.thalweg.random.RandomStream;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;

/**
 * Bounded noise: every component of the gradient is off by an independent number uniform on (-w, w), of variance w^2 /
 * 3. Literal SGD draws from that law; the diffusion knows the variance only.
 */
public final class BoundedUniformNoise extends ByValue implements GradientNoise {
    /** Name and keys in model files. */
    public static final NoiseKind KIND = new NoiseKind("bounded-uniform",
            "bounded: independent and uniform on (-half-width, half-width) in each direction",
            List.of(Key.required("half-width", Key.Type.NUMBER, "w > 0; the variance is w^2/3")),
            "{kind: bounded-uniform, half-width: 0.1}",
            BoundedUniformNoise::read);

    /** Half a word of 53 random bits, as a number from -1 to 1. */
    private static final double UNIT = 0x1.0p-52;

    private final int dimension;
    private final double halfWidth;
    private final double variance;

    /**
     * Noise in {@code dimension} directions.
     *
     * @throws Refusal where the half-width is not positive and finite
     */
    public BoundedUniformNoise(int dimension, double halfWidth) {
        if (!(halfWidth > 0.0) || Double.isInfinite(halfWidth)) {
            throw new Refusal("half-width " + halfWidth + ": must be positive and finite");
        }
        this.dimension = dimension;
        this.halfWidth = halfWidth;
        this.variance = halfWidth * halfWidth / 3.0;
    }

    /** The variance is kept as given, not as the rounded half-width has it. */
    private BoundedUniformNoise(int dimension, double halfWidth, double variance) {
        this.dimension = dimension;
        this.halfWidth = halfWidth;
        this.variance = variance;
    }

    private static Optional<GradientNoise> read(Fields fields, LossSurface surface, Domain domain) {
        double halfWidth = fields.positive("half-width");
        return fields.sound()
                ? Optional.of(new BoundedUniformNoise(surface.dimension(), halfWidth)) : Optional.empty();
    }

    /** w, which no component exceeds. */
    public double halfWidth() {
        return halfWidth;
    }

    @Override
    public OptionalDouble bound() {
        return OptionalDouble.of(halfWidth);
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public NoiseStructure structure() {
        return NoiseStructure.ADDITIVE;
    }

    @Override
    public void covariance(double[] theta, double[][] covariance) {
        for (int i = 0; i < dimension; i++) {
            Arrays.fill(covariance[i], 0.0);
            covariance[i][i] = variance;
        }
    }

    @Override
    public double variance(int i, double[] theta) {
        return variance;
    }

    @Override
    public boolean gaussian() {
        return false;
    }

    @Override
    public Optional<List<Expression>> colour(List<Expression> white) {
        Expression deviation = new Expression.Constant(Math.sqrt(variance));
        List<Expression> coloured = new ArrayList<>();
        white.forEach(w -> coloured.add(Algebra.product(deviation, w)));
        return Optional.of(coloured);
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
        return new BoundedUniformNoise(dimension, Math.sqrt(3.0 * batchVariance), batchVariance);
    }

    @Override
    protected Object[] parts() {
        return new Object[] {dimension, halfWidth, variance};
    }

    /** The half-width. */
    @Override
    public String toString() {
        return "uniform noise between -" + halfWidth + " and " + halfWidth;
    }

    @Override
    public NoiseKernel bind(int capacity) {
        double deviation = Math.sqrt(variance);
        long[] bits = new long[capacity];
        return new NoiseKernel() {
            @Override
            public void colour(double[][] theta, int count, double[][] white, double[][] coloured) {
                for (int i = 0; i < dimension; i++) {
                    for (int k = 0; k < count; k++) {
                        coloured[i][k] = deviation * white[i][k];
                    }
                }
            }

            @Override
            public void sample(double[][] theta, int count, RandomStream random, double[][] noise) {
                for (int i = 0; i < dimension; i++) {
                    random.fillBits(bits, count);
                    for (int k = 0; k < count; k++) {
                        // The middle of one of 2^53 equal parts: symmetric, and never an end.
                        noise[i][k] = halfWidth * (((bits[k] >> 11) + 0.5) * UNIT);
                    }
                }
            }
        };
    }
}
