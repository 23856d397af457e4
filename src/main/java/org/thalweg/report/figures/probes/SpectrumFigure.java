package org.thalweg.report.figures.probes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    private SpectrumFigure() {}

    /** The figure of the first few points; empty where no eigenvalues were measured. */
    static Optional<Figure> of(Setting setting, List<ProbeRunner.AtPoint> points) {
        List<ReadingTable> tables = points.stream().map(ReadingTable::new)
                .filter(t -> t.values("eigenvalue").length > 0).limit(INKS.length).toList();
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        String layer = tables.get(0).layer("eigenvalue");
        Figure figure = Figure.of("Largest eigenvalues of the Hessian",
                SettingLabel.of(setting) + (layer.isEmpty() ? "" : ", block of " + layer),
                Axis.linear("rank, from the largest"), Axis.linear("eigenvalue (loss per parameter\u00b2)"));
        for (int i = 0; i < tables.size(); i++) {
            double[] values = tables.get(i).values("eigenvalue");
            double[] rank = new double[values.length];
            Arrays.setAll(rank, k -> k + 1.0);
            figure = figure.with(PointLayer.exact(PointLabel.of(tables.get(i).point().at()), INKS[i],
                    MARKERS[i % MARKERS.length], rank, values));
        }
        if (tables.size() == 1) {
            for (double upper : tables.get(0).values("ws_upper")) {
                figure = figure.with(new HorizontalMark("largest by traces: at most", Ink.GREY, Dash.DASHED, upper));
            }
            for (double lower : tables.get(0).values("ws_lower_of_largest")) {
                figure = figure.with(new HorizontalMark("largest by traces: at least", Ink.BLACK, Dash.DOTTED, lower));
            }
        }
        return Optional.of(figure);
    }
}
