package org.thalweg.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.thalweg.report.ExportFile;
import org.thalweg.report.StoredRun;
import org.thalweg.report.html.ReportPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes one page of a run. */
@Command(name = "report", description = "A run as one self-contained page: figures, tables, provenance; for the browser, for"
        + " mail, for print.")
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The folder of a run.")
    private Path folder;

    @Option(names = "--out", paramLabel = "FILE", description = "The page. Default: report.html in the folder of the run.")
    private Path out;

    @Option(names = "--force", description = "Replace a page that exists.")
    private boolean force;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        StoredRun run = StoredRun.read(folder);
        Path file = out == null ? folder.resolve(ReportPage.FILE) : out;
        new ExportFile(file, force).write(ReportPage.of(run));
        output.console().result("written to " + file, Map.of("report", file.toString()));
        return ExitCode.OK;
    }
}
