package org.thalweg.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Measurement;

/** What repeats came to in the end, as means with their errors. Those that diverged are counted, and left out. */
public final class TrainingSummary {
    /** The share that diverged. */
    public static final String DIVERGED = "diverged_fraction";

    private TrainingSummary() {}

    /** Quantities by name; undefined where samples have no classes or there are none to test on. */
    public static Map<String, Measurement> of(List<TrainedRepeat> trained) {
        Map<String, Measurement> summary = new LinkedHashMap<>();
        summary.put("train_loss", mean(trained, TrainingRow::trainLoss));
        summary.put("train_error", mean(trained, TrainingRow::trainError));
        summary.put("test_loss", mean(trained, TrainingRow::testLoss));
        summary.put("test_error", mean(trained, TrainingRow::testError));
        summary.put("gradient_norm", mean(trained, TrainingRow::gradientNorm));
        summary.put("learning_time", mean(trained, TrainingRow::time));
        summary.put(DIVERGED, Measurement.fraction(diverged(trained), trained.size()));
        return summary;
    }

    /** How many diverged. */
    public static long diverged(List<TrainedRepeat> trained) {
        return trained.stream().filter(r -> r.end() == TrainedRepeat.End.DIVERGED).count();
    }

    private static Measurement mean(List<TrainedRepeat> trained, ToDoubleFunction<TrainingRow> value) {
        StreamingStatistics statistics = new StreamingStatistics();
        trained.stream().filter(r -> r.end() != TrainedRepeat.End.DIVERGED)
                .forEach(r -> statistics.addValue(value.applyAsDouble(r.last())));
        return statistics.getN() == 0 || Double.isNaN(statistics.getMean()) ? Measurement.UNDEFINED
                : Measurement.mean(statistics);
    }
}
