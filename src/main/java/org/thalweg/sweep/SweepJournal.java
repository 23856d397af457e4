package org.thalweg.sweep;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private CellIndex cells = new CellIndex();
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
            throw LockedFile.failure(path, e);
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
            throw LockedFile.failure(path, e);
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
        return all(Cells.of(settings, List.of()));
    }

    /** The same; each is read when it is asked for, and forgotten when memory is short. */
    public List<CellResult> all(Cells every) {
        return new JournalCells(this, every);
    }

    @Override
    public Optional<CellResult> find(int cell, Setting setting) {
        return read(cell).map(known -> known.result(setting));
    }

    private synchronized Optional<StoredCell> read(int cell) {
        try {
            return cells.read(cell, file, request.json());
        } catch (IOException e) {
            throw LockedFile.failure(path, e);
        }
    }

    @Override
    public synchronized boolean knows(int cell) {
        return cells.knows(cell);
    }

    @Override
    public synchronized void add(FailedCell cell) {
        append(sealed(cell.json()));
    }

    @Override
    public synchronized void add(StoredCell cell) {
        SealedLine line = sealed(cell.json());
        cells.put(cell.cell(), append(line), line.bytes().length - 1);
    }

    private long append(SealedLine line) {
        try {
            return file.append(line);
        } catch (IOException e) {
            throw LockedFile.failure(path, e);
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
            WholeFile.write(path, Stream.of(Stream.of(head()),
                            cells.cells().mapToObj(cell -> sealed(read(cell).orElseThrow().json())),
                            Stream.of(sealed(completion.json())))
                    .flatMap(lines -> lines).map(SealedLine::text));
        } catch (IOException e) {
            throw LockedFile.failure(path, e);
        }
        finished = true;
    }

    /** Sets aside a file of the folder that cannot be what the sweep wrote: it is not finished then. */
    public synchronized void renew(String name) {
        try {
            aside.keepFiles(List.of(name));
        } catch (IOException e) {
            throw LockedFile.failure(path, e);
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

    private void read() throws IOException {
        JournalContent content = JournalContent.of(file, request);
        if (content.unsealed(request)) {
            throw new Refusal(path + " is of an earlier version, whose lines have no checksums; begin"
                    + " again: " + ANOTHER);
        }
        if (content.request().isPresent()) {
            content.request().get().difference(request).ifPresent(difference -> {
                throw new Refusal("output folder " + path.getParent() + " holds a sweep of another"
                        + " request: " + difference + "; give the same command, or " + ANOTHER);
            });
            request = content.request().get();
        } else if (content.cells().size() == 0 && content.completion().isEmpty() && !aside.alone()) {
            throw new Refusal(path + " is damaged: it has lost what the sweep was asked for, and no"
                    + " cell in it belongs to this request; give the command that began it, or " + ANOTHER);
        }
        aside.keep(content.damaged());
        cells = content.cells();
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
}
