package org.thalweg.report.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.PointLayer;
import org.thalweg.sweep.CellResult;

/** Mean convergence time against temperature, doubly logarithmic: noise gets there faster. */
public final class ConvergenceTimeFigure {
    private ConvergenceTimeFigure() {}

    /** The figure of a sweep; empty where no witness has a convergence time. */
    public static Optional<Figure> of(Setting model, List<CellResult> cells) {
        List<CellResult> byTemperature = cells.stream()
                .sorted(Comparator.comparingDouble(ConvergenceTimeFigure::temperature)).toList();
        Figure figure = Figure.of(
                "Mean convergence time to the flat part",
                subtitle(model),
                Axis.logarithmic("temperature \u0394 = \u03b7\u03c3\u00b2/2 (loss)"),
                Axis.logarithmic("convergence time T (unit of t = \u03b7k)"));
        boolean any = false;
        for (Witness witness : List.of(Witness.THEORY, Witness.DENSITY, Witness.SGD, Witness.SDE,
                Witness.REFERENCE)) {
            Series series = Series.of(witness, byTemperature);
            if (series.temperature().length == 0) {
                continue;
            }
            any = true;
            figure = switch (witness) {
                case SGD, SDE -> figure.with(PointLayer.of(
                        witness, witness.label(), series.temperature(), series.time(), series.error()));
                case DENSITY -> figure.with(LineLayer.of(
                        witness, "Fokker-Planck first passage", series.temperature(), series.time()));
                case THEORY -> figure.with(LineLayer.of(
                        witness, "valley-floor theory", series.temperature(), series.time()));
                case REFERENCE -> figure.with(PointLayer.of(
                        witness, "reference", series.temperature(), series.time(), series.error()));
            };
        }
        return any ? Optional.of(figure) : Optional.empty();
    }

    private static String subtitle(Setting model) {
        return SettingLabel.ofModel(model)
                + model.flatSet().map(f -> ", flat where F \u2265 " + SettingLabel.number(f.flatness())).orElse("");
    }

    private static double temperature(CellResult cell) {
        return cell.setting().temperatureAt(cell.setting().start());
    }

    private record Series(double[] temperature, double[] time, double[] error) {
        static Series of(Witness witness, List<CellResult> cells) {
            List<CellResult> found = cells.stream()
                    .filter(c -> c.find(witness, Quantity.CONVERGENCE_TIME).isPresent()).toList();
            List<Measurement> times = found.stream()
                    .map(c -> c.find(witness, Quantity.CONVERGENCE_TIME).orElseThrow()).toList();
            return new Series(
                    found.stream().mapToDouble(ConvergenceTimeFigure::temperature).toArray(),
                    times.stream().mapToDouble(Measurement::value).toArray(),
                    times.stream().mapToDouble(Measurement::standardError).toArray());
        }
    }
}
