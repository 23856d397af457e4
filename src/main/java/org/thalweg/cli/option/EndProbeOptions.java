package org.thalweg.cli.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.thalweg.probes.face.ProbeOptions;
import org.thalweg.probes.face.Scan;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.EndProbes;
import org.thalweg.sweep.SweepRequest;
import picocli.CommandLine.Option;

/** What a sweep measures of networks at the end of each repeat. */
public final class EndProbeOptions {
    /** A start, an end, and one between. */
    private static final int FEWEST = 3;

    @Option(names = "--probe", paramLabel = "NAMES", hideParamSyntax = true, split = ",",
            description = "Of networks: probes or quantities of `thalweg probe`, measured where each repeat ends;"
                    + " of those with an index the first. Default: none.")
    private List<String> probes = List.of();

    @Option(names = "--layer", paramLabel = "NAME", description = "Of these probes: only these parameters, such as W2."
            + " Default: all.")
    private String layer;

    @Option(names = "--window", paramLabel = "EPOCHS", description = "Of these probes: how long SGD goes on where its"
            + " path about a solution is measured. Default: ${DEFAULT-VALUE} epochs.")
    private double window = ProbeOptions.DEFAULT.window();

    @Option(names = "--freezing", paramLabel = "N",
            description = "Of networks: also when each repeat chose its solution,"
            + " by gradient descent from N checkpoints, the start among them. Default: not asked.")
    private int freezing;

    /** What is measured; empty for nothing. */
    public Optional<EndProbes> probes() {
        if (freezing != 0 && freezing < FEWEST) {
            throw new Refusal("option --freezing: " + freezing + " checkpoints tell no time; give at least " + FEWEST);
        }
        if (probes.isEmpty() && layer != null) {
            throw new Refusal("option --layer: " + layer + " is of what is measured at the end, and there is no"
                    + " probe of it; add --probe NAMES, or leave it out");
        }
        return probes.isEmpty() && freezing == 0 ? Optional.empty()
                : Optional.of(new EndProbes(probes, Optional.ofNullable(layer),
                        new ProbeOptions(OptionalInt.empty(), window, Scan.DEFAULT), freezing));
    }

    /** The same as plain data; null for nothing. */
    public SweepRequest.Probing request() {
        return probes.isEmpty() && freezing == 0 ? null
                : new SweepRequest.Probing(probes, layer, window, freezing);
    }

    /** What the results depend on. */
    public Map<String, Object> choices() {
        Map<String, Object> choices = new LinkedHashMap<>();
        if (!probes.isEmpty()) {
            choices.put("probes", probes);
            choices.put("window", window);
            Optional.ofNullable(layer).ifPresent(name -> choices.put("layer", name));
        }
        if (freezing > 0) {
            choices.put("freezing", freezing);
        }
        return choices;
    }
}
