package org.thalweg.cli.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.thalweg.probes.face.ProbeOptions;
import org.thalweg.probes.face.Scan;
import org.thalweg.results.EndProbes;
import picocli.CommandLine.Option;

/** What a sweep measures of networks at the end of each repeat. */
public final class EndProbeOptions {
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

    /** What is measured; empty for nothing. */
    public Optional<EndProbes> probes() {
        return probes.isEmpty() ? Optional.empty() : Optional.of(new EndProbes(probes, Optional.ofNullable(layer),
                new ProbeOptions(OptionalInt.empty(), window, Scan.DEFAULT)));
    }

    /** What the results depend on. */
    public Map<String, Object> choices() {
        Map<String, Object> choices = new LinkedHashMap<>();
        if (!probes.isEmpty()) {
            choices.put("probes", probes);
            choices.put("window", window);
            Optional.ofNullable(layer).ifPresent(name -> choices.put("layer", name));
        }
        return choices;
    }
}
