package org.thalweg.results;

import java.util.ArrayList;
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
import org.thalweg.probes.ProbeWorker;
import org.thalweg.probes.Probes;
import org.thalweg.probes.face.PairProbe;
import org.thalweg.probes.face.PathProbe;
import org.thalweg.probes.face.PointProbe;
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
 * Probes of pairs compare the points half way and at the end, probes of paths see {@link #PATH} checkpoints.
 *
 * @param names probes, or quantities of probes; of a probe all its quantities
 * @param layer of the parameters that are looked at; empty for all
 * @param freezing checkpoints at which it is asked whether a repeat had chosen its solution, the start among them; 0
 * for
 *         not at all
 */
public record EndProbes(List<String> names, Optional<String> layer, ProbeOptions options, int freezing) {
    /** Address of the random numbers of probes. */
    private static final long PROBES = 0x70726F62;

    /** Checkpoints of each repeat where a probe asks for more than its end; the start and the end are among them. */
    private static final int PATH = 11;

    /** Refuses unknown names. */
    public EndProbes {
        names = Probes.spelledOut(names);
        names.forEach(Probes::of);
    }

    /** Looks at the ends of repeats, one after the other. Bound to one thread. */
    final class Look {
        private final ProbeRunner pairs;
        private final ProbeRunner paths;
        private final ProbeWorker points;
        private final Seed seed;

        private Look(ProbePlan plan, Seed seed) {
            this.points = new ProbeWorker(plan.only(PointProbe.class));
            this.pairs = new ProbeRunner(plan.only(PairProbe.class), seed);
            this.paths = new ProbeRunner(plan.only(PathProbe.class), seed);
            this.seed = seed;
        }

        /**
         * The readings of one repeat.
         *
         * @param checkpoints as many as {@link EndProbes#checkpoints} says; not modified
         */
        List<Reading> readings(int repeat, List<double[]> checkpoints) {
            List<ProbeRunner.Point> path = new ArrayList<>();
            for (int c = 0; c < checkpoints.size(); c++) {
                path.add(new ProbeRunner.Point(new Checkpoints.Entry(repeat, c, 0, 0.0), checkpoints.get(c)));
            }
            ProbeRunner.Point end = path.get(path.size() - 1);
            List<Reading> readings = new ArrayList<>(points.readings(end.theta(), seed.child(repeat).child(0)));
            if (!pairs.plan().probes().isEmpty()) {
                List<ProbeRunner.Point> two = List.of(path.get(path.size() / 2), end);
                pairs.run(two, share -> { }).pairs().forEach(found -> readings.add(found.reading()));
            }
            if (!paths.plan().probes().isEmpty()) {
                paths.run(path, share -> { }).points().forEach(at -> readings.addAll(at.readings()));
            }
            return readings;
        }
    }

    /** Means over the readings of repeats, which are added one by one, in their order. */
    final class Means {
        private final Map<Quantity, StreamingStatistics> sums = new LinkedHashMap<>();

        void add(Reading r) {
            if (r.index() <= 1 && asked(r)) {
                sums.computeIfAbsent(quantity(r), q -> new StreamingStatistics()).addValue(r.value());
            }
        }

        /** Of all that were added; without a repeat there is none. */
        Map<Quantity, Measurement> all() {
            Map<Quantity, Measurement> means = new LinkedHashMap<>();
            sums.forEach((quantity, values) -> means.put(quantity, Measurement.mean(values)));
            return means;
        }
    }

    /**
     * Checkpoints of each repeat, the start and the end among them.
     *
     * @param iterations of a repeat, at least as many are needed
     */
    int checkpoints(long iterations) {
        boolean path = names.stream().map(Probes::of).anyMatch(probe -> !(probe instanceof PointProbe));
        return Math.max(freezing, path ? (int) Math.min(PATH, iterations + 1) : 2);
    }

    /** Means, of nothing yet. */
    Means means() {
        return new Means();
    }

    /** A look at networks of one setting; refuses what cannot be measured of it. */
    Look look(Setting setting, Seed seed) {
        return new Look(plan(setting), seed.child(PROBES));
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
