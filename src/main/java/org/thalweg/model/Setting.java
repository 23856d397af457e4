package org.thalweg.model;

import java.util.Optional;
import java.util.OptionalDouble;

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
    /** Everybody starts at one point. */
    public Setting(String name, String summary, LossSurface surface, Domain domain, GradientNoise noise, Sgd sgd,
            double[] start, Optional<FlatSet> flatSet) {
        this(name, summary, surface, domain, noise, sgd, start, flatSet, Optional.empty());
    }

    /**
     * This setting, if there is a diffusion to compare literal SGD with.
     *
     * @throws UnsupportedOperationException with momentum, weight decay, a schedule or random reshuffling; names the
     *     remedy
     */
    public Setting comparable() {
        if (!noise.independentInTime()) {
            throw new UnsupportedOperationException("'" + name + "' draws every sample once an epoch, so that the noise of"
                    + " its iterations is not independent, and no diffusion is known for it; use `thalweg simulate"
                    + " --dynamics sgd --time T`, or remove noise.reshuffle");
        }
        if (!sgd.plain()) {
            throw new UnsupportedOperationException("'" + name + "' has momentum, weight decay or a schedule, for which"
                    + " only literal SGD is known here; use `thalweg simulate --dynamics sgd --time T`"
                    + (sgd.schedule().constant() && sgd.weightDecay() == 0.0
                            ? ", or the learning rate " + sgd.learningRate() / (1.0 - sgd.momentum())
                                    + " without momentum: the same law at first order, in as many iterations"
                            : ""));
        }
        return this;
    }

    /**
     * The first-order diffusion of this setting.
     *
     * @throws UnsupportedOperationException with momentum, weight decay or a schedule: theories and densities read the
     *     surface beside the diffusion, and take the drift for -grad L
     */
    public ItoDiffusion diffusion() {
        comparable();
        return DiffusionApproximation.FIRST_ORDER.of(surface, noise, sgd);
    }

    /** D_yy of the first sharp direction at a point: the temperature Delta there. */
    public double temperatureAt(double[] theta) {
        double[][] tensor = new double[surface.dimension()][surface.dimension()];
        diffusion().diffusionTensor(theta, tensor);
        int across = Math.min(1, tensor.length - 1);
        return tensor[across][across];
    }

    /** The temperature Delta = D_yy = eta sigma2 / 2; empty where D_yy varies in space, or SGD is not plain. */
    public OptionalDouble temperature() {
        return hasDiffusion() && noise.structure() == NoiseStructure.ADDITIVE
                ? OptionalDouble.of(temperatureAt(start))
                : OptionalDouble.empty();
    }

    /** True where {@link #diffusion} is there. */
    public boolean hasDiffusion() {
        return sgd.plain() && noise.independentInTime();
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
