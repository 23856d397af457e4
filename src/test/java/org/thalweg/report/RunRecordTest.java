package org.thalweg.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.measure.Measurement;
import org.thalweg.random.Seed;

class RunRecordTest {
    @TempDir
    Path folder;

    @Test
    void everythingNeededToRunAgainIsInTheFile() throws IOException {
        RunRecord record = new RunRecord(List.of("sweep", "models/a b.yaml", "--seed", "7"),
                "models/a b.yaml", "name: κ\n",
                new Seed(7), 2, Instant.parse("2026-01-02T03:04:05Z"), Map.of("particles", 2048));
        Path file = folder.resolve("run.json");
        record.write(file, Duration.ZERO, List.of());
        record.write(file, Duration.ofMillis(1500), List.of("3 particles diverged"));

        JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        assertEquals("models/a b.yaml", json.getAsJsonArray("command").get(1).getAsString());
        assertEquals("name: κ\n", json.get("model_text").getAsString());
        // printf 'name: κ\n' | sha256sum
        assertEquals("cea91ebc982fd64262b0918b4aa1186af4edec1c1dad74ba4429f2afe9401216",
                json.get("model_sha256").getAsString());
        assertEquals(7, json.get("seed").getAsLong());
        assertEquals(2, json.get("threads").getAsInt());
        assertEquals("2026-01-02T03:04:05Z", json.get("started").getAsString());
        assertEquals(1.5, json.get("elapsed_seconds").getAsDouble());
        assertEquals(2048, json.getAsJsonObject("settings").get("particles").getAsInt());
        assertEquals("3 particles diverged", json.getAsJsonArray("notes").get(0).getAsString());
        assertTrue(json.get("jdk").getAsString().contains(System.getProperty("java.runtime.version")));
        assertEquals(ProductVersion.current(), json.get("version").getAsString());
        assertTrue(json.has("os"));
    }

    @Test
    void theBuildFilledInTheVersion() {
        assertTrue(ProductVersion.current().matches("\\d+\\.\\d+\\.\\d+.*"), ProductVersion.current());
    }

    @Test
    void numbersThatJsonCannotWriteBecomeNull() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("exponent", Double.NaN);
        summary.put("bound", Double.POSITIVE_INFINITY);
        summary.put("density", new double[] {0.1, Double.NaN});
        summary.put("measured", new Measurement(1.0 / 3.0, Double.NaN, 5));
        summary.put("nothing", null);
        summary.put("label", "F <= 1 & κ");
        String json = Json.of(summary);
        JsonObject read = JsonParser.parseString(json).getAsJsonObject();
        assertEquals(List.of("exponent", "bound", "density", "measured", "nothing", "label"),
                List.copyOf(read.keySet()));
        assertTrue(read.get("exponent").isJsonNull() && read.get("bound").isJsonNull()
                && read.get("nothing").isJsonNull());
        assertTrue(read.getAsJsonArray("density").get(1).isJsonNull());
        assertEquals(1.0 / 3.0, read.getAsJsonObject("measured").get("value").getAsDouble());
        assertTrue(read.getAsJsonObject("measured").get("standard_error").isJsonNull());
        assertEquals("F <= 1 & κ", read.get("label").getAsString());
        assertFalse(json.contains("NaN"), json);
        assertTrue(json.contains("\"F <= 1 & κ\"") && json.endsWith("}\n"), json);
    }
}
