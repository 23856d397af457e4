package org.thalweg.report.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.thalweg.measure.Measurement;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.Marker;
import org.thalweg.report.drawing.PointLayer;
import org.thalweg.results.claim.reduction.Trial;

/** A network beside its measured valley, against the strength of the noise: learning rate over batch size. */
public final class ComparisonFigure {
    private ComparisonFigure() {}

    /** The learning time to the flatness of the goal. */
    public static Figure ofTime(String name, List<Trial> trials, double flatness) {
        return figure(name, trials, "Learning time to the flatness " + String.format(Locale.ROOT, "%.3g",
                flatness), "learning time", Trial::predictedTime, Trial::measuredTime);
    }

    /** The flatness after a fixed learning time. */
    public static Figure ofFlatness(String name, List<Trial> trials, double time) {
        return figure(name, trials, "Flatness after the learning time " + String.format(Locale.ROOT, "%.3g",
                time), "F, geometric mean", Trial::predictedFlatness, Trial::measuredFlatness);
    }

    private static Figure figure(String name, List<Trial> trials, String title, String label,
            Function<Trial, Measurement> predicted, Function<Trial, Measurement> measured) {
        Figure figure = Figure.of(title, name + "; means and standard errors",
                Axis.logarithmic("strength of the noise, of the run's own"), Axis.linear(label));
        double own = trials.get(0).learningRate();
        List<Trial> rates = sorted(trials.stream().filter(t -> t.batch() == trials.get(0).batch()).toList());
        List<Trial> sizes = sorted(trials.stream().filter(t -> t.learningRate() == own).toList());
        ToDoubleFunction<Trial> value = trial -> predicted.apply(trial).value();
        return figure
                .with(LineLayer.of("valley, by learning rate", Ink.BLACK, Dash.SOLID, rates, Trial::heat, value))
                .with(LineLayer.of("valley, by batch size", Ink.GREY, Dash.DASHED, sizes, Trial::heat, value))
                .with(PointLayer.of("network, by learning rate", Ink.BLUE, Marker.FILLED_CIRCLE, rates, Trial::heat,
                        measured))
                .with(PointLayer.of("network, by batch size", Ink.VERMILLION, Marker.OPEN_SQUARE, sizes, Trial::heat,
                        measured));
    }

    private static List<Trial> sorted(List<Trial> trials) {
        return trials.stream().sorted(Comparator.comparingDouble(Trial::heat)).toList();
    }
}
