package org.thalweg.report.figures.probes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.model.Setting;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.CellMapLayer;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.Marker;
import org.thalweg.report.drawing.PointLayer;
import org.thalweg.report.figures.Contour;
import org.thalweg.report.figures.SettingLabel;

/** The loss on the plane of the first two principal components of a path, its contour lines, and the path on it. */
final class PlaneFigure {
    /** Contour lines between the least and the largest loss. */
    private static final int LINES = 9;

    private PlaneFigure() {}

    static Optional<Figure> of(Setting setting, List<ProbeRunner.AtPoint> points) {
        return ReadingTable.last(points, "plane_train_loss").map(table -> {
            double[] first = table.values("plane_first");
            double[] second = table.values("plane_second");
            double[] losses = table.values("plane_train_loss");
            double[][] cells = new double[first.length][second.length];
            boolean positive = true;
            for (int i = 0; i < first.length; i++) {
                for (int j = 0; j < second.length; j++) {
                    cells[i][j] = losses[i * second.length + j];
                    positive &= cells[i][j] > 0.0;
                }
            }
            Axis along = Axis.linear("first principal component (parameter)");
            Axis across = Axis.linear("second principal component (parameter)");
            Axis colours = positive ? Axis.logarithmic("mean loss of a sample") : Axis.linear("mean loss of a sample");
            double[] x = table.values("path_first");
            double[] y = table.values("path_second");
            Figure figure = Figure.of("Loss on the plane of the path", SettingLabel.of(setting) + "; repeat "
                            + table.point().at().repeat(), along, across)
                    .with(new CellMapLayer(along.edgesAround(first), across.edgesAround(second), cells, colours));
            for (double level : levels(losses, positive)) {
                figure = figure.with(Contour.of("", first, second, cells, level));
            }
            return figure.with(new LineLayer("path", Ink.BLACK, Dash.SOLID, x, y))
                    .with(PointLayer.exact("checkpoints", Ink.VERMILLION, Marker.values()[0], x, y));
        });
    }

    /** As far from each other as the colours tell; none where the loss is the same everywhere, or infinite. */
    private static double[] levels(double[] losses, boolean ratios) {
        double[] seen = Arrays.stream(losses).map(v -> ratios ? Math.log(v) : v).sorted().toArray();
        double least = seen[0];
        double range = seen[seen.length - 1] - least;
        return Double.isFinite(range) ? IntStream.rangeClosed(1, LINES)
                .mapToDouble(k -> least + range * k / (LINES + 1)).map(v -> ratios ? Math.exp(v) : v).toArray()
                : new double[0];
    }
}
