package org.thalweg.model;

import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.FlatSet;
import org.thalweg.model.start.StartDistribution;
import org.thalweg.refusal.Refusal;

/**
 * One experiment, fully specified: the surface, where it lives, the noise, the optimiser, the start and the goal.
 *
 * @param name short name, used in file names
 * @param summary one line
 * @param start the starting point, the mean of the starting distribution where there is one; length = dimension; not to
 *     be modified
 * @param flatSet what counts as converged, if the model says so
 * @param startDistribution where particles start if not all at one point
 */
public record Setting(
        String name,
        String summary,
        LossSurface surface,
        Domain domain,
        GradientNoise noise,
        Sgd sgd,
        double[] start,
        Optional<FlatSet> flatSet,
        Optional<StartDistribution> startDistribution) {
    /** Refuses numbers that double arithmetic does not carry. */
    public Setting {
        Carried.check(sgd, noise);
    }

    /** Everybody starts at one point. */
    public Setting(String name, String summary, LossSurface surface, Domain domain, GradientNoise noise, Sgd sgd,
            double[] start, Optional<FlatSet> flatSet) {
        this(name, summary, surface, domain, noise, sgd, start, flatSet, Optional.empty());
    }

    /**
     * The plain SGD with the same diffusion at first order, in the drift time t / (1 - beta): learning rate eta / (1 -
     * beta), and a weight decay as part of the loss. It has the same stationary law, and takes as many iterations.
     *
     * @return this setting where SGD is plain
     * @throws Refusal where no diffusion is known; names the remedy
     */
    public Setting effective() {
        sgd.approximation().check(surface, noise, sgd);
        if (sgd.plain()) {
            return this;
        }
        Setting undamped = withSgd(new Sgd(sgd.effectiveRate()).withApproximation(sgd.approximation()));
        return sgd.weightDecay() == 0.0 ? undamped : undamped.decaying(sgd.weightDecay());
    }

    /** The flat set stays where it is: its level becomes that of the loss with its decay. */
    private Setting decaying(double decay) {
        int directions = surface.valley().map(ValleyShape::sharpDirections).orElse(1);
        if (flatSet.isPresent() && directions > 1) {
            throw new Refusal("weight decay changes the mean flatness of several sharp"
                    + " directions, and with it the flat set; leave out 'converged', or the decay");
        }
        return new Setting(name, summary, new DecayedLoss(surface, decay), domain, noise, sgd, start,
                flatSet.map(f -> new FlatSet(f.flatness() / Math.sqrt(1.0 + decay * f.flatness() * f.flatness()))),
                startDistribution);
    }

    /** The setting of an optimiser with momentum or weight decay whose {@link #effective} plain SGD this is. */
    public Setting optimisedBy(Sgd optimiser) {
        LossSurface bare = surface instanceof DecayedLoss decayed ? decayed.loss() : surface;
        return new Setting(name, summary, bare, domain, noise,
                optimiser.withLearningRate(sgd.learningRate() * optimiser.clock()), start, flatSet, startDistribution);
    }

    /**
     * The diffusion of this setting in learning time, to the order that its optimiser names.
     *
     * @throws Refusal where none is known; names the remedy
     */
    public ItoDiffusion diffusion() {
        return sgd.approximation().of(surface, noise, sgd);
    }

    /** This setting with the first-order diffusion. */
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

    /** The temperature Delta; empty where D_yy varies in space, or with the schedule. */
    public OptionalDouble temperature() {
        return hasDiffusion() && noise.structure() == NoiseStructure.ADDITIVE
                ? OptionalDouble.of(temperatureAt(start))
                : OptionalDouble.empty();
    }

    /** True where {@link #diffusion} is there, at first order. */
    public boolean hasDiffusion() {
        return sgd.schedule().constant() && noise.independentInTime() && (sgd.plain() || !timeDependent());
    }

    /** True where the loss changes with learning time by itself. */
    public boolean timeDependent() {
        return surface.timeDependent();
    }

    /** This setting with loss and noise as they are at a learning time, which do not change any more. */
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
        if (!sgd.schedule().constant() || sgd.momentum() > 0.0 || !noise.independentInTime()) {
            throw new Refusal("variance amplification combines two independent gradients of plain SGD;"
                    + " leave out momentum, schedule and reshuffling");
        }
        return withNoise(new AmplifiedNoise(noise, level)).withLearningRate(sgd.learningRate() / level);
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
}
