package org.thalweg.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.FlatSet;
import org.thalweg.model.start.StartDistribution;
import org.thalweg.network.Network;
import org.thalweg.refusal.Refusal;

/**
 * One experiment, fully specified: the surface, where it lives, the noise, the optimiser, the start and the goal.
 * Immutable; equal to another with the same of all.
 */
public sealed class Setting permits PlainSetting {
    private final String name;
    private final String summary;
    private final LossSurface surface;
    private final Domain domain;
    private final GradientNoise noise;
    private final Sgd sgd;
    private final double[] start;
    private final Optional<FlatSet> flatSet;
    private final Optional<StartDistribution> startDistribution;

    /**
     * An experiment; refuses numbers that double arithmetic does not carry.
     *
     * @param name short name, used in file names
     * @param summary one line
     * @param start the starting point, the mean of the starting distribution where there is one; length = dimension;
     *     not to be modified
     * @param flatSet what counts as converged, if the model says so
     * @param startDistribution where particles start if not all at one point
     */
    public Setting(String name, String summary, LossSurface surface, Domain domain, GradientNoise noise, Sgd sgd,
            double[] start, Optional<FlatSet> flatSet, Optional<StartDistribution> startDistribution) {
        Carried.check(sgd, noise);
        this.name = name;
        this.summary = summary;
        this.surface = surface;
        this.domain = domain;
        this.noise = noise;
        this.sgd = sgd;
        this.start = start;
        this.flatSet = flatSet;
        this.startDistribution = startDistribution;
    }

    /** Everybody starts at one point. */
    public Setting(String name, String summary, LossSurface surface, Domain domain, GradientNoise noise, Sgd sgd,
            double[] start, Optional<FlatSet> flatSet) {
        this(name, summary, surface, domain, noise, sgd, start, flatSet, Optional.empty());
    }

    /** Short name, used in file names. */
    public String name() {
        return name;
    }

    /** One line. */
    public String summary() {
        return summary;
    }

    /** The loss. */
    public LossSurface surface() {
        return surface;
    }

    /** Where the parameters live. */
    public Domain domain() {
        return domain;
    }

    /** The noise of a gradient. */
    public GradientNoise noise() {
        return noise;
    }

    /** The optimiser. */
    public Sgd sgd() {
        return sgd;
    }

    /** The starting point, or the mean of the starting distribution; not to be modified. */
    public double[] start() {
        return start;
    }

    /** What counts as converged. */
    public Optional<FlatSet> flatSet() {
        return flatSet;
    }

    /** Where particles start if not all at one point. */
    public Optional<StartDistribution> startDistribution() {
        return startDistribution;
    }

    /**
     * The plain SGD that stands for the optimiser of this setting.
     *
     * @throws Refusal where no diffusion is known; names the remedy
     */
    public PlainSetting effective() {
        sgd.approximation().check(surface, noise, sgd);
        return PlainSetting.of(this);
    }

    /** What literal SGD follows: this setting, with its own optimiser. */
    public Setting literal() {
        return this;
    }

    /**
     * The diffusion of this setting in learning time, to the order that its optimiser names.
     *
     * @throws Refusal where none is known; names the remedy
     */
    public ItoDiffusion diffusion() {
        return sgd.approximation().of(surface, noise, sgd);
    }

    /** The setting with the first-order diffusion. */
    public Setting atFirstOrder() {
        return sgd.approximation() == DiffusionApproximation.FIRST_ORDER
                ? this : withSgd(sgd.withApproximation(DiffusionApproximation.FIRST_ORDER));
    }

    /**
     * D_yy of the first sharp direction at a point, per unit of drift time: the temperature Delta there, which is
     * eta sigma2 / (2 (1 - beta)).
     */
    public double temperatureAt(double[] theta) {
        return ItoDiffusion.half(
                noise.variance(Math.min(1, surface.dimension() - 1), theta) * sgd.effectiveRate());
    }

    /** The temperature Delta where the particles start; empty where the noise has no covariance to speak of. */
    public OptionalDouble temperatureAtStart() {
        return noise.hasCovariance() ? OptionalDouble.of(temperatureAt(start)) : OptionalDouble.empty();
    }

    /** The temperature Delta; empty where D_yy varies in space, or with the schedule. */
    public OptionalDouble temperature() {
        return hasDiffusion() && noise.structure() == NoiseStructure.ADDITIVE
                ? OptionalDouble.of(temperatureAt(start))
                : OptionalDouble.empty();
    }

    /** True where {@link #diffusion} is there, at first order. */
    public boolean hasDiffusion() {
        return sgd.diffuses() && noise.independentInTime() && noise.hasCovariance()
                && (sgd.plain() || !timeDependent());
    }

    /** True where the loss changes with learning time by itself. */
    public boolean timeDependent() {
        return surface.timeDependent();
    }

    /** The setting with loss and noise as they are at a learning time, which do not change any more. */
    public Setting at(double time) {
        return timeDependent()
                ? new Setting(name, summary, surface.at(time), domain, noise.at(time), sgd, start, flatSet,
                        startDistribution)
                : this;
    }

    /** The same setting with another optimiser. */
    public Setting withSgd(Sgd other) {
        return new Setting(name, summary, surface, domain, noise, other, start, flatSet, startDistribution);
    }

    /**
     * The same setting with plain SGD at the learning rate of its optimiser, and the noise of the average of its
     * learners: whose time scales are known.
     */
    public Setting besidePlainSgd() {
        int learners = sgd.rule().learners();
        Setting average = learners == 1 ? this : withNoise(noise.times(1.0 / learners));
        return average.withSgd(new Sgd(sgd.learningRate()));
    }

    /** The same setting with another noise. */
    public Setting withNoise(GradientNoise other) {
        return new Setting(name, summary, surface, domain, other, sgd, start, flatSet, startDistribution);
    }

    /** The same setting at another learning rate. */
    public Setting withLearningRate(double learningRate) {
        return withSgd(sgd.withLearningRate(learningRate));
    }

    /** The same setting with another batch variance sigma2. */
    public Setting withBatchVariance(double batchVariance) {
        return withNoise(noise.withBatchVariance(batchVariance));
    }

    /** The same setting with another batch size, which sigma2 follows; see {@link GradientNoise#withBatchSize}. */
    public Setting withBatchSize(int size) {
        return withNoise(noise.withBatchSize(size));
    }

    /** The same setting with another anisotropy kappa. */
    public Setting withAnisotropy(double anisotropy) {
        return withNoise(noise.withAnisotropy(anisotropy));
    }

    /**
     * The same setting at another learning rate and the same diffusion: the noise changes inversely. The limit
     * eta to 0 of this family is the SDE.
     */
    public Setting withLearningRateAtFixedTemperature(double learningRate) {
        return withNoise(noise.times(sgd.learningRate() / learningRate)).withLearningRate(learningRate);
    }

    /** The same setting from one starting point. */
    public Setting withStart(double... point) {
        return new Setting(name, summary, surface, domain, noise, sgd, point, flatSet);
    }

    /** The same setting from a distribution of starting points. */
    public Setting withStart(StartDistribution distribution) {
        return new Setting(name, summary, surface, domain, noise, sgd, distribution.mean(), flatSet,
                distribution.point() ? Optional.empty() : Optional.of(distribution));
    }

    /**
     * A rung of the ladder of stochastic variance amplified gradients: the learning rate eta / l and l times the
     * covariance, by combining two gradients a step. The diffusion stays the same, and is the limit of the ladder.
     *
     * @param level l, at least 1; 1 is this setting
     * @throws Refusal where iterations are not independent, or under a schedule, which counts them
     */
    public Setting amplified(int level) {
        if (level < 1) {
            throw new Refusal("variance amplification " + level + ": must be at least 1");
        }
        if (level == 1) {
            return this;
        }
        if (!noise.hasCovariance()) {
            throw new Refusal("variance amplification " + surface.task()
                    .flatMap(task -> task.train().withoutSampleGradients()).orElse(Network.NO_SAMPLE_GRADIENTS));
        }
        if (!sgd.diffuses() || sgd.momentum() > 0.0 || !noise.independentInTime()) {
            throw new Refusal("variance amplification combines two independent gradients of plain SGD;"
                    + " leave out momentum, schedule, reshuffling and other optimisers");
        }
        return withNoise(noise.amplified(level)).withLearningRate(sgd.learningRate() / level);
    }

    /** The same setting in another box. */
    public Setting withDomain(Domain box) {
        return new Setting(name, summary, surface, box, noise, sgd, start, flatSet, startDistribution);
    }

    /** The same setting without a goal. */
    public Setting withoutFlatSet() {
        return new Setting(name, summary, surface, domain, noise, sgd, start, Optional.empty(),
                startDistribution);
    }

    /** By everything that is said of an experiment. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Setting s && s.getClass() == getClass()
                && parts().equals(s.parts()) && Arrays.equals(start, s.start);
    }

    private List<Object> parts() {
        return List.of(name, summary, surface, domain, noise, sgd, flatSet, startDistribution);
    }

    /** Of everything that is said of an experiment. */
    @Override
    public int hashCode() {
        return 31 * parts().hashCode() + Arrays.hashCode(start);
    }
}
