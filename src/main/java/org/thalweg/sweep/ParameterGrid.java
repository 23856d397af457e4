package org.thalweg.sweep;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Range;

/**
 * The settings of a sweep: a model at every combination of learning rate, batch variance or batch size, and anisotropy.
 *
 * @param learningRates eta
 * @param batchVariances sigma2; empty for a noise that has no such number, which is then left as it is
 * @param anisotropies kappa; empty: left as the model has it
 * @param batchSizes B, whole numbers, which sigma2 follows; empty: left as the model has it
 */
public record ParameterGrid(Range learningRates, Optional<Range> batchVariances, Optional<Range> anisotropies,
        Optional<Range> batchSizes) {
    /** The batch size is left as the model has it. */
    public ParameterGrid(Range learningRates, Optional<Range> batchVariances, Optional<Range> anisotropies) {
        this(learningRates, batchVariances, anisotropies, Optional.empty());
    }

    /** The number of cells, before any is made. */
    public double size() {
        return Stream.of(Optional.of(learningRates), batchVariances, anisotropies, batchSizes)
                .flatMap(Optional::stream).mapToDouble(range -> range.values().size()).reduce(1.0, (a, b) -> a * b);
    }

    /** One setting a cell; the learning rate varies slowest, the anisotropy fastest. */
    public List<Setting> cells(Setting model) {
        return IntStream.range(0, (int) size()).mapToObj(i -> cell(model, i)).toList();
    }

    /** One of the {@link #cells}. */
    public Setting cell(Setting model, int cell) {
        int kappas = anisotropies.map(r -> r.values().size()).orElse(1);
        int sizes = batchSizes.map(r -> r.values().size()).orElse(1);
        int variances = batchVariances.map(r -> r.values().size()).orElse(1);
        int kappa = cell % kappas;
        int batch = cell / kappas % sizes;
        int variance = cell / (kappas * sizes) % variances;
        Setting setting = model.withLearningRate(learningRates.values().get(cell / (kappas * sizes * variances)));
        setting = batchVariances.isEmpty() ? setting
                : setting.withBatchVariance(batchVariances.get().values().get(variance));
        setting = batchSizes.isEmpty() ? setting
                : setting.withBatchSize(Range.whole(batchSizes.get().values().get(batch)));
        return anisotropies.isEmpty() ? setting : setting.withAnisotropy(anisotropies.get().values().get(kappa));
    }
}
