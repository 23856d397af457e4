package org.thalweg.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Measurement;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.training.Arrivals;
import org.thalweg.training.TrainedRepeat;
import org.thalweg.training.Training;
import org.thalweg.training.TrainingRunner;
import org.thalweg.training.TrainingSummary;

/** Adds up what was seen of the repeats of a training, in their order. */
final class TrainedMeans {
    private final List<TrainedRepeat> trained = new ArrayList<>();
    private final Arrivals arrivals;
    private final Optional<EndProbes.Means> means;
    private final StreamingStatistics frozen = new StreamingStatistics();

    private TrainedMeans(Training training, Optional<EndProbes.Means> means) {
        this.arrivals = new Arrivals(training);
        this.means = means;
    }

    /** What the repeats of a training come to; threads that are free take repeats. */
    static Map<Quantity, Measurement> of(Training training, Equipment equipment, Seed seed) {
        Optional<EndProbes> probes = equipment.probes().filter(p -> !p.names().isEmpty());
        boolean freezes = equipment.probes().map(EndProbes::freezing).orElse(0) > 0;
        TrainedMeans sum = new TrainedMeans(training, probes.map(EndProbes::means));
        double amount = Effort.ofRepeat(training);
        TrainingRunner.watched(training, equipment.particles(), seed,
                equipment.crew().metered(
                        equipment.meter(), Effort.TRAINING, Effort.guess(Effort.TRAINING), repeat -> amount),
                () -> new RepeatLook(training, probes.map(p -> p.look(training.setting(), seed)), freezes,
                        equipment.meter()), sum::add);
        return sum.quantities();
    }

    private void add(RepeatLook.Found found) {
        trained.add(found.repeat());
        arrivals.add(found.arrived());
        means.ifPresent(m -> found.readings().forEach(m::add));
        if (!Double.isNaN(found.frozen())) {
            frozen.addValue(found.frozen());
        }
    }

    /** Means at the end; arrivals; the mean learning time at which those that did not diverge froze; probes. */
    private Map<Quantity, Measurement> quantities() {
        Map<Quantity, Measurement> quantities = new LinkedHashMap<>(TrainingSummary.of(trained));
        quantities.putAll(arrivals.quantities());
        if (frozen.getN() > 0) {
            quantities.put(Quantity.FREEZING_TIME, Measurement.mean(frozen));
        }
        means.ifPresent(m -> m.all().forEach(quantities::putIfAbsent));
        return quantities;
    }
}
