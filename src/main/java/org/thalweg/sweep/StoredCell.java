package org.thalweg.sweep;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 */
public record StoredCell(int cell, List<Entry> rows, List<String> notes, Map<String, double[]> passageTimes) {
    /** How a journal writes JSON. */
    static final Gson GSON = new GsonBuilder().serializeSpecialFloatingPointValues().serializeNulls()
            .disableHtmlEscaping().create();

    /** A row of a cell; no verdict is null. */
    public record Entry(String witness, String quantity, double value, double standardError, long samples,
            double degreesOfFreedom, String verdict, double chance) {}

    /** What is kept of a result. */
    public static StoredCell of(int cell, CellResult result) {
        List<Entry> rows = result.rows().stream().map(StoredCell::entry).toList();
        Map<String, double[]> times = new LinkedHashMap<>();
        result.passageTimes().forEach((witness, passages) -> times.put(witness.key(), passages));
        return new StoredCell(cell, rows, result.notes(), times);
    }

    /**
     * Reads the JSON of a cell; empty where it is none of this version, all members of which are there and can be
     * understood.
     */
    public static Optional<StoredCell> parse(String json) {
        try {
            StoredCell cell = GSON.fromJson(json, StoredCell.class);
            cell.result(null);
            return cell.cell >= 0 ? Optional.of(cell) : Optional.empty();
        } catch (JsonParseException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /** One line. */
    public String json() {
        return GSON.toJson(this);
    }

    /** The cell in its setting. */
    CellResult result(Setting setting) {
        List<Row> found = rows.stream().map(e -> new Row(witness(e.witness()), Quantity.of(e.quantity()),
                new Measurement(e.value(), e.standardError(), e.samples(), e.degreesOfFreedom()),
                Optional.ofNullable(e.verdict()).map(Verdict::valueOf), e.chance())).toList();
        Map<Witness, double[]> times = new EnumMap<>(Witness.class);
        passageTimes.forEach((witness, passages) -> times.put(witness(witness), passages.clone()));
        return new CellResult(setting, found, List.copyOf(notes), times);
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
