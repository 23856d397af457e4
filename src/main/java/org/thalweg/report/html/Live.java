package org.thalweg.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thalweg.report.Json;
import org.thalweg.report.stored.StoredNames;
import org.thalweg.report.stored.StoredRun;
import org.thalweg.report.stored.StoredTable;
import org.thalweg.storage.Resource;
import org.thalweg.storage.Sha256;
import org.thalweg.web.PlottingLibrary;

/**
 * What answers in a page: a map of the cells of a sweep, curves with their errors. It is hidden until a script has
 * filled it, and on paper; the figures and tables of the page do not need it.
 *
 * @param what the drawings, for the script; nothing where the run has none
 */
record Live(Optional<Map<String, Object>> what) {
    private static final List<String> PROGRAMS =
            List.of("tables.js", "numbers.js", "chart.js", "map.js", "sweep.js", "page.js");

    /**
     * The drawings of a run.
     *
     * @param inside names of the tables that are in the page
     */
    static Live of(StoredRun run, Optional<StoredTable> sweep, Set<String> inside) {
        List<Map<String, Object>> charts = new ArrayList<>();
        Chart.of(run).stream().filter(chart -> inside.contains(chart.table())).map(Chart::described)
                .forEach(charts::add);
        boolean swept = sweep.filter(table -> !table.rows().isEmpty()).isPresent() && inside.contains(Sample.FILE);
        if (charts.isEmpty() && !swept) {
            return new Live(Optional.empty());
        }
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("charts", charts);
        if (swept) {
            what.put("axes", Sample.axes(sweep.get().columns()));
        }
        what.put("labels", labels(run, sweep, charts));
        return new Live(Optional.of(what));
    }

    /** Words for columns, quantities and witnesses. */
    private static Map<String, String> labels(
            StoredRun run, Optional<StoredTable> sweep, List<Map<String, Object>> charts) {
        Stream<String> ofSweep = sweep.stream().flatMap(table -> Stream.of(
                table.columns(), table.distinct("quantity"), table.distinct("witness")).flatMap(List::stream));
        Stream<String> ofCharts = charts.stream().flatMap(chart -> run.table((String) chart.get("table")).stream())
                .flatMap(table -> Stream.concat(table.columns().stream(), table.distinct("witness").stream()));
        return Stream.concat(ofSweep, ofCharts).filter(key -> !key.isEmpty()).distinct()
                .collect(Collectors.toMap(key -> key, StoredNames::label, (a, b) -> a, LinkedHashMap::new));
    }

    /** Where the script draws; nothing where there is nothing to draw. */
    Html section() {
        return what.isEmpty() ? Html.NOTHING : new Html("<section id=\"live\" class=\"live\" hidden></section>\n");
    }

    /** The part of the content security policy that lets the scripts of this page run, and no others. */
    String policy() {
        return what.isEmpty() ? "" : "; script-src " + texts().map(text -> "'sha256-" + Sha256.base64(text) + "'")
                .collect(Collectors.joining(" "));
    }

    /** The styles of what is drawn. */
    String style() {
        return what.isEmpty() ? "" : PlottingLibrary.STYLE.text() + "\n" + resource("live.css");
    }

    /** The scripts, the end of the page. */
    Html programs() {
        return what.map(drawn -> Html.join(Html.data("what", Json.of(drawn)),
                Html.join(texts().map(Html::script).toList()))).orElse(Html.NOTHING);
    }

    private static Stream<String> texts() {
        return Stream.of(PlottingLibrary.SCRIPT.text(),
                PROGRAMS.stream().map(Live::resource).collect(Collectors.joining("\n")));
    }

    private static String resource(String name) {
        return Resource.text(Live.class, name);
    }
}
