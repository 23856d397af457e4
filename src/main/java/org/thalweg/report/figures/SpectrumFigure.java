package org.thalweg.report.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.data.Checkpoints;
import org.thalweg.model.Setting;
import org.thalweg.probes.Reading;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.HorizontalMark;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.Marker;
import org.thalweg.report.drawing.PointLayer;

/**
 * The largest eigenvalues of the Hessian by their rank, at some checkpoints, and the bounds that traces give for them.
 */
public final class SpectrumFigure {
    private static final Ink[] INKS = {Ink.BLUE, Ink.VERMILLION, Ink.GREEN, Ink.PURPLE, Ink.ORANGE};
    private static final Marker[] MARKERS = Marker.values();

    private SpectrumFigure() {}

    /** The figure of the first few points; empty where no eigenvalues were measured. */
    public static Optional<Figure> of(Setting setting, Map<Checkpoints.Entry, List<Reading>> readings) {
        Figure figure = Figure.of("Largest eigenvalues of the Hessian", SettingLabel.of(setting)
                        + readings.values().stream().flatMap(List::stream)
                                .filter(r -> r.quantity().equals("eigenvalue") && !r.layer().isEmpty())
                                .map(Reading::layer).findFirst().map(l -> ", block of " + l).orElse(""),
                Axis.linear("rank, from the largest"), Axis.linear("eigenvalue (loss per parameter\u00b2)"));
        int shown = 0;
        List<Checkpoints.Entry> points = new ArrayList<>(readings.keySet());
        for (Checkpoints.Entry at : points.subList(0, Math.min(INKS.length, points.size()))) {
            double[] values = values(readings.get(at), "eigenvalue");
            if (values.length > 0) {
                double[] rank = new double[values.length];
                Arrays.setAll(rank, k -> k + 1.0);
                figure = figure.with(PointLayer.exact("repeat " + at.repeat() + ", t = "
                        + SettingLabel.number(at.time()),
                        INKS[shown], MARKERS[shown % MARKERS.length], rank, values));
                shown++;
            }
        }
        if (shown == 1) {
            for (double upper : values(readings.get(points.get(0)), "ws_upper")) {
                figure = figure.with(new HorizontalMark("largest by traces: at most", Ink.GREY, Dash.DASHED, upper));
            }
            for (double lower : values(readings.get(points.get(0)), "ws_lower_of_largest")) {
                figure = figure.with(new HorizontalMark("largest by traces: at least", Ink.BLACK, Dash.DOTTED, lower));
            }
        }
        return shown == 0 ? Optional.empty() : Optional.of(figure);
    }

    private static double[] values(List<Reading> readings, String quantity) {
        return readings.stream().filter(r -> r.quantity().equals(quantity)).mapToDouble(Reading::value).toArray();
    }
}
