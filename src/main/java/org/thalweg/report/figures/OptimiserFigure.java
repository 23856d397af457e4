package org.thalweg.report.figures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Counted;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.HorizontalMark;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.Legend;
import org.thalweg.report.drawing.Marker;
import org.thalweg.report.drawing.NoteLayer;
import org.thalweg.report.drawing.PointLayer;
import org.thalweg.results.OptimiserComparison.Entry;

/** Which flatness each optimiser selects: a point with its error for each, beside what the theory says of it. */
public final class OptimiserFigure {
    /** Names in a line of the legend. */
    private static final int A_LINE = 3;

    private OptimiserFigure() {}

    /** One quantity of all optimisers, the first being plain SGD. */
    public static Figure of(Setting model, List<Entry> all, Quantity quantity, long iterations) {
        List<Entry> entries = all.stream().filter(e -> e.quantity().equals(quantity)).toList();
        double[] place = new double[entries.size()];
        Arrays.setAll(place, i -> i + 1.0);
        Figure figure = Figure.of(quantity.title() + " after " + Counted.of(iterations, "iteration")
                + " of each optimiser",
                SettingLabel.ofModel(model),
                Axis.linear("optimiser, by its number below").between(0.5, place.length + 0.5).ofWholeNumbers(),
                Axis.linear(quantity.label())).with(Legend.BELOW);
        figure = figure.with(points(entries, true, "stationary, with standard error", Marker.FILLED_CIRCLE));
        if (entries.stream().anyMatch(e -> !e.stationary())) {
            figure = figure.with(points(entries, false, "still changing", Marker.CROSS));
        }
        int[] told = IntStream.range(0, place.length)
                .filter(i -> entries.get(i).predicted().isPresent()).toArray();
        figure = figure.with(PointLayer.exact("theory of slow motion along the valley", Ink.BLACK, Marker.OPEN_DIAMOND,
                Arrays.stream(told).mapToDouble(i -> place[i]).toArray(),
                Arrays.stream(told).mapToDouble(i -> entries.get(i).predicted().getAsDouble()).toArray()));
        if (!entries.isEmpty() && entries.get(0).measured().defined()) {
            figure = figure.with(new HorizontalMark("the first one", Ink.GREY, Dash.DASHED,
                    entries.get(0).measured().value()));
        }
        for (int from = 0; from < place.length; from += A_LINE) {
            figure = figure.with(new NoteLayer(IntStream.range(from, Math.min(place.length, from + A_LINE))
                    .mapToObj(i -> (i + 1) + ": " + entries.get(i).rule().brief())
                    .collect(Collectors.joining("    "))));
        }
        return figure;
    }

    private static PointLayer points(List<Entry> entries, boolean stationary, String name, Marker marker) {
        List<Integer> some = IntStream.range(0, entries.size()).boxed()
                .filter(i -> entries.get(i).stationary() == stationary && entries.get(i).measured().defined()).toList();
        return PointLayer.of(name, stationary ? Ink.BLUE : Ink.VERMILLION, marker, some, i -> i + 1.0,
                i -> entries.get(i).measured());
    }
}
