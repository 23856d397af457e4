package org.thalweg.trajectory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.correlation.StorelessCovariance;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Diagnostic;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.SelectionExponent;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;
import org.thalweg.trajectory.watch.BlockResult;
import org.thalweg.trajectory.watch.Path;

/**
 * What an ensemble says.
 *
 * <p>Quantities and the marginal are averages over the protocol's averaging steps and over the survivors, the particles
 * that were not lost by the last of them; a comparison with losses must say so. Standard errors come from the scatter
 * between particles, whose time averages are independent.
 */
public final class EnsembleResult {
    private final Witness witness;
    private final double timeStep;
    private final Map<Quantity, StreamingStatistics> averages;
    private final Map<Quantity, StreamingStatistics> trends;
    private final StorelessCovariance spread;
    private final SquareOfX ofX;
    private final Optional<GroupedHistogram> histogram;
    private final Passages passages;
    private final BlockResult.Losses losses;
    private final List<Path> paths;

    private EnsembleResult(Witness witness, double timeStep, SquareOfX ofX, Map<Quantity, StreamingStatistics> averages,
            Optional<GroupedHistogram> histogram, Passages passages, EnsembleTally tally) {
        this.witness = witness;
        this.timeStep = timeStep;
        this.ofX = ofX;
        this.averages = averages;
        this.trends = new LinkedHashMap<>();
        List<Quantity> names = List.copyOf(averages.keySet());
        for (int d = 0; d < tally.trends().size(); d++) {
            trends.put(names.get(d), tally.trends().get(d));
        }
        this.spread = tally.spread();
        this.histogram = histogram;
        this.passages = passages;
        this.losses = tally.losses();
        this.paths = List.copyOf(tally.paths());
    }

    /** Reads off the tally of all blocks. */
    static EnsembleResult of(
            Setting setting, Dynamics dynamics, Protocol protocol, Interval range, EnsembleTally tally) {
        List<Diagnostic> diagnostics = Diagnostic.standard(setting);
        Map<Quantity, StreamingStatistics> averages = new LinkedHashMap<>();
        for (int d = 0; d < diagnostics.size(); d++) {
            averages.put(diagnostics.get(d).quantity(), tally.averages().get(d));
        }
        for (PathQuantity path : protocol.alongPaths(setting.surface())) {
            averages.put(path.quantity(), tally.averages().get(averages.size()));
        }
        Passages passages = Ensemble.watched(setting, protocol)
                ? Passages.of(dynamics.timeStep(), protocol.passageLimit(), tally)
                : Passages.none(dynamics.timeStep());
        return new EnsembleResult(dynamics.witness(), dynamics.timeStep(), SquareOfX.of(setting), averages,
                GroupedHistogram.of(setting, range, tally), passages, tally);
    }

    /** SGD or SDE. */
    public Witness witness() {
        return witness;
    }

    /** Learning time of one step. */
    public double timeStep() {
        return timeStep;
    }

    /** The number of particles that were followed until the end of the averaging, or lost. */
    public long particles() {
        return losses.followed();
    }

    /** The number of particles behind {@link #quantities()} and {@link #marginal()}. */
    public long survivors() {
        return losses.survived();
    }

    /** Particles that overflowed at any time. */
    public long diverged() {
        return losses.diverged();
    }

    /** Particles that left through an absorbing end at any time. */
    public long absorbed() {
        return losses.absorbed();
    }

    /**
     * The means of the standard diagnostics under their names, with {@code variance_x} after {@code mean_x}, those of
     * the surface's {@link PathQuantity path quantities}, and {@code selection_exponent} at the end, which is
     * undefined where the flatness is constant or there is no histogram.
     */
    public Map<Quantity, Measurement> quantities() {
        Map<Quantity, Measurement> quantities = new LinkedHashMap<>();
        averages.forEach((quantity, samples) -> {
            quantities.put(quantity, quantity.equals(ofX.quantity())
                    ? ofX.mean(averages.get(Quantity.MEAN_X), samples, spread) : Measurement.mean(samples));
            if (quantity.equals(Quantity.MEAN_X)) {
                quantities.put(Quantity.VARIANCE_X, ofX.variance(samples, averages.get(ofX.quantity()), spread));
            }
        });
        quantities.put(Quantity.SELECTION_EXPONENT, selectionExponent());
        return quantities;
    }

    /**
     * The change of a standard diagnostic over the averaging steps: of the straight line through the samples of each
     * particle, averaged over particles. Zero within its error in a stationary state; undefined for a single step.
     */
    public Measurement trend(Quantity quantity) {
        return !trends.containsKey(quantity) ? Measurement.UNDEFINED : quantity.equals(ofX.quantity())
                ? ofX.trend(trends.get(Quantity.MEAN_X), trends.get(quantity)) : Measurement.mean(trends.get(quantity));
    }

    /**
     * How many independent samples of x would tell its mean as well as all correlated ones do: the variance of x over
     * the squared standard error of its mean.
     */
    public double effectiveSamples() {
        Map<Quantity, Measurement> quantities = quantities();
        double error = quantities.get(Quantity.MEAN_X).standardError();
        return quantities.get(Quantity.VARIANCE_X).value() / (error * error);
    }

    /**
     * The density along the valley in 64 uniform cells, per unit x and particle: it integrates to 1 - {@link
     * #outsideFraction()}.
     *
     * @throws IllegalStateException where neither the domain nor the protocol bounds the range
     */
    public Marginal marginal() {
        return bounded().marginal();
    }

    /**
     * A functional of the marginal, freed of its bias of first order, with its error from leaving out one group of
     * particles at a time. The marginals that the functional sees carry the standard errors of the groups that are
     * left; a fit takes its weights from them, and a comparison gives the same weights to the other side.
     *
     * @throws IllegalStateException where there is no marginal
     */
    public Measurement jackknife(ToDoubleFunction<Marginal> statistic) {
        return bounded().jackknife(statistic);
    }

    /** The share of samples outside the range of the histogram; NaN where it has none. */
    public double outsideFraction() {
        return histogram.map(GroupedHistogram::outsideFraction).orElse(Double.NaN);
    }

    /** First passages; nobody in them where the setting has no flat set or the protocol does not ask. */
    public Passages passages() {
        return passages;
    }

    /** The recorded paths, in the order of the particles. */
    public List<Path> paths() {
        return paths;
    }

    private GroupedHistogram bounded() {
        return histogram.orElseThrow(() -> new IllegalStateException("the domain along the valley is unbounded and "
                + "there is no histogram; give the protocol a range of x for it"));
    }

    private Measurement selectionExponent() {
        return histogram.map(h -> h.jackknife(
                m -> SelectionExponent.weighted(m.flatness(), m.density(), m.logWeights())))
                .orElse(Measurement.UNDEFINED);
    }
}
