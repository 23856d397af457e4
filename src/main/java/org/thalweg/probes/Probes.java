package org.thalweg.probes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thalweg.model.Setting;
import org.thalweg.model.space.NearestName;
import org.thalweg.probes.face.Probe;
import org.thalweg.probes.face.ProbeOptions;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.path.AveragesProbe;
import org.thalweg.probes.path.JaccardProbe;
import org.thalweg.probes.path.OverlapProbe;
import org.thalweg.probes.path.PlaneScanProbe;
import org.thalweg.probes.path.SegmentProbe;
import org.thalweg.probes.point.EpsilonSharpnessProbe;
import org.thalweg.probes.point.FisherRaoProbe;
import org.thalweg.probes.point.LineScanProbe;
import org.thalweg.probes.point.LossProbe;
import org.thalweg.probes.point.NeuronwiseFlatnessProbe;
import org.thalweg.probes.point.NoiseCurvatureProbe;
import org.thalweg.probes.point.PacBayesProbe;
import org.thalweg.probes.point.RelativeFlatnessProbe;
import org.thalweg.probes.point.SamProbe;
import org.thalweg.probes.point.SpectralDensityProbe;
import org.thalweg.probes.point.SpectrumProbe;
import org.thalweg.probes.point.TracesProbe;
import org.thalweg.probes.point.VarianceFlatnessProbe;
import org.thalweg.refusal.Refusal;

/** The catalogue of probes. Many imports: it names every probe. */
public final class Probes {
    /** All of them, in the order in which they are measured. */
    public static final List<Probe> ALL = List.of(new LossProbe(), new SpectrumProbe(), new TracesProbe(),
            new FisherRaoProbe(), new RelativeFlatnessProbe(), new NeuronwiseFlatnessProbe(), new SamProbe(),
            new EpsilonSharpnessProbe(), new SpectralDensityProbe(), new NoiseCurvatureProbe(),
            new VarianceFlatnessProbe(), new PacBayesProbe(), new LineScanProbe(), new OverlapProbe(),
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
                .orElseThrow(() -> new Refusal("unknown probe '" + name + "'; " + NearestName.of(name, names())
                        .map(near -> "did you mean '" + near + "'?").orElse("give some of " + keys())));
    }

    private static List<String> names() {
        return ALL.stream().flatMap(p -> Stream.concat(Stream.of(p.key()), p.quantities().stream())).toList();
    }

    /** All names, with commas between. */
    public static String keys() {
        return ALL.stream().map(Probe::key).collect(Collectors.joining(","));
    }

    /**
     * A plan to measure some of them.
     *
     * @param layer the name of a group of parameters, such as W2
     * @param asked by name; empty for all that are cheap
     * @throws Refusal where there is no such layer, there are fewer eigenvalues, or a probe cannot be had
     */
    public static ProbePlan plan(Setting setting, Optional<String> layer, ProbeOptions options, Set<Probe> asked) {
        return ProbePlan.of(ALL, setting, layer, options, asked);
    }
}
