package org.thalweg.probes;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thalweg.refusal.Refusal;

/** The catalogue of probes. */
public final class Probes {
    /** All of them, in the order in which they are measured. */
    public static final List<Probe> ALL = List.of(new LossProbe(), new SpectrumProbe(), new TracesProbe(),
            new FisherRaoProbe(), new RelativeFlatnessProbe(), new NeuronwiseFlatnessProbe(), new SamProbe(),
            new EpsilonSharpnessProbe(), new SpectralDensityProbe(), new NoiseCurvatureProbe(), new VarianceFlatnessProbe(), new LineScanProbe(), new OverlapProbe(),
            new JaccardProbe(), new SegmentProbe(), new AveragesProbe(), new PlaneScanProbe());

    /** Names for some quantities of several probes. */
    private static final Map<String, List<String>> FAMILIES = Map.of(
            "flatness", List.of("flatness_top10", "hessian_trace", "fisher_rao", "relative_flatness",
                    "neuronwise_flatness", "sam_sharpness", "epsilon_sharpness"),
            "participation", List.of("inverse_participation_ratio"));

    private Probes() {}

    /** The names with those of families replaced by the quantities that they stand for. */
    public static List<String> spelledOut(List<String> names) {
        return names.stream().flatMap(name -> FAMILIES.getOrDefault(name, List.of(name)).stream()).distinct().toList();
    }

    /** The probe of a name, or of the name of one of its quantities. */
    public static Probe of(String name) {
        return ALL.stream().filter(p -> p.key().equals(name) || p.quantities().contains(name)).findFirst()
                .orElseThrow(() -> new Refusal("unknown probe '" + name + "'; give some of " + keys()));
    }

    /** All names, with commas between. */
    public static String keys() {
        return ALL.stream().map(Probe::key).collect(Collectors.joining(","));
    }

    /** Those of one kind. */
    static <P extends Probe> Stream<P> of(Class<P> kind, List<Probe> some) {
        return some.stream().filter(kind::isInstance).map(kind::cast);
    }
}
