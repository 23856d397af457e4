package org.thalweg.cli.folder;

import java.io.Closeable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.RunDirectory;
import org.thalweg.storage.PieceJournal;
import org.thalweg.storage.SealedJournal;

/**
 * The folder of a run whose pieces are kept, new or with an interrupted one in it, and its journal.
 *
 * @param results names of the files that hold the results
 */
public record PieceFolder(RunDirectory directory, PieceJournal journal, List<String> results) implements Closeable {
    /**
     * A folder.
     *
     * @param resume goes on with a journal of the same request, where there is one; what an interrupted run wrote in the
     *     end goes
     * @param run what messages call it
     */
    public static PieceFolder of(
            Path path, Map<String, Object> request, boolean resume, String run, List<String> results) {
        if (!PieceJournal.in(path)) {
            RunDirectory directory = RunDirectory.create(path);
            return new PieceFolder(directory, SealedJournal.begin(new PieceJournal(directory.path(), request, run)), results);
        }
        if (!resume) {
            throw new Refusal("output folder " + path + " is not empty: it holds a run; go on with it by --resume, or"
                    + " name another folder with --out");
        }
        PieceFolder folder =
                new PieceFolder(new RunDirectory(path), SealedJournal.reopen(new PieceJournal(path, request, run)), results);
        if (!folder.journal.finished()) {
            try {
                folder.directory.remove(results);
            } catch (UncheckedIOException e) {
                folder.close();
                throw e;
            }
        }
        return folder;
    }

    /** All is done, and all results are written. */
    public void finish() {
        journal.finish(results);
    }

    @Override
    public void close() {
        journal.close();
    }
}
