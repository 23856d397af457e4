package org.thalweg.report.figures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.VerticalMark;

/**
 * The loss along the line from its minimum to the averaged iterate, and the population loss that a random shift of it
 * along that line makes on average: on which side of a valley the averaged iterate lies, and what it gains there.
 *
 * <p>Without a minimum the line runs along the first coordinate, through the averaged iterate.
 */
public final class LineScanFigure {
    private static final int POINTS = 401;

    /** What is shown to either side, in units of the distance between minimum and average. */
    private static final double REACH = 2.5;

    /** The size of the shift, in the same units. */
    private static final double SHIFT = 1.5;

    private LineScanFigure() {}

    /** The figure; empty where no averaged iterate was measured ({@code averaged_x}, ...). */
    public static Optional<Figure> of(Setting setting, Map<Quantity, Measurement> quantities) {
        List<String> coordinates = setting.surface().coordinates();
        double[] averaged = new double[coordinates.size()];
        for (int i = 0; i < averaged.length; i++) {
            Measurement found = quantities.get(Quantity.averaged(coordinates.get(i)));
            if (found == null || !Double.isFinite(found.value())) {
                return Optional.empty();
            }
            averaged[i] = found.value();
        }
        List<double[]> minima = setting.surface().landmarks().minima();
        return Optional.of(minima.isEmpty()
                ? figure(setting, averaged, axis(averaged.length), 0.0, 1.0)
                : fromMinimum(setting, minima.get(0), averaged, quantities.get(Quantity.VARIANCE_X)));
    }

    private static Figure fromMinimum(Setting setting, double[] minimum, double[] averaged, Measurement variance) {
        double distance = 0.0;
        for (int i = 0; i < minimum.length; i++) {
            distance = Math.hypot(distance, averaged[i] - minimum[i]);
        }
        double[] line = axis(minimum.length);
        for (int i = 0; i < minimum.length && distance > 0.0; i++) {
            line[i] = (averaged[i] - minimum[i]) / distance;
        }
        // In one dimension the line keeps the orientation of x; an average on the minimum leaves the spread as a scale.
        double side = minimum.length == 1 && line[0] < 0.0 ? -1.0 : 1.0;
        for (int i = 0; i < line.length; i++) {
            line[i] *= side;
        }
        double spread = variance == null || !(variance.value() > 0.0) ? 1.0 : Math.sqrt(variance.value());
        return figure(setting, minimum, line, side * distance, Math.max(distance, 0.1 * spread));
    }

    private static double[] axis(int dimension) {
        double[] axis = new double[dimension];
        axis[0] = 1.0;
        return axis;
    }

    /** The line through {@code origin}, where the averaged iterate is at {@code place} and {@code scale} the unit. */
    private static Figure figure(Setting setting, double[] origin, double[] line, double place, double scale) {
        double[] l = new double[POINTS];
        double[] train = new double[POINTS];
        double[] population = new double[POINTS];
        double shift = SHIFT * scale;
        for (int k = 0; k < POINTS; k++) {
            l[k] = REACH * scale * (2.0 * k / (POINTS - 1) - 1.0);
            train[k] = loss(setting.surface(), origin, line, l[k]);
            population[k] = 0.5 * (loss(setting.surface(), origin, line, l[k] - shift)
                    + loss(setting.surface(), origin, line, l[k] + shift));
        }
        return Figure.of("Loss on a line through the averaged iterate", SettingLabel.of(setting),
                        Axis.linear("distance from the minimum l"), Axis.linear("loss"))
                .with(new LineLayer("train loss", Ink.BLACK, Dash.SOLID, l, train))
                .with(new LineLayer("mean population loss, shift \u00b1" + SettingLabel.number(shift),
                        Ink.ORANGE, Dash.SOLID, l, population))
                .with(new VerticalMark("averaged iterate", Ink.BLUE, Dash.DASHED, place));
    }

    private static double loss(LossSurface surface, double[] origin, double[] line, double l) {
        double[] at = origin.clone();
        for (int i = 0; i < at.length; i++) {
            at[i] += l * line[i];
        }
        return surface.value(at);
    }
}
