package org.thalweg.sweep;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.storage.Sha256;

/**
 * The last line of a journal: the sweep came to its end.
 *
 * @param cells how many there are
 * @param files the SHA-256 of each table, by name
 */
record Completion(boolean finished, int cells, Map<String, String> files) {
    private static final String MEMBER = "{\"finished\":";

    /** True where the JSON of a line says that all is done. */
    static boolean is(String json) {
        return json.startsWith(MEMBER);
    }

    /** Of a sweep whose tables are in a folder, as far as they are there. */
    static Completion of(int cells, Path folder, List<String> tables) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String table : tables) {
            if (Files.exists(folder.resolve(table))) {
                files.put(table, Sha256.of(folder.resolve(table)));
            }
        }
        return new Completion(true, cells, files);
    }

    static Optional<Completion> parse(String json) {
        try {
            Completion completion = StoredCell.GSON.fromJson(json, Completion.class);
            return completion.files == null ? Optional.empty() : Optional.of(completion);
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    String json() {
        return StoredCell.GSON.toJson(this);
    }

    /** The tables in a folder that are not as the sweep wrote them. */
    List<String> changed(Path folder) throws IOException {
        Map<String, String> changed = new LinkedHashMap<>(files);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path table = folder.resolve(file.getKey());
            if (Files.exists(table) && Sha256.of(table).equals(file.getValue())) {
                changed.remove(file.getKey());
            }
        }
        return List.copyOf(changed.keySet());
    }
}
