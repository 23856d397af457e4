package org.thalweg.probes;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thalweg.refusal.Refusal;

/** The catalogue of probes. */
public final class Probes {
    /** All of them, in the order in which they are measured. */
    public static final List<Probe> ALL = List.of(new LossProbe(), new SpectrumProbe(), new TracesProbe(),
            new FisherRaoProbe(), new RelativeFlatnessProbe(), new NeuronwiseFlatnessProbe(), new SamProbe(), new SpectralDensityProbe(),
            new NoiseCurvatureProbe(), new VarianceFlatnessProbe(), new LineScanProbe(), new OverlapProbe(),
            new JaccardProbe(), new SegmentProbe(), new AveragesProbe(), new PlaneScanProbe());

    private Probes() {}

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
