package org.thalweg.storage;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.thalweg.refusal.Refusal;

/**
 * {@code journal.jsonl} of a run that can be gone on with: what was asked for, then each result as soon as it is known,
 * then that all is done, with the fingerprints of what was written. One JSON value a line, with a checksum.
 *
 * <p>Only a line whose checksum is right is believed, in whatever order lines stand and however often. Any other, half
 * written by a process that died or damaged since, is named ({@link #remarks}) and {@linkplain SetAside set aside}; its
 * result is not known then. The file is locked as long as it is written.
 *
 * <p>What the lines hold, and what is remembered of them, is said by those who extend this. A journal is begun or
 * reopened once, before anything else.
 */
public abstract class SealedJournal implements Closeable {
    /** The name of the file. */
    public static final String FILE = "journal.jsonl";

    /** How lines are written, and read to the same doubles, NaN and infinities included. */
    protected static final Gson GSON =
            new GsonBuilder().serializeSpecialFloatingPointValues().disableHtmlEscaping().create();

    private static final String ANOTHER = "name another folder with --out";

    private final Path path;
    private final String run;
    private final String piece;
    private final SetAside aside;
    private final List<DamagedLine> damaged = new ArrayList<>();
    private RunRequest request;
    /** Of the request. */
    private LineKey key;
    private LockedFile file;
    private boolean finished;

    /**
     * The journal of a folder.
     *
     * @param request all that the results depend on, by name
     * @param run what it is the journal of, as remarks call it: sweep, training
     * @param piece what one line holds, likewise: cell, repeat
     */
    protected SealedJournal(Path folder, Map<String, Object> request, String run, String piece) {
        this.path = folder.resolve(FILE);
        this.run = run;
        this.piece = piece;
        this.aside = new SetAside(path, run);
        this.request = RunRequest.of(request);
        this.key = LineKey.of(this.request.json());
    }

    /** True where a folder has a journal. */
    public static boolean in(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /**
     * Begins a journal in a folder that has none.
     *
     * @return the same
     */
    public static <J extends SealedJournal> J begin(J journal) {
        SealedJournal begun = journal;
        begun.writing(() -> {
            begun.file = LockedFile.create(begun.path);
            return begun.file.append(begun.head());
        });
        return journal;
    }

    /**
     * Goes on with the journal of a folder. What is damaged in it is set aside, and so are files that are not as a
     * finished run wrote them.
     *
     * @return the same
     * @throws Refusal where it was begun with another request or by an earlier version, another process writes it, or
     *     nothing of it can be read
     */
    public static <J extends SealedJournal> J reopen(J journal) {
        SealedJournal reopened = journal;
        reopened.writing(() -> {
            reopened.file = LockedFile.reopen(reopened.path);
            try {
                reopened.read();
                return reopened;
            } catch (IOException | RuntimeException e) {
                reopened.close();
                throw e;
            }
        });
        return journal;
    }

    /**
     * Remembers what a line holds whose checksum is right.
     *
     * @param place of its first byte, for {@link #read(long, int)}
     * @return false where this version knows nothing like it
     */
    protected abstract boolean remember(int number, long place, byte[] line, String json);

    /** All lines were remembered: what they say together is known now. */
    protected void remembered() {
        // As they came.
    }

    /** True where no line was remembered. */
    protected abstract boolean isEmpty();

    /** The fingerprints of a run that came to its end with all that is remembered, by the names of files. */
    protected abstract Optional<Map<String, String>> end();

    /** That the run came to its end, as {@link #end()} reads it. */
    protected abstract String end(Map<String, String> fingerprints);

    /** All that is remembered, one JSON value a line, in an order that does not depend on threads. */
    protected abstract Stream<String> lines();

    private void read() throws IOException {
        Beginning beginning = new Beginning();
        file.read((place, line) -> beginning.line(line));
        if (beginning.unsealed(request)) {
            throw new Refusal(path + " is of an earlier version, whose lines have no checksums; begin again: "
                    + ANOTHER);
        }
        Optional<RunRequest> before = beginning.request;
        before.flatMap(b -> b.difference(request)).ifPresent(difference -> {
            throw new Refusal("output folder " + path.getParent() + " holds a " + run + " of another request: "
                    + difference + "; give the same command, or " + ANOTHER);
        });
        request = before.orElse(request);
        key = LineKey.of(request.json());
        int[] number = new int[1];
        file.read((place, line) -> line(++number[0], place, line));
        remembered();
        if (before.isEmpty() && isEmpty() && !aside.alone()) {
            throw new Refusal(path + " is damaged: it has lost what the " + run + " was asked for, and no " + piece
                    + " in it belongs to this request; give the command that began it, or " + ANOTHER);
        }
        aside.keep(damaged);
        file.toEnd();
        if (before.isEmpty()) {
            file.append(head());
        }
        Optional<Map<String, String>> end = end();
        if (end.isPresent()) {
            List<String> changed = new ArrayList<>(end.get().keySet());
            changed.removeIf(name -> fingerprint(name).equals(Optional.of(end.get().get(name))));
            aside.keepFiles(changed);
            finished = changed.isEmpty() && damaged.isEmpty() && before.isPresent();
        }
        damaged.clear();
    }

    private void line(int number, long place, byte[] line) {
        Optional<String> json = SealedLine.open(key, line);
        // The request has another key; its checksum is taken of what is no result alone.
        if (json.isEmpty() && SealedLine.open(LineKey.NONE, line).filter(RunRequest::is).isPresent()) {
            return;
        }
        if (json.isEmpty() || !remember(number, place, line, json.get())) {
            damaged.add(DamagedLine.of(number, line, json.isPresent()));
        }
    }

    /** Of a line that is remembered, but not believed. */
    protected final void damaged(DamagedLine line) {
        damaged.add(line);
    }

    /** The request, and whether anything has a checksum at all. */
    private static final class Beginning {
        private Optional<RunRequest> request = Optional.empty();
        private String first;
        private boolean sealed;

        private void line(byte[] line) {
            first = first == null ? new String(line, StandardCharsets.UTF_8) : first;
            sealed |= SealedLine.sealed(line);
            request = request.or(() -> SealedLine.open(LineKey.NONE, line).filter(RunRequest::is).map(RunRequest::new));
        }

        /** True where no line has a checksum, and the first is another request: an earlier version wrote that. */
        private boolean unsealed(RunRequest now) {
            return first != null && RunRequest.is(first) && !first.equals(now.json()) && !sealed;
        }
    }

    /** What was found damaged, and where it is kept; empty where all was well. */
    public final List<String> remarks() {
        return aside.remarks();
    }

    /** True where the run came to its end, and what it wrote is as it was written. */
    public final boolean finished() {
        return finished;
    }

    /** Sets aside a file of the folder that cannot be what the run wrote: it is not finished then. */
    public final synchronized void renew(String name) {
        writing(() -> {
            aside.keepFiles(List.of(name));
            return name;
        });
        finished = false;
    }

    /**
     * Notes that all is done, and puts the lines in order: the finished file does not depend on threads.
     *
     * @param files names of the files that hold the results, as far as they are there
     */
    public final synchronized void finish(List<String> files) {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        files.forEach(name -> fingerprint(name).ifPresent(found -> fingerprints.put(name, found)));
        writing(() -> {
            WholeFile.write(path, Stream.of(Stream.of(head()), lines().map(this::sealed),
                    Stream.of(sealed(end(fingerprints)))).flatMap(lines -> lines).map(SealedLine::text));
            return path;
        });
        finished = true;
    }

    /**
     * Appends a line.
     *
     * @return its place and its length without its end
     */
    protected final Place append(String json) {
        SealedLine line = sealed(json);
        return new Place(writing(() -> file.append(line)), line.bytes().length - 1);
    }

    /** Reads a line again; empty where it is not the one that was. */
    protected final Optional<String> read(long place, int length) {
        return SealedLine.open(key, bytes(place, length));
    }

    /** The bytes of a line, whatever they are. */
    protected final byte[] bytes(long place, int length) {
        return writing(() -> file.read(place, length));
    }

    /** The SHA-256 of a file of the folder; empty where it is missing. */
    protected final Optional<String> fingerprint(String name) {
        Path written = path.resolveSibling(name);
        return writing(() -> Files.isRegularFile(written) ? Optional.of(Sha256.of(written)) : Optional.empty());
    }

    /** Where a line stands. */
    protected record Place(long start, int length) {}

    private SealedLine head() {
        return SealedLine.seal(LineKey.NONE, request.json());
    }

    private SealedLine sealed(String json) {
        return SealedLine.seal(key, json);
    }

    /** Reading or writing of the folder. */
    private interface Access<T> {
        T go() throws IOException;
    }

    private <T> T writing(Access<T> access) {
        try {
            return access.go();
        } catch (IOException e) {
            throw LockedFile.failure(path, e);
        }
    }

    /** Gives the lock back; what was not finished can be reopened. */
    @Override
    public final void close() {
        file.close();
    }
}
