package org.thalweg.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.thalweg.cli.option.ExportOptions;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.report.notebook.RunNotebook;
import org.thalweg.report.stored.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes a notebook of a run. */
@Command(name = "notebook", description = "A run as a Jupyter notebook, which loads its tables with pandas and draws"
        + " its figures with matplotlib. By default notebooks-export/NAME.ipynb, NAME being that of the run's folder.")
final class NotebookCommand implements Callable<Integer> {
    @Mixin
    private ExportOptions options;

    @Override
    public Integer call() {
        StoredRun run = options.run();
        Path launcher = Path.of(System.getProperty("thalweg.home", ""));
        // A notebook is there to be changed, and says nothing of who did: only the very same is written again.
        options.write(Path.of(RunNotebook.FOLDER, run.name() + ".ipynb"),
                file -> RunNotebook.of(run, file, launcher), text -> false);
        return ExitCode.OK;
    }
}
