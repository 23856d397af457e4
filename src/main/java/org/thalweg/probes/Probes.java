package org.thalweg.probes;

import java.util.List;
import java.util.stream.Collectors;
import org.thalweg.refusal.Refusal;

/** The catalogue of probes. */
public final class Probes {
    /** Those of a point, in the order in which they are measured. */
    public static final List<PointProbe> OF_A_POINT = List.of(new LossProbe(), new SpectrumProbe(), new TracesProbe(),
            new FisherRaoProbe(), new RelativeFlatnessProbe(), new SamProbe());

    private Probes() {}

    /** The probe of a name, or of the name of one of its quantities. */
    public static PointProbe of(String name) {
        return OF_A_POINT.stream().filter(p -> p.key().equals(name) || p.quantities().contains(name)).findFirst()
                .orElseThrow(() -> new Refusal("unknown probe '" + name + "'; give some of " + keys()));
    }

    /** All names, with commas between. */
    public static String keys() {
        return OF_A_POINT.stream().map(Probe::key).collect(Collectors.joining(","));
    }
}
