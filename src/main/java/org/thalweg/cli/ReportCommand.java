package org.thalweg.cli;

import java.util.concurrent.Callable;
import org.thalweg.cli.option.ExportOptions;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.report.html.ReportPage;
import org.thalweg.report.stored.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes one page of a run. */
@Command(name = "report", description = "A run as one self-contained page: figures, tables, provenance; for the"
        + " browser, for mail, for print. By default report.html in the folder of the run.")
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private ExportOptions options;

    @Override
    public Integer call() {
        StoredRun run = options.run();
        options.write(run.folder().resolve(ReportPage.FILE), file -> ReportPage.of(run),
                text -> ReportPage.isPageOf(run, text));
        return ExitCode.OK;
    }
}
