package org.thalweg.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        List<Setting> cells = new ArrayList<>();
        for (double learningRate : learningRates.values()) {
            Setting atRate = model.withLearningRate(learningRate);
            List<Setting> atVariance = batchVariances
                    .map(range -> range.values().stream().map(atRate::withBatchVariance).toList())
                    .orElse(List.of(atRate));
            List<Setting> atSize = batchSizes.map(range -> atVariance.stream().flatMap(setting ->
                            range.values().stream().map(size -> setting.withBatchSize(Range.whole(size)))).toList())
                    .orElse(atVariance);
            for (Setting setting : atSize) {
                anisotropies.ifPresentOrElse(
                        range -> range.values().stream().map(setting::withAnisotropy).forEach(cells::add),
                        () -> cells.add(setting));
            }
        }
        return List.copyOf(cells);
    }
}
