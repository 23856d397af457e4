package org.thalweg.theory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.VarianceFlatness;
import org.thalweg.model.noise.SpectralNoise;
import org.thalweg.model.surface.Spectrum;
import org.thalweg.theory.law.Theorem;

/**
 * Literal SGD on a bowl of curvatures h_i with noise C_ii = s h_i^gamma: a first-order autoregression in each
 * direction, so that the variance of a stationary path over a window is known exactly. With F_i ~ h_i^(-1/2) the
 * exponent psi in sigma_i^2 ~ F_i^(-psi) goes from 2 gamma in short windows, where the path diffuses, to 2 (gamma - 1)
 * in long ones. Derivation: docs/theory/inverse-variance-flatness.md. What one such linear model gives, not a formula
 * of the paper.
 */
public final class VarianceFlatnessLaw {
    /** What it says. */
    public static final Theorem THEOREM = new Theorem("inverse variance-flatness of a bowl",
            "sigma_i^2 ~ F_i^(-psi), psi = 2 gamma in short windows and 2 (gamma - 1) in long ones, for C = s H^gamma",
            Theorem.Standing.EXACT, "Thalweg", "inverse-variance-flatness.md");

    /** eta h T below which a window is short: its variance is 6 % below that of a walk, which is .05 in psi. */
    private static final double SHORT = 0.3;
    /** eta h T above which a window is long: its variance is 4 % below the stationary one. */
    private static final double LONG = 50.0;
    /** eta h up to which the factor 2 - eta h may be taken for 2. */
    private static final double SMALL_STEP = 0.1;

    private final double learningRate;
    private final double[] curvature;
    private final double[] variance;
    private final double gamma;
    private final List<Hypothesis> hypotheses;

    private VarianceFlatnessLaw(PlainSetting setting, Spectrum surface, SpectralNoise noise) {
        this.learningRate = setting.sgd().learningRate();
        this.curvature = surface.curvatures();
        this.variance = IntStream.range(0, curvature.length)
                .mapToDouble(i -> noise.variance(i, setting.start())).toArray();
        this.gamma = noise.exponent();
        boolean open = setting.domain().intervals().stream().noneMatch(i -> i.bounded());
        this.hypotheses = List.of(
                new Hypothesis("no walls", open, open ? "all directions open" : "bounded"),
                new Hypothesis("eta h < 1 everywhere, so that no direction overshoots", steepest() < 1.0,
                        "eta h = " + steepest()));
    }

    /** The law of a setting; empty where it is not about a spectrum, its noise and plain SGD. */
    public static Optional<VarianceFlatnessLaw> of(PlainSetting setting) {
        return setting.optimiser().plain() && setting.surface() instanceof Spectrum surface
                && setting.noise() instanceof SpectralNoise noise
                ? Optional.of(new VarianceFlatnessLaw(setting, surface, noise)) : Optional.empty();
    }

    /** Conditions of the exact law. */
    public List<Hypothesis> hypotheses() {
        return hypotheses;
    }

    /** eta times the largest curvature. */
    public double steepest() {
        return learningRate * curvature[curvature.length - 1];
    }

    /** eta times the smallest curvature: one over the slowest relaxation time in iterations. */
    public double flattest() {
        return learningRate * curvature[0];
    }

    /** psi of short windows, 2 gamma. */
    public double diffusive() {
        return 2.0 * gamma;
    }

    /** psi of long windows, 2 (gamma - 1). */
    public double stationary() {
        return 2.0 * (gamma - 1.0);
    }

    /** When a window of {@code iterations} counts as short. */
    public Hypothesis isShort(double iterations) {
        return new Hypothesis("short window: eta h T <= " + SHORT + " everywhere", steepest() * iterations <= SHORT,
                "eta h T = " + steepest() * iterations);
    }

    /** When a window of {@code iterations} counts as long, and steps as small. */
    public Hypothesis isLong(double iterations) {
        return new Hypothesis("long window and small steps: eta h T >= " + LONG + " and eta h <= " + SMALL_STEP
                + " everywhere", flattest() * iterations >= LONG && steepest() <= SMALL_STEP,
                "eta h T = " + flattest() * iterations + ", eta h = " + steepest());
    }

    /** The fewest iterations of a long window. */
    public double longWindow() {
        return LONG / flattest();
    }

    /**
     * The expected variance along each direction, about its own mean, of {@code points} points of a stationary path,
     * one every {@code every} iterations: sigma^2 2/N^2 sum_k (N - k)(1 - rho^k) with sigma^2 = eta C/(h (2 - eta h))
     * and rho = (1 - eta h)^every. Exact.
     */
    public double[] windowVariances(int points, long every) {
        return IntStream.range(0, curvature.length).mapToDouble(i -> {
            double step = learningRate * curvature[i];
            double sigma2 = learningRate * variance[i] / (curvature[i] * (2.0 - step));
            double sum = 0.0;
            for (int k = 1; k < points; k++) {
                sum -= (points - k) * StrictMath.expm1(k * every * StrictMath.log1p(-step));
            }
            return 2.0 * sigma2 * sum / ((double) points * points);
        }).toArray();
    }

    /** psi fitted to {@link #windowVariances}, F_i ~ h_i^(-1/2). */
    public double exponent(int points, long every) {
        return VarianceFlatness.exponent(windowVariances(points, every), flatness());
    }

    /** Up to a factor, which psi does not know. */
    private double[] flatness() {
        return Arrays.stream(curvature).map(h -> 1.0 / Math.sqrt(h)).toArray();
    }

    /**
     * How far psi moves because the components of a sampled covariance mix: they repel each other, by sum_j sigma_j^2 /
     * (N (sigma_i^2 - sigma_j^2)) of sigma_i^2, for N independent points: at least one a path, and one for every two
     * relaxation times of it. Twice that shift, since the flatness of mixed directions moves too.
     */
    public double mixing(int points, long every, int paths) {
        double[] plain = windowVariances(points, every);
        double independent = independent(points, every, paths);
        double[] repelled = plain.clone();
        for (int i = 0; i < plain.length; i++) {
            for (int j = 0; j < plain.length; j++) {
                repelled[i] *= i == j ? 1.0 : 1.0 + plain[j] / (independent * (plain[i] - plain[j]));
            }
        }
        double[] flatness = flatness();
        return 2.0 * Math.abs(
                VarianceFlatness.exponent(repelled, flatness) - VarianceFlatness.exponent(plain, flatness));
    }

    /** Points of the slowest direction that are worth one each: one a path, or one for every two relaxation times. */
    private double independent(int points, long every, int paths) {
        return paths * Math.max(1.0, 0.5 * flattest() * points * every);
    }

    /**
     * Whether a covariance averaged over so many paths has the principal components of the law: variances of neighbours
     * differ by four standard errors, one being at most the root of 2/N of a variance for N independent points.
     * Where all variances are equal a cloud is round, and its axes are an accident.
     */
    public Hypothesis resolved(int points, long every, int paths) {
        double[] sorted = Arrays.stream(windowVariances(points, every)).sorted().toArray();
        double closest = IntStream.range(1, sorted.length)
                .mapToDouble(i -> sorted[i] / sorted[i - 1]).min().orElse(1.0);
        double needed = 1.0 + 4.0 * Math.sqrt(2.0 / independent(points, every, paths));
        return new Hypothesis("neighbouring variances differ by a factor " + needed + " or more", closest >= needed,
                "closest factor " + closest);
    }
}
