package org.thalweg.report.figures.probes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.thalweg.model.Setting;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.BandLayer;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.figures.SettingLabel;

/** Mean loss on lines through the last point, with two standard errors over lines to either side. */
final class ScanFigure {
    private ScanFigure() {}

    static Optional<Figure> of(Setting setting, List<ProbeRunner.AtPoint> points) {
        return ReadingTable.last(points, "scan_train_loss").map(table -> {
            double[] place = table.values("scan_place");
            Figure figure = Figure.of("Loss on lines through a point",
                    SettingLabel.of(setting) + "; " + table.where("scan_train_loss"),
                    Axis.linear("distance from the point (lengths of the vector of parameters)"),
                    Axis.linear("mean loss of a sample"));
            if (table.values("scan_test_loss").length > 0) {
                figure = with(figure, table, place, "test", Ink.VERMILLION, Dash.DASHED);
            }
            return with(figure, table, place, "train", Ink.BLUE, Dash.SOLID);
        });
    }

    private static Figure with(Figure figure, ReadingTable table, double[] place, String name, Ink ink, Dash dash) {
        double[] loss = table.values("scan_" + name + "_loss");
        double[] error = table.errors("scan_" + name + "_loss");
        Figure banded = figure;
        if (Arrays.stream(error).anyMatch(e -> e > 0.0)) {
            double[] lower = new double[loss.length];
            double[] upper = new double[loss.length];
            Arrays.setAll(lower, k -> loss[k] - 2.0 * error[k]);
            Arrays.setAll(upper, k -> loss[k] + 2.0 * error[k]);
            banded = figure.with(new BandLayer(name + ", two standard errors", ink, place, lower, upper));
        }
        return banded.with(new LineLayer(name, ink, dash, place, loss));
    }
}
