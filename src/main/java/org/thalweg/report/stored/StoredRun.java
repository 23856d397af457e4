package org.thalweg.report.stored;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thalweg.model.file.yaml.UncheckedFields;
import org.thalweg.report.RunDirectoryException;
import org.thalweg.report.RunRecord;
import org.thalweg.storage.Sha256;

/**
 * A run read back from its folder, and from nothing else: nothing is computed again, and the model need not exist any
 * more. Runs of older versions are read as well: what their record does not say is empty.
 *
 * @param folder of the run
 * @param record what {@code run.json} holds
 * @param model what the model file holds, which need not be one that this version accepts; empty where it cannot be
 *     read
 * @param files names of all files in the folder, in alphabetical order
 */
public record StoredRun(Path folder, JsonObject record, Map<?, ?> model, List<String> files) {
    /** The record of a run. */
    public static final String RECORD = "run.json";

    private static final int MOST_NOTES = 20;

    /** A model of a megabyte, and a remark on every cell of the largest sweep. */
    private static final long LARGEST = 64L << 20;

    /**
     * Reads the record and lists the files.
     *
     * @throws RunDirectoryException where the folder holds no run
     */
    public static StoredRun read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new RunDirectoryException((Files.exists(folder) ? folder + " is a file" : "no folder " + folder)
                    + "; name the folder of a run, the one that holds " + RECORD);
        }
        try {
            List<String> files = names(folder);
            if (!files.contains(RECORD)) {
                throw new RunDirectoryException(folder + " is not the folder of a run: it holds no " + RECORD + "; "
                        + instead(folder));
            }
            String text = text(folder.resolve(RECORD));
            JsonObject record = JsonParser.parseString(text).getAsJsonObject();
            String model = words(record.get("model_text"));
            if (record.has("model_sha256") && !Sha256.of(model).equals(words(record.get("model_sha256")))) {
                throw new RunDirectoryException(folder.resolve(RECORD) + " was changed: the model in it is not the one"
                        + " whose SHA-256 it names; run the command again");
            }
            return new StoredRun(folder, record, UncheckedFields.of(model).orElse(Map.of()), files);
        } catch (IOException | JsonParseException | IllegalStateException e) {
            throw new RunDirectoryException(folder.resolve(RECORD) + " cannot be read ("
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + "); run the command again", e);
        }
    }

    /** True where a folder holds a run whose record is as the run wrote it, to the last byte. */
    public static boolean intact(Path folder) {
        try {
            read(folder);
            return RunRecord.intact(text(folder.resolve(RECORD)));
        } catch (IOException | RunDirectoryException e) {
            return false;
        }
    }

    /** The name of the folder. */
    public String name() {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        return last == null ? "run" : last.toString();
    }

    /** The arguments of the command line, the command first. */
    public List<String> arguments() {
        return strings("command");
    }

    /** The first word of the command line: {@code sweep}, {@code validate}, ... */
    public String command() {
        return arguments().stream().findFirst().orElse("run");
    }

    /** The name that the model file gives itself; its file where it gives none. */
    public String modelName() {
        return ofModel("name").orElse(text("model"));
    }

    /** The one line in which the model file says what it is. */
    public Optional<String> modelSummary() {
        return ofModel("summary");
    }

    /** What was noticed while it ran. An unfinished run has the one remark "unfinished". */
    public List<String> notes() {
        return strings("notes");
    }

    /** As many of them as anybody reads, and how many more there are: cells of a sweep may have one each. */
    public List<String> firstNotes() {
        List<String> all = notes();
        return all.size() <= MOST_NOTES ? all : Stream.concat(all.stream().limit(MOST_NOTES),
                Stream.of(all.size() - MOST_NOTES + " further remarks are in " + RECORD)).toList();
    }

    /** False where the command was interrupted, or still runs. */
    public boolean finished() {
        return !notes().equals(List.of("unfinished"));
    }

    /** A field of the record as text; empty where it is missing. */
    public String text(String field) {
        return words(record.get(field));
    }

    /** The choices that were in effect, by name. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        if (record.get("settings") instanceof JsonObject chosen) {
            chosen.entrySet().forEach(entry -> settings.put(entry.getKey(), words(entry.getValue())));
        }
        return settings;
    }

    /** The bytes of one of the files. */
    public byte[] bytes(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table of this folder, where there is one of that name. */
    public Optional<StoredTable> table(String name) {
        return table(name, row -> true);
    }

    /** The same with the rows that are wanted, of a table that may be larger than the memory. */
    public Optional<StoredTable> table(String name, Predicate<Map<String, String>> wanted) {
        return files.contains(name) ? Optional.of(StoredTable.read(folder.resolve(name), wanted)) : Optional.empty();
    }

    /** Shows the rows of a table of this folder, one after the other; none where there is no such table. */
    public void scan(String name, Consumer<Map<String, String>> reader) {
        if (files.contains(name)) {
            StoredTable.scan(folder.resolve(name), reader);
        }
    }

    /**
     * The files that hold one table at one or several times, by time: "marginal.csv", "marginal-at-10.0.csv", ... Of
     * several that without a time is the one at the last of them, and left out.
     *
     * @param table its name without the extension
     */
    public Map<Double, String> series(String table) {
        Pattern timed = Pattern.compile(Pattern.quote(table) + "-at-([0-9.eE+-]+)\\.csv");
        Map<Double, String> series = new TreeMap<>();
        for (String file : files) {
            Matcher matcher = timed.matcher(file);
            if (matcher.matches()) {
                series.put(StoredTable.number(matcher.group(1)), file);
            }
        }
        if (series.isEmpty() && files.contains(table + ".csv")) {
            series.put(Double.NaN, table + ".csv");
        }
        return series;
    }

    private List<String> strings(String field) {
        List<String> strings = new ArrayList<>();
        if (record.get(field) instanceof JsonArray array) {
            array.forEach(element -> strings.add(words(element)));
        }
        return strings;
    }

    private static String words(JsonElement element) {
        if (element == null || element.isJsonNull()) {
            return "";
        }
        if (element instanceof JsonArray array) {
            return array.asList().stream().map(StoredRun::words).collect(Collectors.joining(", "));
        }
        return element.isJsonPrimitive() ? element.getAsString() : element.toString();
    }

    private Optional<String> ofModel(String field) {
        return Optional.ofNullable(model.get(field)).map(Object::toString);
    }

    /** The text of the record, refused before it fills the memory. */
    private static String text(Path record) throws IOException {
        if (Files.size(record) > LARGEST) {
            throw new RunDirectoryException(record + " is larger than " + (LARGEST >> 20)
                    + " megabytes, which no run writes; run the command again");
        }
        return Files.readString(record, StandardCharsets.UTF_8);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isRegularFile).map(child -> child.getFileName().toString()).sorted().toList();
        }
    }

    /** The runs inside a folder that holds several, such as {@code runs} or that of {@code validate --all}. */
    private static String instead(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.exists(child.resolve(RECORD))).sorted().findFirst()
                    .map(child -> "name one of the runs inside it, such as " + child)
                    .orElse("name the folder that a command wrote with --out, or one below runs/");
        }
    }
}
