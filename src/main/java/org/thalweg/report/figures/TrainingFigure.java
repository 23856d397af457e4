package org.thalweg.report.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.thalweg.model.Setting;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.BandLayer;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.training.TrainedRepeat;
import org.thalweg.training.Training;
import org.thalweg.training.TrainingRow;

/**
 * Loss or error of the training of a network against learning time: the median over repeats, and a band that holds 80 %
 * of them. A repeat that ended by its error stays where it was; one that diverged is left out.
 */
public final class TrainingFigure {
    private static final double LOWER = 10.0;
    private static final double MIDDLE = 50.0;
    private static final double UPPER = 90.0;
    private static final double PERCENT = 100.0;

    private TrainingFigure() {}

    /** The losses; empty where all repeats diverged. */
    public static Optional<Figure> ofLoss(Training training, List<TrainedRepeat> repeats) {
        List<TrainedRepeat> kept = kept(repeats);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        Axis loss = positive(kept) ? Axis.logarithmic("mean loss of a sample") : Axis.linear("mean loss of a sample");
        Figure empty = Figure.of("Loss while a network is trained", subtitle(training, kept),
                Axis.linear("learning time t = \u03b7k"), loss);
        return Optional.of(with(empty, training, kept, TrainingRow::trainLoss, TrainingRow::testLoss));
    }

    /** The errors; empty where samples have no classes, or all repeats diverged. */
    public static Optional<Figure> ofError(Training training, List<TrainedRepeat> repeats) {
        List<TrainedRepeat> kept = kept(repeats);
        if (kept.isEmpty() || Double.isNaN(kept.get(0).last().trainError())) {
            return Optional.empty();
        }
        Figure empty = Figure.of("Error while a network is trained", subtitle(training, kept),
                Axis.linear("learning time t = \u03b7k"), Axis.linear("samples in a wrong class (%)"));
        return Optional.of(with(empty, training, kept, row -> PERCENT * row.trainError(),
                row -> PERCENT * row.testError()));
    }

    private static boolean positive(List<TrainedRepeat> kept) {
        return kept.stream().flatMap(r -> r.rows().stream()).allMatch(row -> row.trainLoss() > 0.0);
    }

    private static List<TrainedRepeat> kept(List<TrainedRepeat> repeats) {
        return repeats.stream().filter(r -> r.end() != TrainedRepeat.End.DIVERGED && r.rows().size() > 1).toList();
    }

    private static String subtitle(Training training, List<TrainedRepeat> kept) {
        Setting setting = training.setting();
        return SettingLabel.of(setting) + ", B = " + training.noise().batch() + "; " + (kept.size() == 1 ? "one repeat"
                : "median and 10 to 90 % of " + kept.size() + " repeats");
    }

    private static Figure with(Figure empty, Training training, List<TrainedRepeat> kept,
            ToDoubleFunction<TrainingRow> train, ToDoubleFunction<TrainingRow> test) {
        boolean tested = !Double.isNaN(test.applyAsDouble(kept.get(0).last()));
        Figure figure = empty;
        if (tested) {
            figure = band(figure, "test", Ink.VERMILLION, training, kept, test);
        }
        figure = band(figure, "train", Ink.BLUE, training, kept, train);
        if (tested) {
            figure = line(figure, "test", Ink.VERMILLION, Dash.DASHED, training, kept, test);
        }
        return line(figure, "train", Ink.BLUE, Dash.SOLID, training, kept, train);
    }

    private static Figure band(Figure figure, String name, Ink ink, Training training, List<TrainedRepeat> kept,
            ToDoubleFunction<TrainingRow> value) {
        return kept.size() == 1 ? figure : figure.with(new BandLayer(name + ", 10 to 90 %", ink, times(training, kept),
                curve(training, kept, value, LOWER), curve(training, kept, value, UPPER)));
    }

    private static Figure line(Figure figure, String name, Ink ink, Dash dash, Training training,
            List<TrainedRepeat> kept, ToDoubleFunction<TrainingRow> value) {
        return figure.with(new LineLayer(name, ink, dash, times(training, kept), curve(training, kept, value, MIDDLE)));
    }

    /** Planned checkpoints, up to the last that some repeat came to, and the last iteration of all. */
    private static List<Long> steps(Training training, List<TrainedRepeat> kept) {
        long last = kept.stream().mapToLong(r -> r.last().step()).max().orElse(0);
        List<Long> steps = new ArrayList<>();
        for (int c = 0; c < training.checkpoints() && training.step(c) < last; c++) {
            steps.add(training.step(c));
        }
        steps.add(last);
        return steps;
    }

    private static double[] times(Training training, List<TrainedRepeat> kept) {
        return steps(training, kept).stream().mapToDouble(training.setting().sgd()::time).toArray();
    }

    private static double[] curve(Training training, List<TrainedRepeat> kept, ToDoubleFunction<TrainingRow> value,
            double percent) {
        return steps(training, kept).stream().mapToDouble(step -> {
            double[] values = kept.stream().mapToDouble(r -> value.applyAsDouble(at(r, step))).toArray();
            return values.length == 1 ? values[0]
                    : new Percentile().withEstimationType(Percentile.EstimationType.R_7).evaluate(values, percent);
        }).toArray();
    }

    /** The last checkpoint of a repeat that is not later than a step. */
    private static TrainingRow at(TrainedRepeat repeat, long step) {
        TrainingRow found = repeat.rows().get(0);
        for (TrainingRow row : repeat.rows()) {
            found = row.step() <= step ? row : found;
        }
        return found;
    }
}
