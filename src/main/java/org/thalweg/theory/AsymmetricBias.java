package org.thalweg.theory;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.surface.AsymmetricValley;
import org.thalweg.theory.law.Hypotheses;
import org.thalweg.theory.law.Theorem;

/**
 * Theorem 2 of asymmetric valleys: the averaged iterates of SGD lie to the flat side of the minimum
 * (docs/theory/asymmetric-valleys.md). The theorem is [HHY19]'s; its constants for two slopes are derived here.
 *
 * <p>Slope a to the right and -c a to the left, noise of variance s^2 that never exceeds nu. In the stationary state of
 * w &lt;- w - eta (L'(w) + omega):
 *
 * <ul>
 *   <li>P(w &lt; 0) = 1/(1 + c), because E L' = 0; and E L = (eta/2)(c a^2 + s^2), because E w^2 does not change. Both
 *       exact for any noise with these moments.
 *   <li>(eta/(2a)) ((c - 2) a^2 - s^2) &lt;= E w &lt;= (eta/(2a)) (c a^2 + s^2) for c &gt;= 3 and nu &lt;= a: each
 *       excursion to the left is a single step, whose overshoot Lorden's inequality bounds. So E w &gt; 0.
 *   <li>E w ~ (eta/2)(c - 1) a for c &gt;&gt; 1: the mean overshoot is that of a renewal process, eta (a^2 + s^2)/(2a).
 *   <li>The diffusion has the same P(w &lt; 0) but E w = eta (c - 1) s^2 / (2 c a): no overshoot.
 * </ul>
 */
public final class AsymmetricBias {
    /** What it says. */
    public static final Theorem THEOREM = new Theorem("averaged SGD is biased to the flat side",
            "two slopes a and -c a, |omega| <= nu <= a: P(w < 0) = 1/(1 + c), E w > 0 for c >= 3,"
                    + " E w ~ (eta/2)(c - 1) a for c >> 1",
            Theorem.Standing.EXACT, "HHY19", "asymmetric-valleys.md");

    /** From here on each excursion to the sharp side is a single step, however the noise falls. */
    private static final double LEAST_RATIO = 3.0;

    /** From here on the mean is within 3 percent of its limit, as the acceptance figures of the sources have it. */
    private static final double LARGE_RATIO = 5.0;

    /** The error of {@link #bias} at and beyond {@link #LARGE_RATIO}, relative. */
    private static final double ASYMPTOTIC = 0.03;

    /** Of unbounded noise, in standard deviations: of normal draws one in 400 is larger. */
    private static final double DEVIATIONS = 3.0;

    private final double learningRate;
    private final AsymmetricValley valley;
    private final double variance;
    private final OptionalDouble bound;
    private final Boundary boundary;
    private final boolean additive;

    private AsymmetricBias(PlainSetting setting, AsymmetricValley valley) {
        this.learningRate = setting.sgd().learningRate();
        this.valley = valley;
        this.variance = setting.noise().variance(0, setting.start());
        this.bound = setting.noise().bound();
        this.boundary = setting.domain().along().boundary();
        this.additive = setting.noise().structure() == NoiseStructure.ADDITIVE;
    }

    /** The result for a setting; empty where the surface is no asymmetric valley. */
    public static Optional<AsymmetricBias> of(PlainSetting setting) {
        return setting.surface() instanceof AsymmetricValley valley
                ? Optional.of(new AsymmetricBias(setting, valley)) : Optional.empty();
    }

    /** For {@link #shareLeft} and {@link #meanLoss}: two slopes without walls. */
    public List<Hypothesis> balance() {
        return List.of(new Hypothesis("two slopes, rounding 0", valley.rounding() == 0.0,
                        "rounding " + valley.rounding()),
                new Hypothesis("the same noise everywhere", additive, additive ? "it is" : "it varies"),
                new Hypothesis("an open line", boundary == Boundary.OPEN, boundary.key()));
    }

    /** For the sign of the mean and its bounds. */
    public List<Hypothesis> hypotheses() {
        String found = bound.isPresent() ? "nu = " + bound.getAsDouble() + ", a = " + valley.slope()
                : "unbounded noise";
        return Hypotheses.and(balance(),
                new Hypothesis("the left side is sharp: c >= 3", valley.ratio() >= LEAST_RATIO,
                        "c = " + valley.ratio()),
                new Hypothesis("bounded noise, nu <= a",
                        bound.isPresent() && bound.getAsDouble() <= valley.slope(), found));
    }

    /** For {@link #bias}. */
    public List<Hypothesis> hypothesesOfLimit() {
        return Hypotheses.and(hypotheses(),
                new Hypothesis("c >= 5", valley.ratio() >= LARGE_RATIO, "c = " + valley.ratio()));
    }

    /** True where both sides are equally steep: the control, without any bias by symmetry. */
    public boolean symmetric() {
        return valley.ratio() == 1.0;
    }

    /** P(w &lt; 0). */
    public double shareLeft() {
        return 1.0 / (1.0 + valley.ratio());
    }

    /** E L = a E w+ + c a E w-. */
    public double meanLoss() {
        return 0.5 * learningRate * (slopeSquared() * valley.ratio() + variance);
    }

    /** E w for c &gt;&gt; 1. */
    public double bias() {
        return 0.5 * learningRate * (valley.ratio() - 1.0) * valley.slope();
    }

    /** How far E w may be from {@link #bias} inside its hypotheses. */
    public double allowance() {
        return ASYMPTOTIC * Math.abs(bias());
    }

    /** E w is at least this; positive inside the hypotheses. */
    public double leastBias() {
        return 0.5 * learningRate / valley.slope() * ((valley.ratio() - 2.0) * slopeSquared() - variance);
    }

    /** E w is at most this. */
    public double mostBias() {
        return 0.5 * learningRate / valley.slope() * (valley.ratio() * slopeSquared() + variance);
    }

    /** E x of the diffusion, whose stationary density is two exponentials. */
    public double biasOfDiffusion() {
        return 0.5 * learningRate * variance * (valley.ratio() - 1.0) / (valley.ratio() * valley.slope());
    }

    /**
     * How far the share on the left may be from {@link #shareLeft} over a window of so many iterations, however slowly
     * the start is forgotten: what E w may have changed, the width of the law at most, is as many steps of mean
     * (1 + c) a. Near-deterministic cycles (c large, nu small) forget their phase only in a thousand of them.
     */
    public double windowOfShare(long iterations) {
        return width() / (learningRate * valley.slope() * (1.0 + valley.ratio()) * iterations);
    }

    /** The same for the mean loss: E w^2 may have changed by the width squared, and E L'^2 with the share. */
    public double windowOfLoss(long iterations) {
        double squares = 0.5 * learningRate * slopeSquared() * Math.abs(valley.ratio() * valley.ratio() - 1.0);
        return width() * width() / (2.0 * learningRate * iterations) + squares * windowOfShare(iterations);
    }

    /** The same for the averaged iterate: from the loss, and from the negative parts of the iterates in excess. */
    public double windowOfBias(long iterations) {
        return windowOfLoss(iterations) / valley.slope()
                + (1.0 + valley.ratio()) * windowOfShare(iterations) * learningRate * (valley.slope() + largestNoise());
    }

    /** From the lowest to the highest point that a step over the minimum can reach. */
    private double width() {
        return learningRate * ((1.0 + valley.ratio()) * valley.slope() + 2.0 * largestNoise());
    }

    private double largestNoise() {
        return bound.orElse(DEVIATIONS * Math.sqrt(variance));
    }

    /** Iterations from a point to the minimum, down the gentler slope. */
    public double iterationsFrom(double x) {
        return Math.abs(x) / (learningRate * valley.slope() * Math.min(1.0, valley.ratio()));
    }

    private double slopeSquared() {
        return valley.slope() * valley.slope();
    }
}
