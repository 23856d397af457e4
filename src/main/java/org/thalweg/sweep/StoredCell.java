package org.thalweg.sweep;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.Row;

/**
 * A finished cell as a journal keeps it, without its setting. Numbers read back to the same double, NaN and infinities
 * included.
 *
 * @param cell its number in the sweep
 * @param notes why a witness is missing
 * @param passageTimes by witness, where they are kept
 * @param marginals densities along the valley by witness, where they are kept
 * @param passages times by which shares had arrived, likewise
 */
public record StoredCell(int cell, List<Entry> rows, List<String> notes, Map<String, double[]> passageTimes,
        Map<String, StoredMarginal> marginals, Map<String, double[]> passages) {
    /** How a journal writes JSON. */
    static final Gson GSON = new GsonBuilder().serializeSpecialFloatingPointValues().serializeNulls()
            .disableHtmlEscaping().create();

    /** A row of a cell; no verdict is null. */
    public record Entry(String witness, String quantity, double value, double standardError, long samples,
            double degreesOfFreedom, String verdict, double chance) {}

    /** A density along the valley. */
    public record StoredMarginal(double[] x, double[] flatness, double[] density, double[] standardError) {
        private static StoredMarginal of(Marginal m) {
            return new StoredMarginal(m.x(), m.flatness(), m.density(), m.standardError());
        }

        private Marginal marginal() {
            return new Marginal(x.clone(), flatness.clone(), density.clone(), standardError.clone());
        }
    }

    /** What is kept of a result. */
    public static StoredCell of(int cell, CellResult result) {
        List<Entry> rows = result.rows().stream().map(StoredCell::entry).toList();
        Map<String, double[]> times = new LinkedHashMap<>();
        result.passageTimes().forEach((witness, passages) -> times.put(witness.key(), passages));
        Map<String, StoredMarginal> marginals = new LinkedHashMap<>();
        result.laws().marginals().forEach((witness, law) -> marginals.put(witness.key(), StoredMarginal.of(law)));
        Map<String, double[]> passages = new LinkedHashMap<>();
        result.laws().passages().forEach((witness, quantiles) -> passages.put(witness.key(), quantiles));
        return new StoredCell(cell, rows, result.notes(), times, marginals, passages);
    }

    /**
     * Reads the JSON of a cell; empty where it is none of this version, all members of which are there and can be
     * understood.
     */
    public static Optional<StoredCell> parse(String json) {
        try {
            StoredCell cell = GSON.fromJson(json, StoredCell.class);
            cell.result(() -> null);
            return cell.cell >= 0 ? Optional.of(cell) : Optional.empty();
        } catch (JsonParseException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /** One line. */
    public String json() {
        return GSON.toJson(this);
    }

    /** The cell in its place. */
    CellResult result(Supplier<Setting> place) {
        List<Row> found = rows.stream().map(e -> new Row(witness(e.witness()), Quantity.of(e.quantity()),
                new Measurement(e.value(), e.standardError(), e.samples(), e.degreesOfFreedom()),
                Optional.ofNullable(e.verdict()).map(Verdict::valueOf), e.chance())).toList();
        Map<Witness, double[]> times = new EnumMap<>(Witness.class);
        passageTimes.forEach((witness, passages) -> times.put(witness(witness), passages.clone()));
        Map<Witness, Marginal> laws = new EnumMap<>(Witness.class);
        marginals.forEach((witness, law) -> laws.put(witness(witness), law.marginal()));
        Map<Witness, double[]> quantiles = new EnumMap<>(Witness.class);
        passages.forEach((witness, shares) -> quantiles.put(witness(witness), shares.clone()));
        return new CellResult(place, found, List.copyOf(notes), times, new CellLaws(laws, quantiles));
    }

    private static Entry entry(Row row) {
        Measurement m = row.measurement();
        return new Entry(row.witness().key(), row.quantity().key(), m.value(), m.standardError(), m.samples(),
                m.degreesOfFreedom(), row.verdict().map(Verdict::name).orElse(null), row.chance());
    }

    private static Witness witness(String key) {
        return Witness.find(key).orElseThrow(() -> new IllegalArgumentException("no witness " + key));
    }
}
