package org.thalweg.sweep.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.Bound;
import org.thalweg.sweep.CellResult;

/**
 * What a sweep says to who has to choose a learning rate and a batch size: of the settings that converge in at least 99
 * % of the runs the fastest, by iterations, and the flattest; and how far it is to what would go too far.
 *
 * @param cells all of a sweep; not copied, as there may be more of them than memory holds
 * @param witness whose runs count: literal SGD, or the SDE where there is none
 */
public record Choice(List<CellResult> cells, Witness witness) {
    /** Of the runs, at least. */
    public static final double SHARE = 0.99;

    private static final Quantity FLATNESS_OF_NETWORK = Quantity.of("flatness_top10");
    private static final Quantity CURVATURE = Quantity.of("eigenvalue");

    /** A view. */
    public Choice {
        cells = Collections.unmodifiableList(cells);
    }

    /** By literal SGD where there is any. */
    public static Choice of(List<CellResult> cells) {
        boolean literal = cells.stream().flatMap(c -> c.rows().stream()).anyMatch(r -> r.witness() == Witness.SGD);
        return new Choice(cells, literal ? Witness.SGD : Witness.SDE);
    }

    /** Those that converge; where there is nothing to converge to, those that do not diverge. */
    public Stream<CellResult> safe() {
        return cells.stream().filter(this::safe);
    }

    /** Whether a cell is one of {@link #safe()}. */
    public boolean safe(CellResult cell) {
        Optional<Measurement> converged = cell.find(witness, Quantity.CONVERGED_FRACTION);
        Optional<Measurement> diverged = cell.find(witness, Quantity.DIVERGED_FRACTION);
        return converged.isPresent() ? converged.get().value() >= SHARE
                : diverged.isPresent() && diverged.get().value() <= 1.0 - SHARE;
    }

    /** Whether runs diverge, in any cell more than may in a cell that is {@link #safe}. */
    public boolean diverges() {
        return cells.stream().flatMap(cell -> cell.find(witness, Quantity.DIVERGED_FRACTION).stream())
                .anyMatch(diverged -> diverged.value() > 1.0 - SHARE);
    }

    /** The fewest iterations, of those that are {@link #safe}; empty where nothing was timed. */
    public Optional<CellResult> fastest() {
        return at(numberOfFastest());
    }

    /** The number of {@link #fastest} among the cells. */
    public OptionalInt numberOfFastest() {
        return least(cell -> iterations(cell).map(Measurement::value));
    }

    /** Mean iterations to convergence; of those that came late, as many as were waited for. */
    public Optional<Measurement> iterations(CellResult cell) {
        return cell.find(witness, Quantity.CONVERGENCE_STEPS)
                .or(() -> cell.find(witness, Quantity.RESTRICTED_CONVERGENCE_TIME)
                        .map(t -> t.times(1.0 / cell.setting().sgd().learningRate())));
    }

    /** The largest mean flatness, of those that are {@link #safe}; empty where it was not measured. */
    public Optional<CellResult> flattest() {
        return at(numberOfFlattest());
    }

    /** The number of {@link #flattest} among the cells. */
    public OptionalInt numberOfFlattest() {
        return least(cell -> flatness(cell).map(measured -> -measured.value()));
    }

    private Optional<CellResult> at(OptionalInt number) {
        return number.isPresent() ? Optional.of(cells.get(number.getAsInt())) : Optional.empty();
    }

    /** The first of those that are safe and have the least, in one pass. */
    private OptionalInt least(Function<CellResult, Optional<Double>> of) {
        OptionalInt best = OptionalInt.empty();
        double least = Double.NaN;
        int next = 0;
        for (CellResult cell : cells) {
            Optional<Double> value = safe(cell) ? of.apply(cell) : Optional.empty();
            if (value.isPresent() && (best.isEmpty() || Double.compare(value.get(), least) < 0)) {
                best = OptionalInt.of(next);
                least = value.get();
            }
            next++;
        }
        return best;
    }

    /** The mean flatness; of networks that by the ten largest curvatures, where it was probed. */
    public Optional<Measurement> flatness(CellResult cell) {
        return cell.find(witness, Quantity.MEAN_FLATNESS).or(() -> cell.find(witness, FLATNESS_OF_NETWORK));
    }

    /**
     * By which factor the learning rate could grow, all else being the same, before each bound is met: those of the
     * model, that of the curvature that was probed, and the first setting of the sweep that is not {@link #safe}.
     */
    public Map<String, Double> distances(CellResult cell) {
        Map<String, Double> distances = new LinkedHashMap<>();
        double rate = cell.setting().sgd().learningRate();
        Bound.all(cell.setting()).forEach(b -> distances.put(b.name(), b.asLearningRate(cell.setting()) / rate));
        cell.find(witness, CURVATURE).ifPresent(largest ->
                distances.put("steps across the sharpest direction grow", 2.0 / (largest.value() * rate)));
        firstFailure(cell).ifPresent(failing ->
                distances.put("first learning rate of the sweep that fails", failing / rate));
        return distances;
    }

    private OptionalDouble firstFailure(CellResult cell) {
        return cells.stream().filter(c -> !safe(c) && alike(c.setting(), cell.setting()))
                .mapToDouble(c -> c.setting().sgd().learningRate())
                .filter(rate -> rate > cell.setting().sgd().learningRate()).min();
    }

    /** The same but for the learning rate. */
    private static boolean alike(Setting a, Setting b) {
        return a.withLearningRate(1.0).equals(b.withLearningRate(1.0));
    }
}
