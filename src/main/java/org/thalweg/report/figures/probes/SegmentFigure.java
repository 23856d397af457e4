package org.thalweg.report.figures.probes;

import java.util.List;
import java.util.Optional;
import org.thalweg.data.Checkpoints;
import org.thalweg.model.Setting;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.VerticalMark;
import org.thalweg.report.figures.SettingLabel;

/** The loss on the line through the first and the last of the points of a repeat, or of all where each has one. */
final class SegmentFigure {
    private SegmentFigure() {}

    static Optional<Figure> of(Setting setting, List<ProbeRunner.OfPair> pairs) {
        List<ProbeRunner.OfPair> all = pairs.stream()
                .filter(p -> p.reading().quantity().startsWith("segment_")).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Checkpoints.Entry first = all.get(0).earlier();
        List<ProbeRunner.OfPair> within = all.stream()
                .filter(p -> p.earlier().equals(first) && p.later().repeat() == first.repeat()).toList();
        List<ProbeRunner.OfPair> shown = within.isEmpty() ? all : within;
        Checkpoints.Entry last = shown.get(shown.size() - 1).later();
        List<ProbeRunner.OfPair> ends = all.stream()
                .filter(p -> p.earlier().equals(first) && p.later().equals(last)).toList();
        double[] place = values(ends, "segment_place");
        double[] test = values(ends, "segment_test_loss");
        Figure figure = Figure.of("Loss on the line through two checkpoints",
                SettingLabel.of(setting) + "; " + PointLabel.of(first) + " to " + PointLabel.of(last),
                Axis.linear("place on the line: 0 the earlier one, 1 the later one"),
                Axis.linear("mean loss of a sample"));
        if (test.length > 0) {
            figure = figure.with(new LineLayer("test", Ink.VERMILLION, Dash.DASHED, place, test));
        }
        return Optional.of(figure
                .with(new LineLayer("train", Ink.BLUE, Dash.SOLID, place, values(ends, "segment_train_loss")))
                .with(new VerticalMark("checkpoints", Ink.GREY, Dash.DOTTED, 0.0))
                .with(new VerticalMark("", Ink.GREY, Dash.DOTTED, 1.0)));
    }

    private static double[] values(List<ProbeRunner.OfPair> pairs, String quantity) {
        return pairs.stream().filter(p -> p.reading().quantity().equals(quantity))
                .mapToDouble(p -> p.reading().value()).toArray();
    }
}
