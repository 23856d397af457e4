package org.thalweg.storage;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The journal of a run whose pieces are records: each piece as soon as it is known. Of a piece that two lines say
 * differently none is believed.
 */
public final class PieceJournal extends SealedJournal implements Pieces {
    /** A piece of its own: the fingerprint of each file. */
    private static final String FINISHED = "finished";

    private final Map<String, JsonElement> pieces = new TreeMap<>();
    private final Set<String> contradicted = new HashSet<>();
    private Optional<JsonElement> written = Optional.empty();

    /**
     * See {@link SealedJournal}.
     *
     * @param run what it is the journal of, as remarks call it
     */
    public PieceJournal(Path folder, Map<String, Object> request, String run) {
        super(folder, request, run, "piece");
    }

    @Override
    protected boolean remember(int number, long place, byte[] line, String json) {
        Optional<JsonObject> entry = entry(json);
        if (entry.isPresent()) {
            String name = entry.get().get("piece").getAsString();
            JsonElement known = pieces.put(name, entry.get().get("value"));
            if (known != null && !known.equals(pieces.get(name))) {
                damaged(new DamagedLine(number, "contradicts an earlier line", line));
                contradicted.add(name);
            }
        }
        return entry.isPresent();
    }

    private static Optional<JsonObject> entry(String json) {
        try {
            return Optional.of(JsonParser.parseString(json).getAsJsonObject())
                    .filter(object -> object.has("piece") && object.has("value"));
        } catch (JsonParseException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    @Override
    protected void remembered() {
        pieces.keySet().removeAll(contradicted);
        written = Optional.ofNullable(pieces.remove(FINISHED));
    }

    @Override
    protected boolean isEmpty() {
        return pieces.isEmpty() && written.isEmpty();
    }

    @Override
    protected Optional<Map<String, String>> end() {
        return written.map(files -> {
            Map<String, String> fingerprints = new LinkedHashMap<>();
            files.getAsJsonObject().asMap().forEach((name, file) -> fingerprints.put(name, file.getAsString()));
            return fingerprints;
        });
    }

    @Override
    protected String end(Map<String, String> fingerprints) {
        return line(FINISHED, GSON.toJsonTree(fingerprints));
    }

    @Override
    protected Stream<String> lines() {
        return pieces.entrySet().stream().map(piece -> line(piece.getKey(), piece.getValue()));
    }

    /** How many pieces are known. */
    public synchronized int size() {
        return pieces.size();
    }

    @Override
    public <T> T get(String name, Class<T> type, Supplier<T> computed) {
        Optional<T> known = find(name, type);
        if (known.isPresent()) {
            return known.get();
        }
        T piece = computed.get();
        keep(name, GSON.toJsonTree(piece));
        return piece;
    }

    private synchronized <T> Optional<T> find(String name, Class<T> type) {
        return Optional.ofNullable(pieces.get(name)).map(json -> GSON.fromJson(json, type));
    }

    private synchronized void keep(String name, JsonElement piece) {
        pieces.put(name, piece);
        append(line(name, piece));
    }

    private static String line(String name, JsonElement piece) {
        JsonObject entry = new JsonObject();
        entry.addProperty("piece", name);
        entry.add("value", piece);
        return GSON.toJson(entry);
    }
}
