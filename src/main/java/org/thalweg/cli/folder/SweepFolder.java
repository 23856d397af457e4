package org.thalweg.cli.folder;

import java.io.Closeable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.cli.option.RunOptions;
import org.thalweg.compute.Backend;
import org.thalweg.model.file.ModelFile;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.ProductVersion;
import org.thalweg.report.RunDirectory;
import org.thalweg.report.stored.StoredRun;
import org.thalweg.storage.SealedJournal;
import org.thalweg.storage.Sha256;
import org.thalweg.sweep.SweepJournal;

/** The folder of a sweep, new or with an interrupted sweep in it, and its journal. */
public record SweepFolder(RunDirectory directory, SweepJournal journal) implements Closeable {
    public static final String SWEEP = "sweep.csv";
    public static final String DIFFERENCES = "differences.csv";
    public static final String VERDICTS = "verdicts.csv";
    public static final String MARGINALS = "marginals.csv";
    public static final String PASSAGES = "passages.csv";

    private static final List<String> TABLES = List.of(SWEEP, DIFFERENCES, VERDICTS, MARGINALS, PASSAGES);

    /** A new folder. */
    public static SweepFolder create(Path path, Map<String, Object> request) {
        if (SweepJournal.in(path)) {
            throw new Refusal("output folder " + path + " is not empty: it holds a sweep; go on with it by"
                    + " --resume, or name another folder with --out");
        }
        RunDirectory directory = RunDirectory.create(path);
        return new SweepFolder(directory, SealedJournal.begin(new SweepJournal(directory.path(), request)));
    }

    /**
     * A folder with a journal of the same request, or a new one. The tables of a sweep that was interrupted go: they
     * hold nothing that its journal does not.
     */
    public static SweepFolder resume(Path path, Map<String, Object> request) {
        if (!SweepJournal.in(path)) {
            return create(path, request);
        }
        SweepFolder folder = new SweepFolder(new RunDirectory(path), SealedJournal.reopen(new SweepJournal(path, request)));
        if (folder.journal.finished() && !StoredRun.intact(path)) {
            folder.journal.renew(StoredRun.RECORD);
        }
        if (!folder.journal.finished()) {
            try {
                folder.directory.remove(TABLES);
            } catch (UncheckedIOException e) {
                folder.close();
                throw e;
            }
        }
        return folder;
    }

    /** All is done, and all tables are written. */
    public void finish() {
        journal.finish(TABLES);
    }

    /** All that the numbers of a sweep depend on: not the threads, and not the figures. */
    public static Map<String, Object> request(ModelFile model, RunOptions options, Map<String, Object> choices) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("version", ProductVersion.current());
        request.put("backend", Backend.current().description());
        request.put("model", Sha256.of(model.text()));
        request.put("seed", options.seed().value());
        request.put("settings", choices);
        return request;
    }

    @Override
    public void close() {
        journal.close();
    }
}
