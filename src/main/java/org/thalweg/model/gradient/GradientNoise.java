package org.thalweg.model.gradient;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.space.Range;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Expression;

/**
 * The noise of one mini-batch gradient: zero mean, covariance C(theta).
 *
 * <p>The diffusion approximation reads the covariance; literal SGD draws samples. Immutable and shared between threads.
 */
public interface GradientNoise {
    /** The number of parameters. */
    int dimension();

    /** What {@link #covariance} may look like. */
    NoiseStructure structure();

    /**
     * The covariance at a point.
     *
     * @param theta not modified
     * @param covariance modified: symmetric, positive semi-definite
     */
    void covariance(double[] theta, double[][] covariance);

    /** C_ii at a point; overridden where it needs no matrix, which matters to valleys of a thousand directions. */
    default double variance(int i, double[] theta) {
        double[][] covariance = new double[dimension()][dimension()];
        covariance(theta, covariance);
        return covariance[i][i];
    }

    /**
     * {@link NoiseKernel#colour} as expressions, where it can be written down: R(theta) white with R R^T = C(theta).
     *
     * @param white expressions of uncorrelated numbers of unit variance; theta are the variables 0, 1, ...
     */
    default Optional<List<Expression>> colour(List<Expression> white) {
        return Optional.empty();
    }

    /** True where samples are coloured normal numbers. */
    default boolean gaussian() {
        return true;
    }

    /** What no component of a sample ever exceeds; empty where there is no such number. */
    default OptionalDouble bound() {
        return OptionalDouble.empty();
    }

    /**
     * True where samples of different iterations are independent. Otherwise C alone does not tell what they add up to,
     * and no diffusion stands for SGD.
     */
    default boolean independentInTime() {
        return true;
    }

    /**
     * True where {@link #covariance} is known. Under batch normalisation a sample has no gradient of its own, and the
     * mean of the batches' gradients is not that of all samples: literal SGD alone goes by them.
     */
    default boolean hasCovariance() {
        return true;
    }

    /** The number of samples in a mini-batch; empty where the noise does not come from samples. */
    default OptionalInt batchSize() {
        return OptionalInt.empty();
    }

    /**
     * The same noise with another batch size. A noise that does not come from samples counts as that of a single one,
     * so that its covariance is divided by the size.
     *
     * @throws Refusal where there are no batches of that size, {@link #refusesBatchSize}
     */
    default GradientNoise withBatchSize(int size) {
        Refusal.raise(refusesBatchSize(size));
        return times(1.0 / size);
    }

    /** Why there are no batches of a size; empty where there are. */
    default Optional<Refusal> refusesBatchSize(int size) {
        return size >= 1 ? Optional.empty()
                : Optional.of(new Refusal("batch size " + size + ": must be at least 1"));
    }

    /** Why a range holds something else than sizes of batches; empty where all are. */
    default Optional<Refusal> refusesBatchSizes(Range sizes) {
        return sizes.values().stream().flatMap(size -> Range.refusesWhole(size)
                .or(() -> refusesBatchSize(Range.whole(size))).stream()).findFirst();
    }

    /** The noise as it is at a learning time, where it changes with the loss; see {@link LossSurface#at}. */
    default GradientNoise at(double time) {
        return this;
    }

    /** A worker for blocks of up to {@code capacity} particles; use one per thread. */
    NoiseKernel bind(int capacity);

    /**
     * sigma2, the number a sweep over batch variances varies: C_yy of the first sharp direction for constant noise, the
     * strength for noise that follows the curvature. Empty where the model has no such number.
     */
    default OptionalDouble batchVariance() {
        return OptionalDouble.empty();
    }

    /** The anisotropy kappa = C_yy / C_xx of the first sharp direction; empty where the model has no such number. */
    default OptionalDouble anisotropy() {
        return OptionalDouble.empty();
    }

    /** The same noise with all covariances scaled so that {@link #batchVariance()} is {@code batchVariance}. */
    default GradientNoise withBatchVariance(double batchVariance) {
        throw new Refusal("this noise has no batch variance; vary one of its parameters instead");
    }

    /** The same noise across the valley, with C_xx such that {@link #anisotropy()} is {@code anisotropy}. */
    default GradientNoise withAnisotropy(double anisotropy) {
        throw new Refusal("this noise has no anisotropy; vary one of its parameters instead");
    }

    /** The same noise with every covariance multiplied by {@code factor} &gt; 0. */
    default GradientNoise times(double factor) {
        return batchVariance().isPresent()
                ? withBatchVariance(batchVariance().getAsDouble() * factor)
                : new ScaledNoise(this, factor);
    }

    /**
     * The noise of a stochastic variance amplified gradient, with {@code level} times the covariance: by combining two
     * independent samples.
     *
     * @param level at least 1
     */
    default GradientNoise amplified(int level) {
        return new AmplifiedNoise(this, level);
    }
}
