package org.thalweg.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Measurement;
import org.thalweg.quantity.Quantity;

/**
 * When repeats had every sample in its class for the first time, as first passages of trajectories: the mean time only
 * where all did, a restricted one otherwise. Repeats that diverged count as those that never did.
 */
public final class Arrivals {
    private final Training training;
    private final List<OptionalLong> all = new ArrayList<>();

    /** Of a training; none yet. */
    public Arrivals(Training training) {
        this.training = training;
    }

    /** One more repeat. */
    public void add(OptionalLong iterations) {
        all.add(iterations);
    }

    /** Quantities by name; none where samples have no classes. */
    public Map<Quantity, Measurement> quantities() {
        Map<Quantity, Measurement> quantities = new LinkedHashMap<>();
        if (!training.task().train().samples().haveClasses()) {
            return quantities;
        }
        StreamingStatistics times = new StreamingStatistics();
        all.forEach(n -> times.addValue(training.setting().sgd().time(n.orElse(training.iterations()))));
        long arrived = all.stream().filter(OptionalLong::isPresent).count();
        Measurement time = Measurement.mean(times);
        if (arrived == all.size()) {
            quantities.put(Quantity.CONVERGENCE_TIME, time);
            quantities.put(Quantity.CONVERGENCE_STEPS,
                    time.times(1.0 / training.setting().sgd().learningRate()));
        } else {
            quantities.put(Quantity.RESTRICTED_CONVERGENCE_TIME, time);
        }
        quantities.put(Quantity.CONVERGED_FRACTION, Measurement.fraction(arrived, all.size()));
        return quantities;
    }
}
