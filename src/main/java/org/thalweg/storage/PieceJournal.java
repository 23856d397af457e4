package org.thalweg.storage;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.thalweg.refusal.Refusal;

/**
 * {@code journal.jsonl} of a run whose pieces are records: what was asked for, then each piece as soon as it is known,
 * then that all is done, with the fingerprints of what was written. One JSON value a line, with a checksum; a line that
 * does not match is named and {@linkplain SetAside set aside}, and its piece is computed again. Locked as long as it is
 * written.
 */
public final class PieceJournal implements Pieces, Closeable {
    /** The name of the file. */
    public static final String FILE = "journal.jsonl";

    private static final Gson GSON =
            new GsonBuilder().serializeSpecialFloatingPointValues().disableHtmlEscaping().create();

    /** A piece of its own: the fingerprint of each file. */
    private static final String FINISHED = "finished";

    private static final String ANOTHER = "name another folder with --out";

    private final Path path;
    private final LockedFile file;
    private final SetAside aside;
    private RunRequest request;
    private final Map<String, JsonElement> pieces = new TreeMap<>();
    private boolean finished;

    private PieceJournal(Path path, LockedFile file, RunRequest request, String run) {
        this.path = path;
        this.file = file;
        this.aside = new SetAside(path, run);
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
     * @param run what it is the journal of, as remarks call it
     */
    public static PieceJournal begin(Path folder, Map<String, Object> request, String run) {
        Path path = folder.resolve(FILE);
        try {
            PieceJournal journal = new PieceJournal(path, LockedFile.create(path), RunRequest.of(request), run);
            journal.file.append(SealedLine.seal("", journal.request.json()));
            return journal;
        } catch (IOException e) {
            throw LockedFile.failure(path, e);
        }
    }

    /**
     * Goes on with the journal of a folder.
     *
     * @throws Refusal where it was begun with another request, or another process writes it
     */
    public static PieceJournal reopen(Path folder, Map<String, Object> request, String run) {
        Path path = folder.resolve(FILE);
        try {
            PieceJournal journal = new PieceJournal(path, LockedFile.reopen(path), RunRequest.of(request), run);
            try {
                journal.read();
                return journal;
            } catch (IOException | RuntimeException e) {
                journal.close();
                throw e;
            }
        } catch (IOException e) {
            throw LockedFile.failure(path, e);
        }
    }

    private void read() throws IOException {
        List<byte[]> lines = file.lines();
        Optional<RunRequest> before = RunRequest.among(lines);
        before.flatMap(b -> b.difference(request)).ifPresent(difference -> {
            throw new Refusal("output folder " + path.getParent() + " holds a run of another request: " + difference
                    + "; give the same command, or " + ANOTHER);
        });
        request = before.orElse(request);
        List<DamagedLine> damaged = new ArrayList<>();
        Set<String> contradicted = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            byte[] line = lines.get(i);
            if (SealedLine.open("", line).filter(RunRequest::is).isPresent()) {
                continue;
            }
            Optional<String> json = SealedLine.open(request.json(), line);
            Optional<JsonObject> entry = json.flatMap(PieceJournal::entry);
            if (entry.isEmpty()) {
                damaged.add(DamagedLine.of(i + 1, line, json.isPresent()));
                continue;
            }
            String name = entry.get().get("piece").getAsString();
            JsonElement known = pieces.put(name, entry.get().get("value"));
            if (known != null && !known.equals(pieces.get(name))) {
                damaged.add(new DamagedLine(i + 1, "contradicts an earlier line", line));
                contradicted.add(name);
            }
        }
        pieces.keySet().removeAll(contradicted);
        if (before.isEmpty() && pieces.isEmpty() && !aside.alone()) {
            throw new Refusal(path + " is damaged: it has lost what the run was asked for, and nothing in it belongs to"
                    + " this request; give the command that began it, or " + ANOTHER);
        }
        aside.keep(damaged);
        file.toEnd();
        if (before.isEmpty()) {
            file.append(SealedLine.seal("", request.json()));
        }
        JsonElement written = pieces.remove(FINISHED);
        if (written != null) {
            List<String> changed = new ArrayList<>();
            for (Map.Entry<String, JsonElement> each : written.getAsJsonObject().asMap().entrySet()) {
                if (!each.getValue().equals(new JsonPrimitive(fingerprint(each.getKey()).orElse("none")))) {
                    changed.add(each.getKey());
                }
            }
            aside.keepFiles(changed);
            finished = changed.isEmpty() && damaged.isEmpty() && before.isPresent();
        }
    }

    private static Optional<JsonObject> entry(String json) {
        try {
            return Optional.of(JsonParser.parseString(json).getAsJsonObject())
                    .filter(object -> object.has("piece") && object.has("value"));
        } catch (JsonParseException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private Optional<String> fingerprint(String name) throws IOException {
        Path written = path.resolveSibling(name);
        return Files.isRegularFile(written) ? Optional.of(Sha256.of(written)) : Optional.empty();
    }

    /** What was found damaged, and where it is kept; empty where all was well. */
    public List<String> remarks() {
        return aside.remarks();
    }

    /** True where the run came to its end, and what it wrote is as it was written. */
    public boolean finished() {
        return finished;
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
        try {
            file.append(line(name, piece));
        } catch (IOException e) {
            throw LockedFile.failure(path, e);
        }
    }

    private SealedLine line(String name, JsonElement piece) {
        JsonObject entry = new JsonObject();
        entry.addProperty("piece", name);
        entry.add("value", piece);
        return SealedLine.seal(request.json(), GSON.toJson(entry));
    }

    /**
     * Notes that all is done, and puts the pieces in order: the finished file does not depend on threads.
     *
     * @param files names of the files that hold the results
     */
    public synchronized void finish(List<String> files) {
        try {
            JsonObject fingerprints = new JsonObject();
            for (String name : files) {
                fingerprints.addProperty(name, fingerprint(name).orElseThrow());
            }
            StringBuilder text = new StringBuilder(SealedLine.seal("", request.json()).text()).append('\n');
            pieces.forEach((name, piece) -> text.append(line(name, piece).text()).append('\n'));
            text.append(line(FINISHED, fingerprints).text()).append('\n');
            WholeFile.write(path, text.toString());
        } catch (IOException e) {
            throw LockedFile.failure(path, e);
        }
        finished = true;
    }

    /** Gives the lock back; what was not finished can be reopened. */
    @Override
    public void close() {
        file.close();
    }
}
