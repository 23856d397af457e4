package org.thalweg.report.html;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.report.stored.ErrorNotation;
import org.thalweg.report.stored.ShellCommand;
import org.thalweg.report.stored.StoredNames;
import org.thalweg.report.stored.StoredRun;
import org.thalweg.report.stored.StoredTable;

/** Where the numbers come from and how to get them again: command, model, machine, files. */
final class Origin {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'");

    private Origin() {}

    /** How to run it again, with the model file. */
    static Html again(StoredRun run) {
        return Html.element("section", "", Html.element("h2", "", "To reproduce"),
                Html.element("p", "", "With version " + run.text("version")
                        + " of Thalweg, and where the model is no shipped one the text below as its file:"),
                Html.element("pre", "", "./thalweg " + ShellCommand.again(run)),
                Html.element("p", "", "The same command with the same seed gives the same numbers, to the last bit,"
                        + " on any number of threads, any processor and any Java from 17 on. This run was started as:"),
                Html.element("pre", "", "./thalweg " + ShellCommand.of(run.arguments())),
                Html.element("h3", "", "Model file"),
                Html.element("pre", "model", run.text("model_text")));
    }

    /** The record. */
    static Html record(StoredRun run) {
        List<Html> rows = new ArrayList<>();
        add(rows, "model", run.text("model"));
        add(rows, "SHA-256 of the model file", run.text("model_sha256"));
        add(rows, "seed", run.text("seed"));
        run.settings().forEach((name, value) -> add(rows, name.replace('_', ' '), value.equals("{}") ? "" : value));
        add(rows, "started", date(run));
        add(rows, "took", run.finished() ? seconds(run) : "");
        add(rows, "version", run.text("version"));
        add(rows, "Java", run.text("jdk"));
        add(rows, "arithmetic", run.text("backend"));
        add(rows, "threads", run.text("threads"));
        add(rows, "system", run.text("os"));
        List<Html> files = run.files().stream().filter(name -> !StoredNames.ofFile(name).isEmpty())
                .map(name -> Html.element("li", "", Html.element("code", "", name),
                        Html.text(": " + StoredNames.ofFile(name)))).toList();
        return Html.element("section", "", Html.element("h2", "", "Provenance"),
                Html.element("table", "record", Html.element("tbody", "", Html.join(rows))),
                Html.element("h3", "", "Files of the run"), Html.element("ul", "", Html.join(files)));
    }

    /** When the run began, to the minute; as it is recorded where that is no instant. */
    static String date(StoredRun run) {
        try {
            return MINUTES.format(Instant.parse(run.text("started")).atOffset(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return run.text("started");
        }
    }

    private static String seconds(StoredRun run) {
        double elapsed = StoredTable.number(run.text("elapsed_seconds"));
        return Double.isNaN(elapsed) ? "" : ErrorNotation.of(Math.round(elapsed * 10.0) / 10.0) + " s";
    }

    private static void add(List<Html> rows, String name, String value) {
        if (!value.isEmpty()) {
            rows.add(Html.element("tr", "", Html.element("th", "", name), Html.element("td", "", value)));
        }
    }
}
