package org.thalweg.report.figures.operator;

import java.util.Optional;
import org.thalweg.fokkerplanck.law.SurvivalFunction;
import org.thalweg.measure.SurvivalEstimate;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.BandLayer;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.PointLayer;
import org.thalweg.report.figures.SettingLabel;

/** The share of particles that have not reached the flat set, by time: simulated, of the plane, of the floor. */
public final class SurvivalFigure {
    /** 95 of 100 points lie within so many standard errors. */
    private static final double BAND = 1.96;
    private static final int POINTS = 24;

    /** Less than this share of arrivals is not seen in the figure. */
    private static final double SEEN = 5e-4;

    private SurvivalFigure() {}

    /**
     * The figure.
     *
     * @param witness whose estimate it is
     */
    public static Figure of(Setting setting, Witness witness, Optional<SurvivalEstimate> simulated,
            Optional<SurvivalFunction> plane, Optional<SurvivalFunction> floor) {
        Figure figure = Figure.of("Share that has not reached the flat set", SettingLabel.of(setting),
                time(plane.or(() -> floor)), Axis.linear("survival S(t)").between(0.0, 1.02));
        if (simulated.isPresent()) {
            SurvivalEstimate thin = simulated.get().at(POINTS);
            double[] low = new double[thin.times().length];
            double[] high = new double[low.length];
            for (int k = 0; k < low.length; k++) {
                low[k] = Math.max(0.0, thin.survival()[k] - BAND * thin.error()[k]);
                high[k] = Math.min(1.0, thin.survival()[k] + BAND * thin.error()[k]);
            }
            figure = figure.with(new BandLayer("", Ink.of(witness), thin.times(), low, high))
                    .with(PointLayer.of(witness, witness.label() + ", Kaplan-Meier, band of 95 %", thin.times(),
                            thin.survival(), thin.error()));
        }
        if (plane.isPresent()) {
            figure = figure.with(LineLayer.of(Witness.DENSITY, "Fokker-Planck operator", plane.get().times(),
                    plane.get().survival()));
        }
        return floor.isEmpty() ? figure : figure.with(new LineLayer("its valley floor", Ink.ORANGE, Dash.DASHED,
                floor.get().times(), floor.get().survival()));
    }

    /** From when arrivals can be seen to when nobody is left. */
    private static Axis time(Optional<SurvivalFunction> computed) {
        Axis time = Axis.logarithmic("learning time t = \u03b7k");
        if (computed.isEmpty()) {
            return time;
        }
        double[] times = computed.get().times();
        double[] survival = computed.get().survival();
        int first = 0;
        while (first < times.length - 2 && survival[first + 1] > 1.0 - SEEN) {
            first++;
        }
        int last = times.length - 1;
        while (last > first + 1 && survival[last] < SEEN) {
            last--;
        }
        return time.between(times[first], times[last]);
    }
}
