package org.thalweg.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.optimiser.Adam;
import org.thalweg.model.optimiser.Decentralised;
import org.thalweg.model.optimiser.GradientDescent;
import org.thalweg.model.optimiser.Mixing;
import org.thalweg.model.optimiser.Optimiser;
import org.thalweg.model.optimiser.SharpnessAware;
import org.thalweg.model.optimiser.ValleyAdaptor;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.plan.StationaryWindow;
import org.thalweg.theory.OptimiserSelection;
import org.thalweg.trajectory.EnsembleResult;

/**
 * Which flatness optimisers select along one valley: literal steps of each at one learning rate, for as many iterations
 * as plain SGD needs to be stationary, and averaged over the same. Learners share the samples of an iteration: the
 * noise of each of n has n times the variance.
 */
public final class OptimiserComparison {
    /** What is compared where nothing else is asked for; plain SGD is the first. */
    public static final List<Optimiser> USUAL = List.of(
            GradientDescent.PLAIN,
            new GradientDescent(0.9, false),
            Adam.DEFAULT,
            new ValleyAdaptor(ValleyAdaptor.ALPHA, ValleyAdaptor.BETA, GradientDescent.PLAIN),
            new ValleyAdaptor(-50.0, ValleyAdaptor.BETA, GradientDescent.PLAIN),
            new ValleyAdaptor(50.0, ValleyAdaptor.BETA, GradientDescent.PLAIN),
            new ValleyAdaptor(ValleyAdaptor.ALPHA, ValleyAdaptor.BETA, Adam.DEFAULT),
            new SharpnessAware(SharpnessAware.RADIUS, true, GradientDescent.PLAIN),
            new SharpnessAware(4.0 * SharpnessAware.RADIUS, true, GradientDescent.PLAIN),
            new Decentralised(4, Mixing.RING, GradientDescent.PLAIN));

    /**
     * A number of one optimiser.
     *
     * @param rule the optimiser
     * @param predicted by the theory of slow motion along the valley; empty where none is known, or its small
     *     parameter is not small
     * @param stationary whether no mean changes over the window
     */
    public record Entry(
            Optimiser rule, Quantity quantity, Measurement measured, OptionalDouble predicted, boolean stationary) {
        /** The optimiser in words. */
        public String optimiser() {
            return rule.description();
        }
    }

    private final PlainSetting plain;
    private final int particles;
    private final Seed seed;
    private final int threads;

    /**
     * A comparison; nothing runs yet.
     *
     * @throws Refusal where the setting is no valley, or its plain SGD has no stationary state within reach
     */
    public OptimiserComparison(Setting setting, int particles, Seed seed, int threads) {
        if (!setting.surface().geometry().valley()) {
            throw new Refusal("'" + setting.name() + "' is no valley, and it is the flatness along one that optimisers"
                    + " are compared by; use a surface of kind valley");
        }
        if (!setting.sgd().schedule().constant() || setting.sgd().weightDecay() > 0.0) {
            throw new Refusal("'" + setting.name() + "' has a schedule or a weight decay, and the law along its valley"
                    + " is that of neither; leave them out");
        }
        this.plain = setting.besidePlainSgd().withoutFlatSet().effective();
        this.particles = particles;
        this.seed = seed;
        this.threads = threads;
        if (!laboratory(seed).plan(plain).stationary()) {
            throw new Refusal("'" + setting.name() + "' has no stationary state within reach of plain SGD; use a larger"
                    + " learning rate or batch variance, or bounds");
        }
    }

    private Laboratory laboratory(Seed own) {
        return new Laboratory(particles, own, threads, Laboratory.SHORT_WINDOW, OptionalDouble.empty());
    }

    /** Iterations of each. */
    public long iterations() {
        return Math.round(laboratory(seed).plan(plain).steps(plain.sgd().learningRate(), particles));
    }

    /** Runs each optimiser, with random numbers of its own. */
    public List<Entry> run(List<Optimiser> rules, Progress progress) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            entries.addAll(run(rules.get(i), seed.child(i)));
            progress.done((i + 1.0) / rules.size());
        }
        return entries;
    }

    private List<Entry> run(Optimiser rule, Seed own) {
        Setting literal = literal(rule);
        EnsembleResult result = laboratory(own).simulating(any -> literal).sgd(plain);
        Optional<OptimiserSelection> theory = OptimiserSelection.of(literal).filter(t -> t.smallness().holds());
        boolean stationary = result.diverged() == 0 && StationaryWindow.changing(result).isEmpty();
        Marginal counted = result.marginal();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(rule, Quantity.MEAN_FLATNESS, of(result, Quantity.MEAN_FLATNESS),
                number(theory, OptimiserSelection::meanFlatness), stationary));
        entries.add(new Entry(rule, Quantity.SELECTION_EXPONENT,
                of(result, Quantity.SELECTION_EXPONENT), number(theory, t -> t.exponent(counted)), stationary));
        entries.add(new Entry(rule, Quantity.MEAN_SQUARE_Y, of(result, Quantity.MEAN_SQUARE_Y),
                OptionalDouble.empty(), stationary));
        entries.add(new Entry(rule, Quantity.DIVERGED_FRACTION,
                Measurement.fraction(result.diverged(), result.particles()), OptionalDouble.empty(), stationary));
        return entries;
    }

    /** The setting of an optimiser: learners share the samples. */
    Setting literal(Optimiser rule) {
        Setting shared = rule.learners() == 1 ? plain.literal()
                : plain.literal().withNoise(plain.noise().times(rule.learners()));
        return shared.withSgd(new Sgd(plain.sgd().learningRate()).withRule(rule));
    }

    private static Measurement of(EnsembleResult result, Quantity quantity) {
        return result.survivors() == 0 ? Measurement.UNDEFINED
                : result.quantities().getOrDefault(quantity, Measurement.UNDEFINED);
    }

    private static OptionalDouble number(Optional<OptimiserSelection> theory,
            ToDoubleFunction<OptimiserSelection> number) {
        return theory.map(t -> OptionalDouble.of(number.applyAsDouble(t))).orElse(OptionalDouble.empty());
    }
}
