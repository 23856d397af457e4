package org.thalweg.report.notebook;

import java.util.List;
import org.thalweg.storage.Resource;

/**
 * What a notebook does with one table of a run: text, and the cells of code. The text is a Markdown file beside this
 * class that has the name of the table, each cell a Python file.
 */
enum Chapter {
    SWEEP("sweep", "sweep", "sweep-verdicts", "sweep-curves", "sweep-plane"),
    DIFFERENCES("differences", "differences"),
    SUMMARY("summary", "summary"),
    MARGINAL("marginal", "marginal", "marginal-flatness"),
    DENSITY("density", "density"),
    TRAJECTORIES("trajectories", "trajectories"),
    EFFECTIVE_LOSS("effective-loss", "effective-loss"),
    LADDER("ladder", "ladder", "ladder-figure"),
    TRAINING("training", "training", "training-figure"),
    PROBES("probes", "probes", "probes-figure"),
    VERDICTS("verdicts", "verdicts", "verdicts-figure");

    private final String table;
    private final List<String> cells;

    Chapter(String table, String... cells) {
        this.table = table;
        this.cells = List.of(cells);
    }

    /** The name of the table: that of its file without the extension. */
    String table() {
        return table;
    }

    /** What the table holds. */
    String text() {
        return resource(table + ".md");
    }

    /** The code of its cells, for a file. */
    List<String> code(String file) {
        String path = "run / " + Python.literal(file);
        return cells.stream().map(cell -> resource(cell + ".py").replace("run / FILE", path)).toList();
    }

    /** A file beside this class. */
    static String resource(String name) {
        return Resource.text(Chapter.class, name);
    }
}
