package org.thalweg.probes.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.LearningTask;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.network.Layer;
import org.thalweg.network.Network;
import org.thalweg.network.ParameterGroup;
import org.thalweg.refusal.Refusal;
import org.thalweg.training.Training;
import org.thalweg.training.Window;

/**
 * What is measured, and of which parameters.
 *
 * @param setting with a network for a surface
 * @param group a block of parameters to which Hessian and gradient are restricted; all where empty
 * @param options numbers that some probes ask for
 * @param catalogue all the probes there are
 * @param probes in the order of the catalogue
 */
public record ProbePlan(Setting setting, Optional<ParameterGroup> group, ProbeOptions options,
        List<Probe> catalogue, List<Probe> probes) {
    /**
     * What goes without saying, half a minute of one core: products with the Hessian times samples times parameters,
     * each of which takes some two nanoseconds. What takes more is measured where it is asked for by name.
     */
    public static final double CHEAP = 1.2e10;

    /** Keeps the order of the catalogue. */
    public ProbePlan {
        Set<Probe> wanted = Set.copyOf(probes);
        probes = catalogue.stream().filter(wanted::contains).toList();
    }

    /**
     * A plan.
     *
     * @param catalogue all the probes there are
     * @param layer the name of a group of parameters, such as W2
     * @param asked by name; empty for all that are cheap
     * @throws Refusal where there is no such layer, there are fewer eigenvalues, or a probe cannot be had
     */
    public static ProbePlan of(List<Probe> catalogue, Setting setting, Optional<String> layer, ProbeOptions options,
            Set<Probe> asked) {
        if (setting.surface().task().isEmpty()) {
            throw new Refusal("'" + setting.name() + "' is no network, and only networks are probed; use"
                    + " `thalweg describe`");
        }
        Network network = setting.surface().task().get().train();
        Optional<ParameterGroup> group = layer.map(network.architecture()::group);
        int dimension = group.map(ParameterGroup::size).orElse(network.parameters());
        ProbeOptions within = options.within(dimension);
        ProbePlan all = new ProbePlan(setting, group, within, catalogue, catalogue);
        List<Probe> probes = List.copyOf(asked.isEmpty()
                ? all.pointProbes().stream().filter(all::goesWithoutSaying).toList() : asked);
        asked.forEach(probe -> all.refusal(probe).ifPresent(why -> {
            throw new Refusal("probe " + probe.key() + ": " + why);
        }));
        return new ProbePlan(setting, group, within, catalogue, probes);
    }

    /** Why gradients of single samples cannot be had, and what to do instead; empty where they can. */
    public Optional<String> withoutSampleGradients() {
        return network().withoutSampleGradients();
    }

    /** The same, of those probes that are of one kind. */
    public ProbePlan only(Class<? extends Probe> kind) {
        return new ProbePlan(setting, group, options, catalogue, probes.stream().filter(kind::isInstance).toList());
    }

    /** The probes of single points. */
    public List<PointProbe> pointProbes() {
        return kind(PointProbe.class, probes).toList();
    }

    /** The probes of pairs of points. */
    public List<PairProbe> pairProbes() {
        return kind(PairProbe.class, probes).toList();
    }

    /** The probes of paths. */
    public List<PathProbe> pathProbes() {
        return kind(PathProbe.class, probes).toList();
    }

    private static <P extends Probe> Stream<P> kind(Class<P> kind, List<Probe> some) {
        return some.stream().filter(kind::isInstance).map(kind::cast);
    }

    private boolean goesWithoutSaying(PointProbe probe) {
        return !probe.onlyByName() && refusal(probe).isEmpty() && work(probe) <= CHEAP
                && !(group.isPresent() && probe.ofTheWhole());
    }

    /** The network, its samples to train on and those to test on. */
    public LearningTask task() {
        return setting.surface().task().orElseThrow();
    }

    /** The network over the samples to train on. */
    public Network network() {
        return task().train();
    }

    /** SGD that goes on for the epochs of the window; only where the noise is that of samples. */
    public Window window() {
        SampleNoise noise = (SampleNoise) setting.noise();
        long iterations = Math.round(options.window() * noise.task().samples() / noise.batch());
        return new Window(new Training(setting, noise, Math.max(1, iterations), 2, Optional.empty()), iterations);
    }

    /** The first parameter that is looked at. */
    int from() {
        return group.map(ParameterGroup::from).orElse(0);
    }

    /** How many of the largest eigenvalues. */
    public int top() {
        return options.top().orElseThrow();
    }

    /** The number of parameters that are looked at. */
    public int dimension() {
        return group.map(ParameterGroup::size).orElse(network().parameters());
    }

    /** The layers whose weights are looked at. */
    public List<Layer> layers() {
        List<Layer> layers = new ArrayList<>(network().architecture().layers());
        group.ifPresent(g -> layers.removeIf(l -> g.from() != l.weightsFrom() || g.end() != l.biasesFrom()));
        return layers;
    }

    private Optional<String> refusal(Probe probe) {
        boolean derivatives = probe instanceof PointProbe ofPoint && ofPoint.needsDerivatives();
        return (derivatives ? network().withoutDerivatives() : Optional.<String>empty())
                .or(() -> probe.refuses(this));
    }

    private double work(PointProbe probe) {
        return (double) probe.products(this) * network().samples().count() * network().parameters();
    }

    /** What should be known of the numbers, in words for a remark. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        pointProbes().forEach(probe -> probe.remark(this).ifPresent(remarks::add));
        String whole = pointProbes().stream().filter(PointProbe::ofTheWhole).map(Probe::key)
                .collect(Collectors.joining(", "));
        if (!whole.isEmpty()) {
            group.ifPresent(g -> remarks.add("of all parameters, not of " + g.name() + " alone: " + whole));
        }
        return remarks;
    }

    /** What is left out since it takes long, in words for a remark. */
    public List<String> leftOut() {
        List<String> left = new ArrayList<>();
        for (PointProbe probe : kind(PointProbe.class, catalogue).toList()) {
            if (!probes.contains(probe) && !probe.onlyByName() && work(probe) > CHEAP
                    && network().withoutDerivatives().isEmpty()
                    && !(probe.refuses(this).equals(Optional.of(Network.NO_SAMPLE_GRADIENTS)))) {
                left.add("no " + probe.key() + ": " + probe.products(this) + " products with the Hessian at each"
                        + " point; ask for them by --probe " + probe.key());
            }
        }
        return left;
    }
}
