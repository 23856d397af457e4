package org.thalweg.report.html;

import java.util.Optional;
import org.thalweg.report.ProductVersion;
import org.thalweg.report.stored.StoredRun;
import org.thalweg.report.stored.StoredTable;

/** {@code report.html}: one run on one page. */
public final class ReportPage {
    /** The name of the file in the folder of the run. */
    public static final String FILE = "report.html";

    private ReportPage() {}

    /**
     * The page: one file that needs nothing else. All of it can be read without scripts; with them drawings answer to
     * mouse and keyboard. The same run gives the same bytes.
     */
    public static String of(StoredRun run) {
        Optional<StoredTable> claims = run.table("verdicts.csv");
        Sample sample = Sample.of(run);
        Optional<StoredTable> sweep = Optional.of(sample.table()).filter(table -> !table.columns().isEmpty());
        Downloads data = Downloads.of(run, sample);
        Live live = Live.of(run, sweep, data.tables());
        String title = run.modelName() + ": " + run.command();
        Html body = Html.join(
                Html.element("header", "", Html.element("h1", "", title),
                        run.modelSummary().map(line -> Html.element("p", "lead", line)).orElse(Html.NOTHING),
                        Html.element("p", "quiet", Origin.date(run) + ", Thalweg " + run.text("version") + ", seed "
                                + run.text("seed") + ", folder " + run.name()),
                        Verdicts.counts(claims.map(Verdicts::tally).orElse(sample.verdicts())), Verdicts.refuted(claims), notes(run)),
                Html.element("main", "", sample.remark(), live.section(), Figures.of(run), Verdicts.of(claims),
                        Tables.of(run, sweep, sample), Reading.of(run), data.sections(), Origin.again(run), Origin.record(run)),
                Html.element("footer", "quiet", "Written by thalweg report, version " + ProductVersion.current()
                        + ", from the files of the run alone."));
        return PageSeal.sealed(run, """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="icon" href="data:,">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src \
                'unsafe-inline'""" + live.policy() + "\">\n<title>" + Html.text(title).markup() + "</title>\n<style>\n"
                + PageStyle.CSS + live.style() + "</style>\n</head>\n<body>\n" + body.markup()
                + live.programs().markup() + "</body>\n</html>\n");
    }

    /** True for the text of a page that was written for a run, by whatever version, and not touched since. */
    public static boolean isPageOf(StoredRun run, String text) {
        return PageSeal.whole(run, text);
    }

    private static Html notes(StoredRun run) {
        if (!run.finished()) {
            return Html.element("p", "note", "This run is not finished: it was interrupted, or it still runs. What"
                    + " follows is what it had written so far.");
        }
        return Html.join(run.firstNotes().stream().map(note -> Html.element("p", "note", "Note: " + note)).toList());
    }
}
