package org.thalweg.model;

import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.loss.DecayedLoss;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.FlatSet;
import org.thalweg.model.start.StartDistribution;
import org.thalweg.refusal.Refusal;

/**
 * The plain SGD that stands for an optimiser: it has the same diffusion at first order in the drift time t / (1 -
 * beta), hence the same stationary law, and takes as many iterations. Its learning rate is eta / (1 - beta), and a
 * weight decay is part of its loss (docs/theory/momentum.md). Theories and densities are asked about this type alone,
 * so that a setting with its momentum cannot be handed to them.
 *
 * <p>It remembers the optimiser, and with it the {@link #clock}; {@link #literal} is what SGD really does.
 */
public final class PlainSetting extends Setting {
    private final Setting literal;

    private PlainSetting(Setting plain, Setting literal) {
        super(plain.name(), plain.summary(), plain.surface(), plain.domain(), plain.noise(), plain.sgd(),
                plain.start(), plain.flatSet(), plain.startDistribution());
        this.literal = literal;
    }

    static PlainSetting of(Setting literal) {
        Sgd sgd = literal.sgd();
        if (sgd.plain()) {
            return new PlainSetting(literal, literal);
        }
        Setting undamped = literal.withSgd(new Sgd(sgd.effectiveRate()).withApproximation(sgd.approximation()));
        return new PlainSetting(sgd.weightDecay() == 0.0 ? undamped : decaying(undamped, sgd.weightDecay()), literal);
    }

    /** The flat set stays where it is: its level becomes that of the loss with its decay. */
    private static Setting decaying(Setting s, double decay) {
        int directions = s.surface().geometry().shape().map(ValleyShape::sharpDirections).orElse(1);
        if (s.flatSet().isPresent() && directions > 1) {
            throw new Refusal("weight decay changes the mean flatness of several sharp"
                    + " directions, and with it the flat set; leave out 'converged', or the decay");
        }
        return new Setting(s.name(), s.summary(), new DecayedLoss(s.surface(), decay), s.domain(), s.noise(), s.sgd(),
                s.start(),
                s.flatSet().map(f -> new FlatSet(f.flatness() / Math.sqrt(1.0 + decay * f.flatness() * f.flatness()))),
                s.startDistribution());
    }

    /** The optimiser that this stands for. */
    public Sgd optimiser() {
        return literal.sgd();
    }

    /** Learning time in a unit of drift time, the time of everything that is computed here. */
    public double clock() {
        return literal.sgd().clock();
    }

    /** The setting of the optimiser itself. */
    @Override
    public Setting literal() {
        return literal;
    }

    @Override
    public PlainSetting effective() {
        return this;
    }

    @Override
    public PlainSetting atFirstOrder() {
        return sgd().approximation() == DiffusionApproximation.FIRST_ORDER ? this : new PlainSetting(
                super.atFirstOrder(), literal.atFirstOrder());
    }

    @Override
    public PlainSetting at(double time) {
        return timeDependent() ? new PlainSetting(super.at(time), literal.at(time)) : this;
    }

    @Override
    public PlainSetting withNoise(GradientNoise other) {
        return new PlainSetting(super.withNoise(other), literal.withNoise(other));
    }

    /** At another learning rate of the plain SGD, not of the optimiser. */
    @Override
    public PlainSetting withLearningRate(double learningRate) {
        return new PlainSetting(super.withLearningRate(learningRate),
                literal.withLearningRate(learningRate * clock()));
    }

    @Override
    public PlainSetting withBatchVariance(double batchVariance) {
        return (PlainSetting) super.withBatchVariance(batchVariance);
    }

    @Override
    public PlainSetting withAnisotropy(double anisotropy) {
        return (PlainSetting) super.withAnisotropy(anisotropy);
    }

    @Override
    public PlainSetting withLearningRateAtFixedTemperature(double learningRate) {
        return (PlainSetting) super.withLearningRateAtFixedTemperature(learningRate);
    }

    @Override
    public PlainSetting withStart(double... point) {
        return new PlainSetting(super.withStart(point), literal.withStart(point));
    }

    @Override
    public PlainSetting withStart(StartDistribution distribution) {
        return new PlainSetting(super.withStart(distribution), literal.withStart(distribution));
    }

    @Override
    public PlainSetting amplified(int level) {
        return new PlainSetting(super.amplified(level), literal.amplified(level));
    }

    @Override
    public PlainSetting withDomain(Domain box) {
        return new PlainSetting(super.withDomain(box), literal.withDomain(box));
    }

    @Override
    public PlainSetting withoutFlatSet() {
        return new PlainSetting(super.withoutFlatSet(), literal.withoutFlatSet());
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && ((PlainSetting) other).literal.equals(literal);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
