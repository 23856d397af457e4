package org.thalweg.training;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.thalweg.refusal.Refusal;
import org.thalweg.storage.DamagedLine;
import org.thalweg.storage.LockedFile;
import org.thalweg.storage.RunRequest;
import org.thalweg.storage.SealedLine;
import org.thalweg.storage.SetAside;
import org.thalweg.storage.Sha256;
import org.thalweg.storage.WholeFile;

/**
 * {@code journal.jsonl} of a training run: what was asked for, then each repeat as soon as it is finished, with the
 * fingerprint of the file of its parameters, then that all is done. One JSON value a line, with a checksum; a line that
 * does not match is named and {@linkplain SetAside set aside}, and its repeat is trained again. Locked as long as it is
 * written.
 */
public final class TrainingJournal implements Closeable {
    /** The name of the file. */
    public static final String FILE = "journal.jsonl";

    private static final Gson GSON =
            new GsonBuilder().serializeSpecialFloatingPointValues().disableHtmlEscaping().create();
    private static final String COMPLETION = "{\"completed\":";
    private static final String ANOTHER = "name another folder with --out";

    private final Path folder;
    private final LockedFile file;
    private final SetAside aside;
    private RunRequest request;
    private final Map<Integer, Entry> finished = new TreeMap<>();
    private boolean complete;

    /** A repeat and the SHA-256 of the file of its parameters. */
    private record Entry(TrainedRepeat trained, String sha256) {}

    /** The end of all repeats: fingerprints of what was written, by name. */
    private record Completion(int completed, Map<String, String> files) {}

    private TrainingJournal(Path folder, LockedFile file, RunRequest request) {
        this.folder = folder;
        this.file = file;
        this.aside = new SetAside(folder.resolve(FILE), "training");
        this.request = request;
    }

    /** True where a folder has a journal. */
    public static boolean in(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /** Begins a journal in a folder that has none. */
    public static TrainingJournal begin(Path folder, Map<String, Object> request) {
        try {
            TrainingJournal journal = new TrainingJournal(
                    folder, LockedFile.create(folder.resolve(FILE)), RunRequest.of(request));
            journal.file.append(SealedLine.seal("", journal.request.json()));
            return journal;
        } catch (IOException e) {
            throw LockedFile.failure(folder, e);
        }
    }

    /**
     * Goes on with the journal of a folder.
     *
     * @throws Refusal where it was begun with another request, or another process writes it
     */
    public static TrainingJournal reopen(Path folder, Map<String, Object> request) {
        try {
            TrainingJournal journal = new TrainingJournal(
                    folder, LockedFile.reopen(folder.resolve(FILE)), RunRequest.of(request));
            try {
                journal.read();
                return journal;
            } catch (IOException | RuntimeException e) {
                journal.close();
                throw e;
            }
        } catch (IOException e) {
            throw LockedFile.failure(folder, e);
        }
    }

    private void read() throws IOException {
        List<byte[]> lines = file.lines();
        Optional<RunRequest> before = RunRequest.among(lines);
        before.flatMap(b -> b.difference(request)).ifPresent(difference -> {
            throw new Refusal("output folder " + folder + " holds a run of another request: " + difference
                    + "; give the same command, or " + ANOTHER);
        });
        request = before.orElse(request);
        Completion completion = null;
        List<DamagedLine> damaged = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            byte[] line = lines.get(i);
            if (SealedLine.open("", line).filter(RunRequest::is).isPresent()) {
                continue;
            }
            Optional<String> json = SealedLine.open(request.json(), line);
            Optional<Entry> entry = json.flatMap(TrainingJournal::entry);
            if (json.isPresent() && json.get().startsWith(COMPLETION)) {
                completion = GSON.fromJson(json.get(), Completion.class);
            } else if (entry.isPresent()) {
                finished.put(entry.get().trained().repeat(), entry.get());
            } else {
                damaged.add(DamagedLine.of(i + 1, line, json.isPresent()));
            }
        }
        if (before.isEmpty() && finished.isEmpty() && completion == null && !aside.alone()) {
            throw new Refusal(folder.resolve(FILE)
                    + " is damaged: it has lost what the run was asked for, and no repeat"
                    + " in it belongs to this request; give the command that began it, or " + ANOTHER);
        }
        aside.keep(damaged);
        file.toEnd();
        if (before.isEmpty()) {
            file.append(SealedLine.seal("", request.json()));
        }
        if (completion != null && completion.completed() == finished.size()) {
            List<String> changed = completion.files().entrySet().stream()
                    .filter(f -> !fingerprint(f.getKey()).equals(Optional.of(f.getValue()))).map(Map.Entry::getKey)
                    .toList();
            aside.keepFiles(changed);
            complete = changed.isEmpty() && damaged.isEmpty() && before.isPresent();
        }
    }

    private static Optional<Entry> entry(String json) {
        try {
            return Optional.ofNullable(GSON.fromJson(json, Entry.class)).filter(e -> e.trained() != null);
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    /** What was found damaged, and where it is kept; empty where all was well. */
    public List<String> remarks() {
        return aside.remarks();
    }

    /** Sets aside a file of the folder that cannot be what the run wrote: it is not complete then. */
    public synchronized void renew(String name) {
        try {
            aside.keepFiles(List.of(name));
        } catch (IOException e) {
            throw LockedFile.failure(folder, e);
        }
        complete = false;
    }

    private Optional<String> fingerprint(String name) {
        try {
            Path file = folder.resolve(name);
            return Files.isRegularFile(file) ? Optional.of(Sha256.of(file)) : Optional.empty();
        } catch (IOException e) {
            throw LockedFile.failure(folder, e);
        }
    }

    /** True where the run came to its end, and what it wrote is as it was written. */
    public boolean complete() {
        return complete;
    }

    /** The repeats that are known with their parameters, by their numbers. */
    public synchronized List<TrainedRepeat> finished() {
        return finished.keySet().stream().map(this::find).flatMap(Optional::stream).toList();
    }

    /** A repeat that was finished, with the file of its parameters as it was written; empty where it is not known. */
    synchronized Optional<TrainedRepeat> find(int repeat) {
        return Optional.ofNullable(finished.get(repeat))
                .filter(e -> fingerprint(parameters(repeat)).equals(Optional.of(e.sha256()))).map(Entry::trained);
    }

    /** The name of the file that keeps the parameters of a repeat until all are finished. */
    static String parameters(int repeat) {
        return "repeat-" + repeat + ".npy";
    }

    /** Remembers a repeat, whose file is there. */
    synchronized void add(TrainedRepeat trained) {
        Entry entry = new Entry(trained, fingerprint(parameters(trained.repeat())).orElseThrow());
        finished.put(trained.repeat(), entry);
        try {
            file.append(SealedLine.seal(request.json(), GSON.toJson(entry)));
        } catch (IOException e) {
            throw LockedFile.failure(folder, e);
        }
    }

    /**
     * Notes that all is done, and puts the repeats in order: the finished file does not depend on threads.
     *
     * @param files names of the files that hold the results
     */
    public synchronized void complete(List<String> files) {
        Map<String, String> fingerprints = new TreeMap<>();
        files.forEach(name -> fingerprints.put(name, fingerprint(name).orElseThrow()));
        StringBuilder text = new StringBuilder(SealedLine.seal("", request.json()).text()).append('\n');
        finished.values().forEach(e -> text.append(SealedLine.seal(request.json(),
                GSON.toJson(e)).text()).append('\n'));
        text.append(SealedLine.seal(request.json(), GSON.toJson(new Completion(finished.size(), fingerprints))).text())
                .append('\n');
        try {
            WholeFile.write(folder.resolve(FILE), text.toString());
        } catch (IOException e) {
            throw LockedFile.failure(folder, e);
        }
        complete = true;
    }

    @Override
    public void close() {
        file.close();
    }
}
