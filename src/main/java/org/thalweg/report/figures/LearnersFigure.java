package org.thalweg.report.figures;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Counted;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.HorizontalMark;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.Marker;
import org.thalweg.report.drawing.PointLayer;
import org.thalweg.training.LearnersWatch.Seen;

/** What the spread of learners does to the step of their average, against learning time: means over repeats. */
public final class LearnersFigure {
    private static final String TIME = "learning time t = \u03b7k";

    private LearnersFigure() {}

    /** alpha_e / alpha. */
    public static Figure ofRate(Setting model, List<List<Seen>> repeats) {
        return Figure.of("Effective learning rate of learners that average", subtitle(model, repeats),
                Axis.linear(TIME), Axis.linear("\u03b1_e / \u03b1"))
                .with(points(model, repeats, "mean over repeats, with standard error", Ink.BLUE, Marker.FILLED_CIRCLE,
                        Seen::effectiveRate))
                .with(new HorizontalMark("a whole step", Ink.GREY, Dash.DASHED, 1.0));
    }

    /** Delta_S / Delta and Delta_2 / Delta. */
    public static Figure ofNoise(Setting model, List<List<Seen>> repeats) {
        return Figure.of("Noise of the average of learners, by where it is from", subtitle(model, repeats),
                Axis.linear(TIME), Axis.linear("share of the noise"))
                .with(points(model, repeats, "batches, \u0394_S / \u0394", Ink.VERMILLION, Marker.OPEN_DIAMOND,
                        seen -> seen.batchNoise() / seen.noise()))
                .with(points(model, repeats, "spread, \u0394_2 / \u0394", Ink.BLUE, Marker.FILLED_CIRCLE,
                        seen -> seen.spreadNoise() / seen.noise()));
    }

    private static String subtitle(Setting model, List<List<Seen>> repeats) {
        return SettingLabel.of(model) + ", " + model.sgd().rule().brief() + "; " + Counted.of(repeats.size(), "repeat");
    }

    /** Moments that all repeats have, but the start, where learners are together. */
    private static PointLayer points(Setting model, List<List<Seen>> repeats, String name, Ink ink, Marker marker,
            ToDoubleFunction<Seen> number) {
        int moments = repeats.stream().mapToInt(List::size).min().orElse(0);
        double[] time = new double[Math.max(0, moments - 1)];
        double[] value = new double[time.length];
        double[] error = new double[time.length];
        IntStream.range(0, time.length).forEach(k -> {
            StreamingStatistics all = new StreamingStatistics();
            repeats.forEach(seen -> all.addValue(number.applyAsDouble(seen.get(k + 1))));
            time[k] = model.sgd().time(repeats.get(0).get(k + 1).step());
            value[k] = all.getMean();
            error[k] = all.getN() < 2 ? 0.0 : all.getStandardDeviation() / Math.sqrt(all.getN());
        });
        return new PointLayer(name, ink, marker, time, value, error);
    }
}
