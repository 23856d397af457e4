package org.thalweg.sweep;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.thalweg.model.Setting;
import org.thalweg.refusal.Refusal;
import org.thalweg.storage.LockedFile;
import org.thalweg.storage.RunRequest;
import org.thalweg.storage.SealedLine;
import org.thalweg.storage.SetAside;
import org.thalweg.storage.WholeFile;

/**
 * {@code journal.jsonl}: what a sweep was asked for, then each cell as soon as it is finished, then that all is done.
 * One JSON value a line, with a checksum.
 *
 * <p>The file is locked as long as it is written. The operating system takes the lock of a dead process away. A line
 * that it left half written, or that was damaged since, is named ({@link #remarks}) and kept in a file beside; its cell
 * is not known then.
 */
public final class SweepJournal implements Journal, Closeable {
    /** The name of the file. */
    public static final String FILE = "journal.jsonl";

    private static final String ANOTHER = "name another folder with --out";

    private final Path path;
    private final LockedFile file;
    private final SetAside aside;
    private RunRequest request;
    private final SortedMap<Integer, StoredCell> cells = new TreeMap<>();
    private boolean finished;

    private SweepJournal(Path path, LockedFile file, RunRequest request) {
        this.path = path;
        this.file = file;
        this.request = request;
        this.aside = new SetAside(path, "sweep");
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
    public static SweepJournal begin(Path folder, Map<String, Object> request) {
        Path path = folder.resolve(FILE);
        try {
            SweepJournal journal = new SweepJournal(path, LockedFile.create(path), RunRequest.of(request));
            journal.file.append(journal.head());
            return journal;
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    /**
     * Goes on with the journal of a folder. What is damaged in it is set aside, and so are tables that are not as a
     * finished sweep wrote them.
     *
     * @param request must be what the journal was begun with
     * @throws Refusal where it was begun with another request or by an earlier version, another
     *     process writes it, or nothing of it can be read
     */
    public static SweepJournal reopen(Path folder, Map<String, Object> request) {
        Path path = folder.resolve(FILE);
        try {
            SweepJournal journal = new SweepJournal(path, LockedFile.reopen(path), RunRequest.of(request));
            try {
                journal.read();
                return journal;
            } catch (IOException | RuntimeException e) {
                journal.close();
                throw e;
            }
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    /** True where the sweep came to its end, and all that it wrote is still there. */
    public boolean finished() {
        return finished;
    }

    /** The number of cells that are known. */
    public synchronized int size() {
        return cells.size();
    }

    /** What was found damaged, and where it is kept; empty where all was well. */
    public List<String> remarks() {
        return aside.remarks();
    }

    /** The cells of a finished sweep. */
    public List<CellResult> all(List<Setting> settings) {
        return IntStream.range(0, settings.size()).mapToObj(i -> find(i, settings.get(i)).orElseThrow()).toList();
    }

    @Override
    public synchronized Optional<CellResult> find(int cell, Setting setting) {
        return Optional.ofNullable(cells.get(cell)).map(known -> known.result(setting));
    }

    @Override
    public synchronized boolean knows(int cell) {
        return cells.containsKey(cell);
    }

    @Override
    public synchronized void add(FailedCell cell) {
        append(cell.json());
    }

    @Override
    public synchronized void add(StoredCell cell) {
        cells.put(cell.cell(), cell);
        append(cell.json());
    }

    private void append(String json) {
        try {
            file.append(sealed(json));
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    /**
     * Notes that all is done, and puts the cells in order: the finished file does not depend on threads.
     *
     * @param tables names of the files that hold the results
     */
    public synchronized void finish(List<String> tables) {
        try {
            Completion completion = Completion.of(cells.size(), path.getParent(), tables);
            StringBuilder text = new StringBuilder();
            Stream.of(Stream.of(head()), cells.values().stream().map(cell -> sealed(cell.json())),
                            Stream.of(sealed(completion.json())))
                    .flatMap(lines -> lines).forEach(line -> text.append(line.text()).append('\n'));
            WholeFile.write(path, text.toString());
        } catch (IOException e) {
            throw failure(path, e);
        }
        finished = true;
    }

    /** Sets aside a file of the folder that cannot be what the sweep wrote: it is not finished then. */
    public synchronized void renew(String name) {
        try {
            aside.keepFiles(List.of(name));
        } catch (IOException e) {
            throw failure(path, e);
        }
        finished = false;
    }

    /** Gives the lock back; what was not finished can be reopened. */
    @Override
    public void close() {
        file.close();
    }

    private SealedLine head() {
        return SealedLine.seal("", request.json());
    }

    private SealedLine sealed(String json) {
        return SealedLine.seal(request.json(), json);
    }

    /** True where no line has a checksum, and the first is another request: an earlier version wrote that. */
    private boolean unsealed(List<byte[]> lines) {
        String first = lines.isEmpty() ? "" : new String(lines.get(0), StandardCharsets.UTF_8);
        return RunRequest.is(first) && !first.equals(request.json()) && lines.stream().noneMatch(SealedLine::sealed);
    }

    private void read() throws IOException {
        List<byte[]> lines = file.lines();
        if (unsealed(lines)) {
            throw new Refusal(path + " is of an earlier version, whose lines have no checksums; begin"
                    + " again: " + ANOTHER);
        }
        JournalContent content = JournalContent.of(lines, request);
        if (content.request().isPresent()) {
            content.request().get().difference(request).ifPresent(difference -> {
                throw new Refusal("output folder " + path.getParent() + " holds a sweep of another"
                        + " request: " + difference + "; give the same command, or " + ANOTHER);
            });
            request = content.request().get();
        } else if (content.cells().isEmpty() && content.completion().isEmpty() && !aside.alone()) {
            throw new Refusal(path + " is damaged: it has lost what the sweep was asked for, and no"
                    + " cell in it belongs to this request; give the command that began it, or " + ANOTHER);
        }
        aside.keep(content.damaged());
        cells.putAll(content.cells());
        file.toEnd();
        if (content.request().isEmpty()) {
            file.append(head());
        }
        if (content.completion().isPresent() && content.completion().get().cells() == cells.size()) {
            List<String> changed = content.completion().get().changed(path.getParent());
            aside.keepFiles(changed);
            finished = changed.isEmpty() && content.damaged().isEmpty() && content.request().isPresent();
        }
    }

    private static UncheckedIOException failure(Path path, IOException cause) {
        return new UncheckedIOException(path + " cannot be read or written (" + cause.getMessage()
                + "); free some space or " + ANOTHER, cause);
    }
}
