package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.thalweg.plot.FigureFormat;
import org.thalweg.plot.FigureWriter;

/** What a run left behind. */
record RunFolder(Path path) {
    /** Runs the program with {@code --out} this folder; it must end with exit code 0. */
    LauncherRun after(String... arguments) {
        LauncherRun run = run(arguments);
        assertEquals(0, run.exitCode(), run.err());
        return run;
    }

    /** Runs the program with {@code --out} this folder. */
    LauncherRun run(String... arguments) {
        return StandingProgram.inProject().run(Stream.concat(Stream.of(arguments), Stream.of("--out", path.toString()))
                .toArray(String[]::new));
    }

    /** The first line of a file. */
    String header(String name) {
        return text(name).lines().findFirst().orElse("");
    }

    /** The rows of a table. */
    List<CSVRecord> rows(String name) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(text(name), format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of a quantity in {@code summary.csv}. */
    double summary(String quantity) {
        return rows("summary.csv").stream().filter(r -> r.get("quantity").equals(quantity)).findFirst()
                .map(r -> Double.parseDouble(r.get("value")))
                .orElseThrow(() -> new AssertionError("no " + quantity + " in\n" + text("summary.csv")));
    }

    /** {@code run.json}. */
    JsonObject record() {
        return json(text("run.json")).getAsJsonObject();
    }

    String text(String name) {
        try {
            return Files.readString(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all files. */
    Set<String> files() {
        return new TreeSet<>(contents().keySet());
    }

    /** Every file below this folder, with a checksum of its content; empty where the folder does not exist. */
    Map<String, Integer> contents() {
        Map<String, Integer> contents = new TreeMap<>();
        if (!Files.exists(path)) {
            return contents;
        }
        try (Stream<Path> files = Files.walk(path)) {
            files.filter(file -> !file.equals(path)).forEach(file -> contents.put(path.relativize(file).toString(),
                    Files.isDirectory(file) ? 0 : java.util.Arrays.hashCode(bytes(file.toString()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }

    /** Asserts that a figure is there as PNG and as SVG; nothing to see where Java has no fonts. */
    void assertFigure(String name) {
        if (FigureWriter.available()) {
            byte[] png = bytes(name + "." + FigureFormat.PNG.key());
            assertEquals("PNG", new String(png, 1, 3, java.nio.charset.StandardCharsets.US_ASCII));
            assertTrue(text(name + "." + FigureFormat.SVG.key()).contains("<svg"), name);
        }
    }

    /** Parses one JSON document, strictly, with nothing before and nothing after it. */
    static JsonElement json(String text) {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = new Gson().getAdapter(JsonElement.class).read(reader);
            assertEquals(JsonToken.END_DOCUMENT, reader.peek());
            return element;
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }
}
