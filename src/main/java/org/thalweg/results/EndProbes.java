package org.thalweg.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.data.Checkpoints;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.probes.Probes;
import org.thalweg.probes.face.Probe;
import org.thalweg.probes.face.ProbeOptions;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.face.Reading;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.training.Freezing;

/**
 * What is measured of networks where each repeat of their training ends: of a quantity with an index its first number.
 *
 * @param names probes, or quantities of probes; of a probe all its quantities
 * @param layer of the parameters that are looked at; empty for all
 * @param freezing checkpoints at which it is asked whether a repeat had chosen its solution, the start among them; 0 for
 *         not at all
 */
public record EndProbes(List<String> names, Optional<String> layer, ProbeOptions options, int freezing) {
    /** Address of the random numbers of probes. */
    private static final long PROBES = 0x70726F62;

    /** Refuses unknown names. */
    public EndProbes {
        names = List.copyOf(names);
        names.forEach(Probes::of);
    }

    /** Means over repeats, which are added one by one. */
    final class Means {
        private final ProbePlan plan;
        private final Seed seed;
        private final Map<Quantity, StreamingStatistics> sums = new LinkedHashMap<>();

        private Means(ProbePlan plan, Seed seed) {
            this.plan = plan;
            this.seed = seed;
        }

        /** The end of one repeat. */
        void add(int repeat, double[] theta) {
            if (names.isEmpty()) {
                return;
            }
            ProbeRunner.Point point = new ProbeRunner.Point(new Checkpoints.Entry(repeat, 0, 0, 0.0), theta);
            for (Reading r : new ProbeRunner(plan, seed).run(List.of(point), share -> { }).points().get(0).readings()) {
                if (r.index() <= 1 && asked(r)) {
                    sums.computeIfAbsent(quantity(r), q -> new StreamingStatistics()).addValue(r.value());
                }
            }
        }

        /** Of all that were added; without a repeat there is none. */
        Map<Quantity, Measurement> all() {
            Map<Quantity, Measurement> means = new LinkedHashMap<>();
            sums.forEach((quantity, values) -> means.put(quantity, Measurement.mean(values)));
            return means;
        }
    }

    /** Means of one setting, none yet; refuses what cannot be measured of it. */
    Means means(Setting setting, Seed seed) {
        return new Means(names.isEmpty() ? null : plan(setting), seed.child(PROBES));
    }

    /** Refuses what cannot be measured of a setting. */
    public void check(Setting setting) {
        if (!names.isEmpty()) {
            plan(setting);
        }
        if (freezing > 0) {
            Freezing.refuses(setting.surface().task().orElseThrow()).ifPresent(why -> {
                throw new Refusal(why);
            });
        }
    }

    /** What is measured of a setting; refuses what cannot be. */
    public ProbePlan plan(Setting setting) {
        Set<Probe> probes = names.stream().map(Probes::of).collect(Collectors.toSet());
        return Probes.plan(setting, layer, options, probes);
    }

    private boolean asked(Reading reading) {
        return names.contains(reading.probe().key()) || names.contains(reading.quantity());
    }

    /** Layers that a probe goes through by itself have their names at the end. */
    private Quantity quantity(Reading reading) {
        boolean own = layer.isEmpty() && !reading.layer().isEmpty();
        return Quantity.of(reading.quantity() + (own ? "_" + reading.layer() : ""));
    }
}
