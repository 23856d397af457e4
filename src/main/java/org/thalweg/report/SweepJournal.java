package org.thalweg.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.results.Row;
import org.thalweg.sweep.CellResult;
import org.thalweg.sweep.Journal;

/**
 * {@code journal.jsonl}: what a sweep was asked for, then each cell as soon as it is finished, then that all is done.
 * One JSON value a line; numbers read back to the same double, NaN and infinities included.
 *
 * <p>The file is locked as long as it is written. The operating system takes the lock of a dead process away; a line
 * that it left half written is dropped.
 */
public final class SweepJournal implements Journal, Closeable {
    /** The name of the file. */
    public static final String FILE = "journal.jsonl";

    private static final String REMEDY = "; give the same command, or name another folder with --out";
    private static final Gson GSON = new GsonBuilder().serializeSpecialFloatingPointValues().serializeNulls()
            .disableHtmlEscaping().create();

    private final Path path;
    private final FileChannel channel;
    private final String request;
    private final SortedMap<Integer, Cell> cells = new TreeMap<>();
    private boolean finished;

    /** A line of a cell. */
    private record Cell(int cell, List<Entry> rows, List<String> notes, Map<String, double[]> passageTimes) {}

    /** A row of a cell; no verdict is null. */
    private record Entry(String witness, String quantity, double value, double standardError, long samples,
            double degreesOfFreedom, String verdict, double chance) {}

    private SweepJournal(Path path, FileChannel channel, String request) {
        this.path = path;
        this.channel = channel;
        this.request = request;
    }

    /** True where a folder has a journal. */
    public static boolean in(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /**
     * Begins a journal in a folder that has none.
     *
     * @param request all that the results depend on, by name
     */
    public static SweepJournal begin(RunDirectory directory, Map<String, Object> request) {
        Path path = directory.file(FILE);
        try {
            SweepJournal journal = new SweepJournal(path, locked(path, StandardOpenOption.CREATE_NEW), line(request));
            journal.write(journal.request);
            return journal;
        } catch (IOException e) {
            throw CsvFile.failure(path, e);
        }
    }

    /**
     * Goes on with the journal of a folder.
     *
     * @param request must be what the journal was begun with
     * @throws RunDirectoryException where it was begun with another request, another process writes it, or it is
     *     damaged
     */
    public static SweepJournal reopen(Path folder, Map<String, Object> request) {
        Path path = folder.resolve(FILE);
        FileChannel channel = null;
        try {
            channel = locked(path, StandardOpenOption.READ);
            SweepJournal journal = new SweepJournal(path, channel, line(request));
            journal.read();
            return journal;
        } catch (IOException e) {
            close(channel);
            throw CsvFile.failure(path, e);
        } catch (RunDirectoryException e) {
            close(channel);
            throw e;
        }
    }

    /** True where the sweep came to its end. */
    public boolean finished() {
        return finished;
    }

    /** The number of cells that are known. */
    public synchronized int size() {
        return cells.size();
    }

    /** The cells of a finished sweep. */
    public List<CellResult> all(List<Setting> settings) {
        return IntStream.range(0, settings.size()).mapToObj(i -> find(i, settings.get(i)).orElseThrow()).toList();
    }

    @Override
    public synchronized Optional<CellResult> find(int cell, Setting setting) {
        return Optional.ofNullable(cells.get(cell)).map(known -> result(known, setting));
    }

    @Override
    public synchronized void add(int cell, CellResult result) {
        List<Entry> rows = result.rows().stream().map(SweepJournal::entry).toList();
        Map<String, double[]> times = new LinkedHashMap<>();
        result.passageTimes().forEach((witness, passages) -> times.put(witness.key(), passages));
        Cell known = new Cell(cell, rows, result.notes(), times);
        cells.put(cell, known);
        try {
            write(GSON.toJson(known) + "\n");
        } catch (IOException e) {
            throw CsvFile.failure(path, e);
        }
    }

    /** Notes that all is done, and puts the cells in order: the finished file does not depend on threads. */
    public synchronized void finish() {
        StringBuilder text = new StringBuilder(request);
        cells.values().forEach(cell -> text.append(GSON.toJson(cell)).append('\n'));
        text.append("{\"finished\":true}\n");
        try {
            WholeFile.write(path, text.toString());
        } catch (IOException e) {
            throw CsvFile.failure(path, e);
        }
        finished = true;
    }

    /** Gives the lock back; what was not finished can be reopened. */
    @Override
    public void close() {
        close(channel);
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel locked(Path path, StandardOpenOption how) throws IOException {
        FileChannel channel = FileChannel.open(path, how, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // By this process itself: refused below.
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new RunDirectoryException("output folder " + path.getParent() + " is being written by another"
                    + " process; wait for it or stop it, or name another folder with --out");
        }
        return channel;
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private void read() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // Until all is read.
        }
        String text = new String(bytes.array(), StandardCharsets.UTF_8);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
        channel.position(channel.size());
        List<String> lines = whole.lines().toList();
        if (lines.isEmpty()) {
            write(request);
            return;
        }
        try {
            requireSame(JsonParser.parseString(lines.get(0)), JsonParser.parseString(request), "");
            for (String line : lines.subList(1, lines.size())) {
                JsonObject value = JsonParser.parseString(line).getAsJsonObject();
                if (value.has("finished")) {
                    finished = true;
                } else {
                    Cell cell = GSON.fromJson(value, Cell.class);
                    cells.put(cell.cell(), cell);
                }
            }
        } catch (JsonParseException | IllegalStateException e) {
            throw new RunDirectoryException(path + " is damaged (" + e.getMessage()
                    + "); name another folder with --out", e);
        }
    }

    /** Compares down to the first value that differs. */
    private void requireSame(JsonElement before, JsonElement now, String name) {
        if (before.isJsonObject() && now.isJsonObject()) {
            Map<String, JsonElement> all = new LinkedHashMap<>(now.getAsJsonObject().asMap());
            before.getAsJsonObject().asMap().forEach(all::putIfAbsent);
            for (String key : all.keySet()) {
                JsonElement old = before.getAsJsonObject().get(key);
                JsonElement young = now.getAsJsonObject().get(key);
                String where = name.isEmpty() ? key : name + "." + key;
                if (old == null || young == null) {
                    throw different(where, old == null ? "not given" : shortened(old),
                            young == null ? "not given" : shortened(young));
                }
                requireSame(old, young, where);
            }
        } else if (!before.equals(now)) {
            throw different(name, shortened(before), shortened(now));
        }
    }

    private RunDirectoryException different(String what, String before, String now) {
        return new RunDirectoryException("output folder " + path.getParent() + " holds a sweep of another request: "
                + what.replaceFirst("^request\\.", "") + " was " + before + " and is " + now + REMEDY);
    }

    private static String shortened(JsonElement value) {
        String text = value.toString();
        // A line of a terminal has room for two such values.
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }

    private static String line(Map<String, Object> request) {
        return GSON.toJson(Map.of("request", request)) + "\n";
    }

    private static Entry entry(Row row) {
        Measurement m = row.measurement();
        return new Entry(row.witness().key(), row.quantity(), m.value(), m.standardError(), m.samples(),
                m.degreesOfFreedom(), row.verdict().map(Verdict::name).orElse(null), row.chance());
    }

    private static CellResult result(Cell known, Setting setting) {
        List<Row> rows = known.rows().stream().map(e -> new Row(witness(e.witness()), e.quantity(),
                new Measurement(e.value(), e.standardError(), e.samples(), e.degreesOfFreedom()),
                Optional.ofNullable(e.verdict()).map(Verdict::valueOf), e.chance())).toList();
        Map<Witness, double[]> times = new EnumMap<>(Witness.class);
        known.passageTimes().forEach((witness, passages) -> times.put(witness(witness), passages));
        return new CellResult(setting, rows, known.notes(), times);
    }

    private static Witness witness(String key) {
        return Witness.valueOf(key.toUpperCase(Locale.ROOT));
    }
}
