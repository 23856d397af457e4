package org.thalweg.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.thalweg.report.ExportFile;
import org.thalweg.report.StoredRun;
import org.thalweg.report.notebook.RunNotebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a notebook of a run. */
@Command(name = "notebook", description = "A run as a Jupyter notebook, which loads its tables with pandas and draws its"
        + " figures with matplotlib.")
final class NotebookCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The folder of a run.")
    private Path folder;

    @Option(names = "--out", paramLabel = "FILE",
            description = "The notebook. Default: notebooks-export/NAME.ipynb, NAME being that of the run's folder.")
    private Path out;

    @Option(names = "--force", description = "Replace a notebook that exists.")
    private boolean force;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        StoredRun run = StoredRun.read(folder);
        Path file = out == null ? Path.of(RunNotebook.FOLDER, run.name() + ".ipynb") : out;
        Path launcher = Path.of(System.getProperty("thalweg.home", ""));
        new ExportFile(file, force).write(RunNotebook.of(run, file, launcher));
        output.console().result("written to " + file, Map.of("notebook", file.toString()));
        return ExitCode.OK;
    }
}
