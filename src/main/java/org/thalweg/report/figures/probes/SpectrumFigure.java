package org.thalweg.report.figures.probes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.data.Checkpoints;
import org.thalweg.model.Setting;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.HorizontalMark;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.Marker;
import org.thalweg.report.drawing.PointLayer;
import org.thalweg.report.figures.SettingLabel;

/**
 * The largest eigenvalues of the Hessian by their rank, at some checkpoints, and the bounds that traces give for them.
 */
final class SpectrumFigure {
    private static final Ink[] INKS = {Ink.BLUE, Ink.VERMILLION, Ink.GREEN, Ink.PURPLE, Ink.ORANGE};
    private static final Marker[] MARKERS = Marker.values();
    /** Of the largest: what Lanczos' method leaves open, and no figure shows. */
    private static final double SAME = 1e-9;

    private SpectrumFigure() {}

    /** The figure of the first few points; empty where no eigenvalues were measured. */
    static Optional<Figure> of(Setting setting, List<ProbeRunner.AtPoint> points) {
        List<ReadingTable> tables = points.stream().map(ReadingTable::new)
                .filter(t -> t.values("eigenvalue").length > 0).toList();
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        List<List<ReadingTable>> places = places(tables);
        List<List<ReadingTable>> seen = places.subList(0, Math.min(INKS.length, places.size()));
        String layer = tables.get(0).layer("eigenvalue");
        Figure figure = Figure.of("Largest eigenvalues of the Hessian",
                SettingLabel.of(setting) + (layer.isEmpty() ? "" : ", block of " + layer)
                        + (seen.size() == places.size() ? "" : "; " + seen.stream().mapToInt(List::size).sum() + " of "
                        + tables.size() + " points"),
                Axis.linear("rank, from the largest").ofWholeNumbers(),
                Axis.linear("eigenvalue (loss per parameter\u00b2)"));
        for (int i = 0; i < seen.size(); i++) {
            double[] values = seen.get(i).get(0).values("eigenvalue");
            double[] rank = new double[values.length];
            Arrays.setAll(rank, k -> k + 1.0);
            figure = figure.with(PointLayer.exact(
                    label(seen.get(i)), INKS[i], MARKERS[i % MARKERS.length], rank, values));
        }
        if (places.size() == 1) {
            for (double upper : tables.get(0).values("ws_upper")) {
                figure = figure.with(new HorizontalMark("largest by traces: at most", Ink.GREY, Dash.DASHED, upper));
            }
            for (double lower : tables.get(0).values("ws_lower_of_largest")) {
                figure = figure.with(new HorizontalMark("largest by traces: at least", Ink.BLACK, Dash.DOTTED, lower));
            }
        }
        return Optional.of(figure);
    }

    /** Points in the order of the run, those of one time and one spectrum together: repeats that began at one place. */
    private static List<List<ReadingTable>> places(List<ReadingTable> tables) {
        List<List<ReadingTable>> places = new ArrayList<>();
        for (ReadingTable table : tables) {
            places.stream().filter(place -> same(place.get(0), table)).findFirst().orElseGet(() -> {
                places.add(new ArrayList<>());
                return places.get(places.size() - 1);
            }).add(table);
        }
        return places;
    }

    private static boolean same(ReadingTable one, ReadingTable other) {
        double[] a = one.values("eigenvalue");
        double[] b = other.values("eigenvalue");
        return one.point().at().time() == other.point().at().time() && a.length == b.length
                && IntStream.range(0, a.length).allMatch(k -> Math.abs(a[k] - b[k]) <= SAME * Math.abs(a[0]));
    }

    private static String label(List<ReadingTable> place) {
        Checkpoints.Entry at = place.get(0).point().at();
        return place.size() == 1 ? PointLabel.of(at)
                : place.size() + " repeats, t = " + SettingLabel.number(at.time());
    }
}
