package org.thalweg.report.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a notebook does with one table of a run: text, and the cells of code, each a Python file beside this class. */
enum Chapter {
    SWEEP("sweep", "Each row is one quantity of one witness in one cell of the sweep: `value` with its `standard_error` from"
            + " `samples` independent particles (0: computed), held against the density of the same cell in `verdict`."
            + " `temperature` is \u0394 = \u03b7\u03c3\u00b2/2, blank where the noise varies in space.",
            "sweep", "sweep-verdicts", "sweep-curves", "sweep-plane"),
    DIFFERENCES("differences", "The change of the mean convergence time from a cell to its neighbour; all cells saw the same"
            + " random numbers, and `standard_error` is that of pairs of particles.", "differences"),
    SUMMARY("summary", "Each row is one quantity of one witness, at the end of the run. An undefined quantity is blank. The"
            + " error of a density is an estimate of its numerical error.", "summary"),
    MARGINAL("marginal", "The density along the valley, integrated over all directions across it: one row for each cell and"
            + " witness, with the flatness F(x) there.", "marginal", "marginal-flatness"),
    DENSITY("density", "The density at the centres of the cells of the grid.", "density"),
    TRAJECTORIES("trajectories", "Recorded states of particles: `step` counts iterations, `time` is learning time t = \u03b7k.",
            "trajectories"),
    EFFECTIVE_LOSS("effective-loss", "The SGD-loss \u2212ln P(x) + ln F(x) \u2212 \u03ba L\u2080(x)/\u0394 of all sources, in units"
            + " of the temperature and up to a constant; `error` is one standard error, or the band of a theory.",
            "effective-loss"),
    LADDER("ladder", "Literal SGD with amplified gradient variance: the rung l (`svag`) takes steps of \u03b7/l with l times the"
            + " variance. At l = \u221e: the limit of the rungs (sgd), and the diffusion (density).",
            "ladder", "ladder-figure"),
    VERDICTS("verdicts", "Each row is a claim held against a measurement. `budget` is the margin, the largest difference that"
            + " is no disagreement, and after a colon its parts. CONSISTENT: with the stated confidence the true number is within"
            + " the resolution of the claim. REFUTED: the difference exceeds the margin. INCONCLUSIVE: the errors are too large to"
            + " tell. NOT_APPLICABLE: a hypothesis does not hold, and nothing is said.", "verdicts", "verdicts-figure");

    private final String table;
    private final String text;
    private final List<String> cells;

    Chapter(String table, String text, String... cells) {
        this.table = table;
        this.text = text;
        this.cells = List.of(cells);
    }

    /** The name with which the files of its tables begin, without their extension: "marginal-at-10.0.csv" is one too. */
    String table() {
        return table;
    }

    /** What the table holds. */
    String text() {
        return text;
    }

    /** The code of its cells, for a file. */
    List<String> code(String file) {
        return cells.stream().map(Chapter::python).map(code -> code.replace("run / FILE", "run / " + Python.literal(file)))
                .toList();
    }

    /** A Python file beside this class. */
    static String python(String name) {
        try (InputStream stream = Chapter.class.getResourceAsStream(name + ".py")) {
            if (stream == null) {
                throw new IllegalStateException(name + ".py is missing beside " + Chapter.class);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
