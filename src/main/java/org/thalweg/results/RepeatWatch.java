package org.thalweg.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Measurement;
import org.thalweg.quantity.Quantity;
import org.thalweg.training.Arrivals;
import org.thalweg.training.Freezing;
import org.thalweg.training.TrainedRepeat;
import org.thalweg.training.Training;
import org.thalweg.training.TrainingRunner;

/** What a sweep sees of the repeats of a training as they go by: arrivals, freezing, what is probed at the end. */
final class RepeatWatch implements TrainingRunner.Watch {
    private final Training training;
    private final Optional<EndProbes.Means> means;
    private final Arrivals arrivals;
    private final Optional<Freezing> freezing;
    private final List<double[]> checkpoints = new ArrayList<>();
    private final StreamingStatistics frozen = new StreamingStatistics();

    RepeatWatch(Training training, Optional<EndProbes.Means> means, boolean freezes) {
        this.training = training;
        this.means = means;
        this.arrivals = new Arrivals(training);
        this.freezing = freezes ? Optional.of(new Freezing(training)) : Optional.empty();
    }

    @Override
    public void passed(double[] theta) {
        if (freezing.isPresent() || means.isPresent()) {
            checkpoints.add(theta.clone());
        }
    }

    @Override
    public void ended(TrainedRepeat repeat, OptionalLong arrived) {
        arrivals.add(arrived);
        if (repeat.end() != TrainedRepeat.End.DIVERGED) {
            means.ifPresent(m -> m.add(repeat.repeat(), checkpoints));
            freezing.ifPresent(f -> frozen.addValue(repeat.rows().get(f.checkpoint(checkpoints)).time()));
        }
        checkpoints.clear();
    }

    /** Arrivals; the mean learning time at which those that did not diverge froze. */
    Map<Quantity, Measurement> quantities() {
        Map<Quantity, Measurement> quantities = new LinkedHashMap<>(arrivals.quantities());
        if (frozen.getN() > 0) {
            quantities.put(Quantity.FREEZING_TIME, Measurement.mean(frozen));
        }
        return quantities;
    }
}
