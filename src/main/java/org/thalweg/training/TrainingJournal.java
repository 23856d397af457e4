package org.thalweg.training;

import com.google.gson.JsonParseException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.thalweg.storage.SealedJournal;

/**
 * The journal of a training run: each repeat as soon as it is finished, with the fingerprint of the file of its
 * parameters. A repeat whose file is not as it was written is trained again.
 */
public final class TrainingJournal extends SealedJournal {
    private static final String COMPLETION = "{\"completed\":";

    private final Map<Integer, Entry> repeats = new TreeMap<>();
    private Optional<Completion> completion = Optional.empty();

    /** A repeat and the SHA-256 of the file of its parameters. */
    private record Entry(TrainedRepeat trained, String sha256) {}

    /** The end of all repeats: fingerprints of what was written, by name. */
    private record Completion(int completed, Map<String, String> files) {}

    /** See {@link SealedJournal}. */
    public TrainingJournal(Path folder, Map<String, Object> request) {
        super(folder, request, "training", "repeat");
    }

    @Override
    protected boolean remember(int number, long place, byte[] line, String json) {
        if (json.startsWith(COMPLETION)) {
            completion = Optional.of(GSON.fromJson(json, Completion.class));
            return true;
        }
        Optional<Entry> entry = entry(json);
        entry.ifPresent(e -> repeats.put(e.trained().repeat(), e));
        return entry.isPresent();
    }

    private static Optional<Entry> entry(String json) {
        try {
            return Optional.ofNullable(GSON.fromJson(json, Entry.class)).filter(e -> e.trained() != null);
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    @Override
    protected boolean isEmpty() {
        return repeats.isEmpty() && completion.isEmpty();
    }

    @Override
    protected Optional<Map<String, String>> end() {
        return completion.filter(c -> c.completed() == repeats.size()).map(Completion::files);
    }

    @Override
    protected String end(Map<String, String> fingerprints) {
        return GSON.toJson(new Completion(repeats.size(), new TreeMap<>(fingerprints)));
    }

    @Override
    protected Stream<String> lines() {
        return repeats.values().stream().map(GSON::toJson);
    }

    /** The repeats that are known with their parameters, by their numbers. */
    public synchronized List<TrainedRepeat> repeats() {
        return repeats.keySet().stream().map(this::find).flatMap(Optional::stream).toList();
    }

    /** A repeat that was finished, with the file of its parameters as it was written; empty where it is not known. */
    synchronized Optional<TrainedRepeat> find(int repeat) {
        return Optional.ofNullable(repeats.get(repeat))
                .filter(e -> fingerprint(parameters(repeat)).equals(Optional.of(e.sha256()))).map(Entry::trained);
    }

    /** The name of the file that keeps the parameters of a repeat until all are finished. */
    static String parameters(int repeat) {
        return "repeat-" + repeat + ".npy";
    }

    /** Remembers a repeat, whose file is there. */
    synchronized void add(TrainedRepeat trained) {
        Entry entry = new Entry(trained, fingerprint(parameters(trained.repeat())).orElseThrow());
        repeats.put(trained.repeat(), entry);
        append(GSON.toJson(entry));
    }
}
