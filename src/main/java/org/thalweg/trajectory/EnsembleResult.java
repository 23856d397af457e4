package org.thalweg.trajectory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Diagnostic;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.SelectionExponent;
import org.thalweg.measure.Witness;
import org.thalweg.model.Interval;
import org.thalweg.model.Setting;

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
    private final Map<String, double[]> averages;
    private final Optional<GroupedHistogram> histogram;
    private final Passages passages;
    private final List<Census> censuses;
    private final List<Path> paths;

    private EnsembleResult(Witness witness, double timeStep, Map<String, double[]> averages,
            Optional<GroupedHistogram> histogram, Passages passages, List<Census> censuses, List<Path> paths) {
        this.witness = witness;
        this.timeStep = timeStep;
        this.averages = averages;
        this.histogram = histogram;
        this.passages = passages;
        this.censuses = censuses;
        this.paths = paths;
    }

    /** Combines the records of all blocks, in their order. */
    static EnsembleResult of(
            Setting setting, Dynamics dynamics, Protocol protocol, Interval range, List<BlockResult> blocks) {
        List<Diagnostic> diagnostics = Diagnostic.standard(setting);
        Map<String, double[]> averages = new LinkedHashMap<>();
        for (int d = 0; d < diagnostics.size(); d++) {
            int row = d;
            averages.put(diagnostics.get(d).quantity(),
                    blocks.stream().flatMapToDouble(b -> Arrays.stream(b.averages()[row])).toArray());
        }
        List<Census> censuses = blocks.stream().map(BlockResult::census).toList();
        Passages passages = Ensemble.watched(setting, protocol)
                ? Passages.of(setting.sgd(), dynamics.timeStep(), protocol.passageLimit(), censuses)
                : Passages.none(setting.sgd(), dynamics.timeStep());
        return new EnsembleResult(dynamics.witness(), dynamics.timeStep(), averages,
                GroupedHistogram.of(setting, range, blocks), passages, censuses,
                blocks.stream().flatMap(b -> b.paths().stream()).toList());
    }

    /** SGD or SDE. */
    public Witness witness() {
        return witness;
    }

    /** Learning time of one step. */
    public double timeStep() {
        return timeStep;
    }

    /** The number of particles that started. */
    public long particles() {
        return censuses.stream().mapToLong(Census::particles).sum();
    }

    /** The number of particles behind {@link #quantities()} and {@link #marginal()}. */
    public long survivors() {
        return averages.get("mean_x").length;
    }

    /** Particles that overflowed at any time. */
    public long diverged() {
        return lost(Census.Loss.DIVERGED);
    }

    /** Particles that left through an absorbing end at any time. */
    public long absorbed() {
        return lost(Census.Loss.ABSORBED);
    }

    private long lost(Census.Loss how) {
        return censuses.stream().mapToLong(c ->
                IntStream.range(0, c.particles()).filter(p -> c.lostBy(p, how, Long.MAX_VALUE)).count()).sum();
    }

    /**
     * The means of the standard diagnostics under their names, with {@code variance_x} after {@code mean_x} and {@code
     * selection_exponent} at the end, which is undefined where the flatness is constant or there is no histogram.
     */
    public Map<String, Measurement> quantities() {
        Map<String, Measurement> quantities = new LinkedHashMap<>();
        averages.forEach((quantity, samples) -> {
            quantities.put(quantity, Measurement.mean(statistics(samples)));
            if (quantity.equals("mean_x")) {
                quantities.put("variance_x", variance(samples, averages.get("mean_square_x")));
            }
        });
        quantities.put("selection_exponent", selectionExponent());
        return quantities;
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
     * A functional of the marginal, with its error from leaving out one group of particles at a time. The marginals
     * that the functional sees carry the standard errors of the whole; a fit takes its weights from {@link
     * #marginal()}, once.
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
        return histogram.map(h -> {
            double[] weights = h.marginal().logWeights();
            return h.jackknife(m -> SelectionExponent.weighted(m.flatness(), m.density(), weights));
        }).orElse(Measurement.UNDEFINED);
    }

    /**
     * The variance of x over particles and times, &lt;x^2&gt; - &lt;x&gt;^2, freed of the bias that the second mean is
     * itself a sample; the error is that of the linearised samples x^2 - 2 &lt;x&gt; x.
     */
    private static Measurement variance(double[] x, double[] square) {
        StreamingStatistics position = statistics(x);
        double mean = position.getMean();
        double[] linear = new double[x.length];
        for (int p = 0; p < x.length; p++) {
            linear[p] = square[p] - 2.0 * mean * x[p];
        }
        double bias = x.length > 1 ? position.getVariance() / x.length : 0.0;
        return Measurement.mean(statistics(linear)).plus(mean * mean + bias);
    }

    private static StreamingStatistics statistics(double[] samples) {
        StreamingStatistics statistics = new StreamingStatistics();
        for (double sample : samples) {
            statistics.addValue(sample);
        }
        return statistics;
    }
}
