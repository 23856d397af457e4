package org.thalweg.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return JsonSummary.of(fields);
    }

    /** Writes {@code run.json}; a file of that name is replaced, so a run may record itself first and finish later. */
    public void write(Path file, Duration elapsed, List<String> notes) {
        try {
            WholeFile.write(file, toJson(elapsed, notes));
        } catch (IOException e) {
            throw CsvFile.failure(file, e);
        }
    }
}
