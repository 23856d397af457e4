package org.thalweg.cli.folder;

import java.io.Closeable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.thalweg.cli.option.RunOptions;
import org.thalweg.cli.screen.Console;
import org.thalweg.cli.screen.Interruption;
import org.thalweg.compute.Backend;
import org.thalweg.model.file.ModelFile;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.ProductVersion;
import org.thalweg.report.RunDirectory;
import org.thalweg.report.stored.StoredRun;
import org.thalweg.storage.SealedJournal;
import org.thalweg.storage.Sha256;

/**
 * The folder of a run that can be gone on with, new or with an interrupted one in it, and its journal.
 *
 * @param results names of the files that are written from the journal in the end
 */
public record KeptRun<J extends SealedJournal>(RunDirectory directory, J journal, List<String> results)
        implements Closeable {
    /**
     * A folder. What an interrupted run wrote in the end goes: it holds nothing that its journal does not.
     *
     * @param resume goes on with a journal of the same request, where there is one
     * @param journal of a folder
     */
    public static <J extends SealedJournal> KeptRun<J> of(Path path, boolean resume, List<String> results,
            Function<Path, J> journal) {
        if (!SealedJournal.in(path)) {
            RunDirectory directory = RunDirectory.create(path);
            return new KeptRun<>(directory, SealedJournal.begin(journal.apply(path)), results);
        }
        if (!resume) {
            throw new Refusal("output folder " + path + " is not empty: it holds a run; go on with it by --resume, or"
                    + " name another folder with --out");
        }
        KeptRun<J> run = new KeptRun<>(new RunDirectory(path), SealedJournal.reopen(journal.apply(path)), results);
        if (run.journal.finished() && !StoredRun.intact(path)) {
            run.journal.renew(StoredRun.RECORD);
        }
        if (!run.journal.finished()) {
            try {
                run.directory.remove(results);
            } catch (UncheckedIOException e) {
                run.close();
                throw e;
            }
        }
        return run;
    }

    /** All that the numbers of a run depend on: not the threads, and not the figures. */
    public static Map<String, Object> request(ModelFile model, RunOptions options, Map<String, Object> choices) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("version", ProductVersion.current());
        request.put("backend", Backend.current().description());
        request.put("model", Sha256.of(model.text()));
        request.put("seed", options.seed().value());
        request.put("settings", choices);
        return request;
    }

    /**
     * Says what was found damaged; true where the run came to its end before, which is said too.
     *
     * @param what it is: this run, this sweep
     */
    public boolean finishedBefore(Console console, String what) {
        journal.remarks().forEach(console::note);
        if (journal.finished()) {
            console.note(what + " was finished before; nothing is changed");
        }
        return journal.finished();
    }

    /** An interruption says from now on that nothing is lost, and how to go on. */
    public void keep(String pieces) {
        Interruption.keeping("finished " + pieces + " are kept: the same command with --resume --out "
                + directory.path() + " goes on with the others");
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
