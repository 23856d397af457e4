package org.thalweg.report.notebook;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.report.stored.ShellCommand;
import org.thalweg.report.stored.StoredRun;

/** A run as a notebook. */
public final class RunNotebook {
    /** The folder of notebooks, below the current one. */
    public static final String FOLDER = "notebooks-export";

    private RunNotebook() {}

    /**
     * The notebook as JSON. The same run in the same place gives the same bytes.
     *
     * @param notebook where the file will be: it names the run by a path relative to its own folder
     * @param launcher the folder of the launcher
     */
    public static String of(StoredRun run, Path notebook, Path launcher) {
        Notebook pages = new Notebook();
        pages.markdown(title(run));
        pages.code("""
                from pathlib import Path

                import matplotlib.pyplot as plt
                import numpy as np
                import pandas as pd

                # The folder of the run, seen from the folder of this notebook.
                run = Path(%s)
                if not (run / "run.json").exists():
                    raise FileNotFoundError(f"{run.resolve()} holds no run.json: set run to where the run is now")
                """.formatted(Python.literal(from(notebook, run.folder()))));
        pages.code(Chapter.resource("setup.py"));
        for (Chapter chapter : Chapter.values()) {
            run.series(chapter.table()).values().forEach(file -> {
                pages.markdown("## `" + file + "`\n\n" + chapter.text());
                chapter.code(file).forEach(pages::code);
            });
        }
        pages.markdown("## Model file\n\n" + Markdown.block("yaml", run.text("model_text")));
        pages.markdown("## Run it again\n\nThe same command with the same seed gives the same numbers, to the last bit."
                + " The results go to a new folder below `runs`; the last line names it. Set `again = True` first.");
        pages.code("""
                again = False
                launcher = Path(%s)  # the folder of ./thalweg, seen from here
                if again:
                    !cd "{launcher}" && ./thalweg %s
                """.formatted(Python.literal(from(notebook, launcher)), Python.shell(ShellCommand.again(run))),
                Map.of("tags", List.of("rerun")));
        return pages.json();
    }

    private static String title(StoredRun run) {
        Map<String, String> record = new LinkedHashMap<>();
        record.put("model", run.text("model"));
        record.put("SHA-256 of the model file", run.text("model_sha256"));
        record.put("seed", run.text("seed"));
        run.settings().forEach((name, value) -> record.put(name.replace('_', ' '), value.equals("{}") ? "" : value));
        record.put("started", run.text("started"));
        record.put("version", run.text("version"));
        record.put("Java", run.text("jdk"));
        record.put("arithmetic", run.text("backend"));
        record.put("threads", run.text("threads"));
        StringBuilder text = new StringBuilder("# " + Markdown.text(run.modelName() + ": " + run.command()) + "\n\n");
        run.modelSummary().ifPresent(line -> text.append(Markdown.text(line)).append("\n\n"));
        if (!run.finished()) {
            text.append("**This run is not finished**: it was interrupted, or it still runs.\n\n");
        } else {
            run.firstNotes().forEach(note -> text.append("**Note:** ").append(Markdown.text(note)).append("\n\n"));
        }
        text.append(Markdown.block("sh", "./thalweg " + ShellCommand.of(run.arguments())))
                .append("\n\n| | |\n|---|---|\n");
        record.forEach((name, value) -> text.append(value.isEmpty() ? ""
                : "| " + Markdown.text(name) + " | " + Markdown.text(value) + " |\n"));
        return text.toString();
    }

    /** A folder seen from that of the notebook, with slashes; in full where no relative path leads there. */
    private static String from(Path notebook, Path folder) {
        Path here = notebook.toAbsolutePath().normalize().getParent();
        Path there = folder.toAbsolutePath().normalize();
        boolean related = here.getRoot() != null && here.getRoot().equals(there.getRoot());
        String path = (related ? here.relativize(there) : there).toString().replace('\\', '/');
        return path.isEmpty() ? "." : path;
    }
}
