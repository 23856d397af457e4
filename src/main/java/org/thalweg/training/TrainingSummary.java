package org.thalweg.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Measurement;
import org.thalweg.quantity.Quantity;

/** What repeats came to in the end, as means with their errors. Those that diverged are counted, and left out. */
public final class TrainingSummary {
    private TrainingSummary() {}

    /** Quantities by name; undefined where samples have no classes or there are none to test on. */
    public static Map<Quantity, Measurement> of(List<TrainedRepeat> trained) {
        Map<Quantity, Measurement> summary = new LinkedHashMap<>();
        summary.put(Quantity.TRAIN_LOSS, mean(trained, TrainingRow::trainLoss));
        summary.put(Quantity.TRAIN_ERROR, mean(trained, TrainingRow::trainError));
        summary.put(Quantity.TEST_LOSS, mean(trained, TrainingRow::testLoss));
        summary.put(Quantity.TEST_ERROR, mean(trained, TrainingRow::testError));
        summary.put(Quantity.GRADIENT_NORM, mean(trained, TrainingRow::gradientNorm));
        summary.put(Quantity.LEARNING_TIME_TAKEN, mean(trained, TrainingRow::time));
        summary.put(Quantity.DIVERGED_FRACTION, Measurement.fraction(diverged(trained), trained.size()));
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
