package org.thalweg.cli.screen;

import java.io.PrintWriter;
import java.util.function.Function;
import org.thalweg.report.Json;

/**
 * Where a command speaks. Its result goes to standard output; with {@code --json} standard output carries the result as
 * JSON and nothing else. Everything else goes to standard error, and with {@code --quiet} is not said.
 */
public final class Console {
    /** True where the launcher found standard error to be a terminal; Java itself cannot tell. */
    public static final boolean TERMINAL = Boolean.getBoolean("thalweg.terminal");

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean quiet;
    private final boolean json;

    public Console(PrintWriter out, PrintWriter err, boolean quiet, boolean json) {
        this.out = out;
        this.err = err;
        this.quiet = quiet;
        this.json = json;
    }

    /** The result, as text for people and as a value for programs; the command line decides which goes where. */
    public void result(String text, Object value) {
        if (json) {
            out.print(Json.of(value));
            note(text);
        } else {
            out.println(text);
        }
        out.flush();
    }

    /** A remark on the way. */
    public void note(String line) {
        if (!quiet) {
            err.println(line);
            err.flush();
        }
    }

    /** What a task comes to, which tells on its way how far it is. */
    public <T> T watched(String task, Function<ProgressBar, T> work) {
        try (ProgressBar bar = progress(task)) {
            return work.apply(bar);
        }
    }

    /** Shows how far {@code task} has come, until it is closed. */
    public ProgressBar progress(String task) {
        ProgressBar.Style loud = TERMINAL ? ProgressBar.Style.BAR : ProgressBar.Style.LINES;
        return new ProgressBar(task, err, quiet ? ProgressBar.Style.SILENT : loud, System::nanoTime);
    }
}
