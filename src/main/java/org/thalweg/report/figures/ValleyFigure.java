package org.thalweg.report.figures;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.thalweg.measure.Measurement;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.profile.SplineProfile;
import org.thalweg.reduction.ProfilePoint;
import org.thalweg.reduction.ValleyProfile;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.Marker;
import org.thalweg.report.drawing.PointLayer;

/** A measured valley along its coordinate: flatness, floor, noise, and what drives along it. */
public final class ValleyFigure {
    private static final int FINE = 201;
    private static final String X = "x, along the valley";

    private ValleyFigure() {}

    /** F(x) of the sharpest, the median and the flattest of the sharp directions, and the geometric mean of all. */
    public static Figure ofFlatness(ValleyProfile profile) {
        int sharp = profile.plan().sharp();
        Figure figure = figure(profile, "Flatness across the valley", Axis.logarithmic("F"));
        if (sharp > 1) {
            figure = with(figure, profile, "direction " + sharp, Ink.GREEN, Marker.FILLED_TRIANGLE,
                    p -> p.flatnesses().get(sharp - 1));
            figure = with(figure, profile, "direction 1", Ink.VERMILLION, Marker.OPEN_SQUARE,
                    p -> p.flatnesses().get(0));
        }
        return with(figure, profile, sharp > 1 ? "geometric mean" : "F", Ink.BLUE, Marker.FILLED_CIRCLE,
                ProfilePoint::flatness);
    }

    /** L0(x). */
    public static Figure ofFloor(ValleyProfile profile) {
        boolean positive = profile.points().stream().allMatch(p -> p.floor().value() > 0.0);
        return with(figure(profile, "Loss along the floor", positive ? Axis.logarithmic("L0") : Axis.linear("L0")),
                profile, "L0", Ink.BLUE, Marker.FILLED_CIRCLE, ProfilePoint::floor);
    }

    /** S_xx(x) and S_yy(x) of the sharpest direction. */
    public static Figure ofNoise(ValleyProfile profile) {
        Figure figure = figure(profile, "Variance of a sample's gradient", Axis.logarithmic("variance"));
        figure = with(figure, profile, "along", Ink.VERMILLION, Marker.OPEN_SQUARE, ProfilePoint::along);
        return with(figure, profile, "across, direction 1", Ink.BLUE, Marker.FILLED_CIRCLE, p -> p.across().get(0));
    }

    /** How fast repeats went, and what the floor's slope and the noise across say. */
    public static Figure ofDrift(ValleyProfile profile) {
        Figure figure = figure(profile, "Drift along the valley", Axis.linear("dx/dt"));
        Profile floor = SplineProfile.through(profile.points().stream().mapToDouble(ValleyFigure::x).toArray(),
                profile.points().stream().mapToDouble(p -> p.floor().value()).toArray(), "floor");
        figure = figure.with(line("of the slope, -dL0/dx", Ink.VERMILLION, profile, p -> -floor.slope(p.x().value())));
        figure = figure.with(line("of the noise", Ink.GREEN, profile, p -> p.drift().value()));
        figure = figure.with(line("of both", Ink.BLUE, profile,
                p -> p.drift().value() - floor.slope(p.x().value())));
        return figure.with(PointLayer.of("repeats", Ink.BLACK, Marker.FILLED_CIRCLE, profile.points().stream()
                .filter(p -> p.speed().defined()).toList(), ValleyFigure::x, ProfilePoint::speed));
    }

    private static Figure figure(ValleyProfile profile, String title, Axis axis) {
        String repeats = profile.repeats() == 1 ? "one repeat"
                : "means and errors of " + profile.repeats() + " repeats";
        return Figure.of(title, SettingLabel.of(profile.plan().setting())
                + ", B = " + profile.plan().noise().batch() + "; " + repeats, Axis.linear(X), axis);
    }

    /** Points, and the curve that models go by. */
    private static Figure with(Figure figure, ValleyProfile profile, String name, Ink ink, Marker marker,
            Function<ProfilePoint, Measurement> value) {
        double[] x = profile.points().stream().mapToDouble(ValleyFigure::x).toArray();
        double[] y = profile.points().stream().mapToDouble(p -> value.apply(p).value()).toArray();
        Profile curve = SplineProfile.through(x, y, name);
        double[] fine = new double[FINE];
        double[] values = new double[FINE];
        for (int i = 0; i < FINE; i++) {
            fine[i] = x[0] + (x[x.length - 1] - x[0]) * i / (FINE - 1);
            values[i] = curve.value(fine[i]);
        }
        return figure.with(new LineLayer("", ink, Dash.SOLID, fine, values))
                .with(PointLayer.of(name, ink, marker, profile.points(), ValleyFigure::x, value));
    }

    private static LineLayer line(String name, Ink ink, ValleyProfile profile, ToDoubleFunction<ProfilePoint> value) {
        return LineLayer.of(name, ink, Dash.SOLID, profile.points(), ValleyFigure::x, value);
    }

    private static double x(ProfilePoint point) {
        return point.x().value();
    }
}
