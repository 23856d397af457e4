package org.thalweg.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.report.stored.StoredRun;

/**
 * Curves that answer, out of one table.
 *
 * @param title what they show
 * @param table the file
 * @param x the column of places
 * @param y the columns of values
 * @param value what their axis says, where they are several
 * @param error the column of their standard errors; empty where there is none
 * @param by columns whose fields tell the curves apart
 * @param where a column whose fields tell drawings apart, of which one is shown at a time; empty for a single drawing
 * @param logarithmic whether values begin on a logarithmic axis
 */
record Chart(String title, String table, String x, List<String> y, String value, String error, List<String> by,
        String where, boolean logarithmic) {

    /** The curves of a run; those of a sweep depend on a cell and are not among them. */
    static List<Chart> of(StoredRun run) {
        List<Chart> charts = new ArrayList<>();
        run.series("marginal").forEach((time, file) -> charts.add(new Chart("Density along the valley"
                + (time.isNaN() ? "" : " at learning time " + time), file, "x", List.of("density"), "",
                "standard_error", List.of("witness"), "", false)));
        String error = "";
        for (String file : run.files()) {
            switch (file) {
                case "training.csv" -> {
                    charts.add(new Chart("Loss against learning time", file, "time",
                            List.of("train_loss", "test_loss"), "loss", error, List.of("repeat"), "", true));
                    charts.add(new Chart("Share in a wrong class against learning time", file, "time",
                            List.of("train_error", "test_error"), "share in a wrong class", error, List.of("repeat"),
                            "", false));
                }
                case "probes.csv" -> charts.add(new Chart("Numbers by their rank", file, "index", List.of("value"),
                        "", "standard_error", List.of("repeat", "checkpoint", "layer"), "quantity", false));
                case "effective-loss.csv" -> charts.add(new Chart("SGD-loss over the temperature along the valley",
                        file, "x", List.of("sgd_loss_over_temperature"), "", "error", List.of("source"), "", false));
                case "ladder.csv" -> charts.add(new Chart("Rungs against the learning rate", file, "learning_rate",
                        List.of("value"), "", "standard_error", List.of("witness"), "quantity", false));
                default -> { }
            }
        }
        return charts;
    }

    /** For the script. */
    Map<String, Object> described() {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("title", title);
        described.put("table", table);
        described.put("x", x);
        described.put("y", y);
        described.put("value", value);
        described.put("error", error);
        described.put("by", by);
        described.put("where", where);
        described.put("logarithmic", logarithmic);
        return described;
    }
}
