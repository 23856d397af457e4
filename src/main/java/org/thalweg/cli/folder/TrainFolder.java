package org.thalweg.cli.folder;

import java.io.Closeable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.thalweg.data.Checkpoints;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.RunDirectory;
import org.thalweg.report.stored.StoredRun;
import org.thalweg.storage.SealedJournal;
import org.thalweg.training.TrainingJournal;

/** The folder of a training run, new or with an interrupted one in it, and its journal. */
public record TrainFolder(RunDirectory directory, TrainingJournal journal) implements Closeable {
    public static final String TRAINING = "training.csv";
    public static final String CHECKPOINTS = Checkpoints.TABLE;
    public static final String SUMMARY = "summary.csv";

    private static final List<String> RESULTS = List.of(TRAINING, CHECKPOINTS, SUMMARY, Checkpoints.FILE);

    /** A new folder. */
    public static TrainFolder create(Path path, Map<String, Object> request) {
        if (TrainingJournal.in(path)) {
            throw new Refusal("output folder " + path + " is not empty: it holds a run; go on with it by --resume, or"
                    + " name another folder with --out");
        }
        RunDirectory directory = RunDirectory.create(path);
        return new TrainFolder(directory, SealedJournal.begin(new TrainingJournal(directory.path(), request)));
    }

    /** A folder with a journal of the same request, or a new one. What an interrupted run wrote in the end goes. */
    public static TrainFolder resume(Path path, Map<String, Object> request) {
        if (!TrainingJournal.in(path)) {
            return create(path, request);
        }
        TrainFolder folder = new TrainFolder(new RunDirectory(path), SealedJournal.reopen(new TrainingJournal(path, request)));
        if (folder.journal.finished() && !StoredRun.intact(path)) {
            folder.journal.renew(StoredRun.RECORD);
        }
        if (!folder.journal.finished()) {
            try {
                folder.directory.remove(RESULTS);
            } catch (UncheckedIOException e) {
                folder.close();
                throw e;
            }
        }
        return folder;
    }

    /** All is done, and all tables are written. */
    public void finish() {
        journal.finish(RESULTS);
    }

    @Override
    public void close() {
        journal.close();
    }
}
