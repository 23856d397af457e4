package org.thalweg.sweep;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.thalweg.measure.Progress;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.space.Range;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.OutsideValue;

/**
 * The cells of a model at every combination of what varies, the variations slowest. Models of up to {@link #KEPT}
 * points are kept; of more those that were asked for last, as the runner and its reader go through them together.
 */
public final class PlannedCells implements Cells {
    /** A model with its setting takes some tens of kilobytes. */
    private static final int KEPT = 1000;

    /** Of more than that. */
    private static final int RECENT = 64;

    private final ModelFile model;
    private final Optional<Range> rates;
    private final ParameterGrid grid;
    private final List<Variation> variations;
    private final int points;
    private final int plane;
    private final Map<Integer, ModelFile> kept;
    private final OptionalInt iterations;
    /** Null until it is asked for, or all models are read for other reasons. */
    private ReferenceCells reference;

    /**
     * Cells, of models that are all right where they are kept; of more see {@link #check}.
     *
     * @param rates learning rates; of each point its own where empty
     * @param grid what varies at each point; its learning rates are those of the model where {@code rates} has none
     * @param iterations of a cell, as far as they are said
     * @throws ModelFileException where a path is unknown, or a value makes a model that is not right
     */
    public PlannedCells(ModelFile model, Optional<Range> rates, ParameterGrid grid, List<Variation> variations,
            OptionalInt iterations) throws ModelFileException {
        this.model = model;
        this.rates = rates;
        this.grid = grid;
        this.variations = List.copyOf(variations);
        this.plane = (int) grid.size();
        this.points = variations.stream().mapToInt(v -> v.range().values().size()).reduce(1, Math::multiplyExact);
        this.kept = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, ModelFile> eldest) {
                return size() > (PlannedCells.this.points <= KEPT ? KEPT : RECENT);
            }
        };
        for (int p = 0; points <= KEPT && p < points; p++) {
            kept.put(p, read(p));
        }
        this.iterations = iterations;
        this.reference = model.reference().isEmpty() ? ReferenceCells.NONE : points <= KEPT ? matched() : null;
    }

    @Override
    public int size() {
        return Math.multiplyExact(points, plane);
    }

    @Override
    public Setting setting(int cell) {
        return setting(point(cell / plane).setting(), cell % plane);
    }

    /** The setting of a point at one of the places of the grid. */
    private Setting setting(Setting there, int place) {
        ParameterGrid own = rates.isPresent() || variations.isEmpty() ? grid
                : new ParameterGrid(Range.of(there.sgd().learningRate()), grid.batchVariances(), grid.anisotropies(),
                        grid.batchSizes());
        return own.cell(there, place);
    }

    @Override
    public List<OutsideValue> outside(int cell) {
        return reference().of(cell);
    }

    /** Which values from outside belong to which cells. */
    public synchronized ReferenceCells reference() {
        reference = reference == null ? matched() : reference;
        return reference;
    }

    private ReferenceCells matched() {
        return ReferenceCells.of(model, every(i -> point(i / plane)), every(this::setting), iterations);
    }

    /** The numbers of a cell that vary beside the grid, in the order of the variations. */
    public List<Double> varied(int cell) {
        return List.copyOf(values(cell / plane).values());
    }

    /** All settings, each made when it is asked for. */
    public List<Setting> settings() {
        return every(this::setting);
    }

    private <T> List<T> every(IntFunction<T> of) {
        return new Lazy<>(size(), of);
    }

    private ModelFile point(int point) {
        synchronized (kept) {
            if (kept.containsKey(point)) {
                return kept.get(point);
            }
        }
        try {
            ModelFile file = read(point);
            synchronized (kept) {
                kept.put(point, file);
            }
            return file;
        } catch (ModelFileException e) {
            throw new Refusal("a model that was right is not any more: " + e.getMessage(), e);
        }
    }

    /**
     * Reads the model of each point, a millisecond each, and meets them with values from outside.
     *
     * @param told the setting of the first cell of each: what a variation can change
     * @param asked of each cell, what depends on it; empty where nothing does
     * @throws ModelFileException where a value makes a model that is not right
     */
    public void check(Progress progress, Consumer<Setting> told, Optional<Consumer<Setting>> asked)
            throws ModelFileException {
        Optional<ReferenceCells.Matching> matching = matching();
        for (int p = 0; p < points; p++) {
            ModelFile file = points <= KEPT ? kept.get(p) : read(p);
            Setting there = file.setting();
            told.accept(there);
            for (int place = 0; (asked.isPresent() || matching.isPresent()) && place < plane; place++) {
                Setting cell = setting(there, place);
                asked.ifPresent(of -> of.accept(cell));
                int number = p * plane + place;
                matching.ifPresent(of -> of.cell(number, file, cell));
            }
            progress.done((p + 1.0) / points);
        }
        synchronized (this) {
            reference = matching.map(ReferenceCells.Matching::found).orElse(reference);
        }
    }

    /** Where values from outside are still to be matched. */
    private synchronized Optional<ReferenceCells.Matching> matching() {
        return reference == null ? Optional.of(new ReferenceCells.Matching(model, size(), iterations))
                : Optional.empty();
    }

    private ModelFile read(int point) throws ModelFileException {
        if (variations.isEmpty()) {
            return model;
        }
        Map<String, String> assignments = new LinkedHashMap<>();
        values(point).forEach((path, value) -> assignments.put(path, Double.toString(value)));
        return model.with(assignments);
    }

    private Map<String, Double> values(int point) {
        Map<String, Double> values = new LinkedHashMap<>();
        int stride = points;
        int rest = point;
        for (Variation variation : variations) {
            stride /= variation.range().values().size();
            values.put(variation.path(), variation.range().values().get(rest / stride));
            rest %= stride;
        }
        return values;
    }

    /** A list whose elements are made when they are asked for. */
    private static final class Lazy<T> extends AbstractList<T> {
        private final int size;
        private final IntFunction<T> of;

        Lazy(int size, IntFunction<T> of) {
            this.size = size;
            this.of = of;
        }

        @Override
        public T get(int index) {
            return of.apply(Objects.checkIndex(index, size));
        }

        @Override
        public int size() {
            return size;
        }
    }
}
