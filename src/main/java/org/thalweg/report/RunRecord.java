package org.thalweg.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thalweg.compute.Backend;
import org.thalweg.random.Seed;
import org.thalweg.storage.Sha256;
import org.thalweg.storage.WholeFile;

/**
 * Where a result comes from: everything needed to run it again, and what was noticed on the way.
 *
 * @param command the arguments of the command line, the command first
 * @param model path or name of the model file
 * @param modelText the whole model file
 * @param seed root of all randomness
 * @param threads worker threads; results do not depend on them
 * @param started when the run began
 * @param settings further choices that were in effect, defaults included, by name
 */
public record RunRecord(List<String> command, String model, String modelText, Seed seed, int threads, Instant started,
        Map<String, Object> settings) {
    /** The SHA-256 of all that stands before it, so that nobody takes a changed record for that of the run. */
    private static final String CHECKSUM = "checksum";

    private static final Pattern CHECKED = Pattern.compile(
            ",\\s*\"" + CHECKSUM + "\":\\s*\"([0-9a-f]{64})\"(\\s*\\}\\s*)\\z");

    /** An immutable copy. */
    public RunRecord {
        command = List.copyOf(command);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** The SHA-256 of the model text. */
    public String modelSha256() {
        return Sha256.of(modelText);
    }

    /**
     * The record as JSON.
     *
     * @param elapsed how long the run took
     * @param notes what a reader of the results must know: particles lost, domains chosen, limits reached
     */
    public String toJson(Duration elapsed, List<String> notes) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", command);
        fields.put("model", model);
        fields.put("model_sha256", modelSha256());
        fields.put("seed", seed.value());
        fields.put("threads", threads);
        fields.put("version", ProductVersion.current());
        fields.put("jdk", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        fields.put("backend", Backend.current().description());
        fields.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch"));
        fields.put("started", started.toString());
        // Nanoseconds to seconds.
        fields.put("elapsed_seconds", elapsed.toNanos() * 1e-9);
        fields.put("settings", settings);
        fields.put("notes", notes);
        fields.put("model_text", modelText);
        fields.put(CHECKSUM, Sha256.of(Json.of(fields)));
        return Json.of(fields);
    }

    /** True where the text of a record is, byte for byte, one that {@link #toJson} made. */
    public static boolean intact(String json) {
        Matcher matcher = CHECKED.matcher(json);
        return matcher.find()
                && Sha256.of(json.substring(0, matcher.start()) + matcher.group(2)).equals(matcher.group(1));
    }

    /** Writes {@code run.json}; a file of that name is replaced, so a run may record itself first and finish later. */
    public void write(Path file, Duration elapsed, List<String> notes) {
        try {
            WholeFile.write(file, toJson(elapsed, notes));
        } catch (IOException e) {
            throw CsvTable.failure(file, e);
        }
    }
}
