package org.thalweg.fokkerplanck.line;

import org.thalweg.fokkerplanck.grid.Stretch;
import org.thalweg.fokkerplanck.law.Richardson;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;

/**
 * Which of two places a line reaches first: with r = e^-phi, phi' = drift / D_xx, the upper one with the probability
 * int_from^start r / int_from^to r, the scale function [Gar09]. In logarithms. Asymptotic for a valley, whose floor it
 * is.
 */
public final class FloorCommittor {
    private FloorCommittor() {}

    /** The probability to be at {@code to} before {@code from}, from a start between them. */
    public static Measurement of(PlainSetting setting, double from, double to) {
        Line line = Line.of(setting);
        return Richardson.ofQuadratures(of(line, from, setting.start()[0], to, 1),
                of(line, from, setting.start()[0], to, 2));
    }

    private static double of(Line line, double from, double start, double to, int refinement) {
        double below = resistance(line, start, start - from, -1, refinement);
        double above = resistance(line, start, to - start, 1, refinement);
        return 1.0 / (1.0 + Math.exp(above - below));
    }

    /** ln of the integral of r over a side, phi being 0 at the start. */
    private static double resistance(Line line, double start, double length, int side, int refinement) {
        if (length == 0.0) {
            return Double.NEGATIVE_INFINITY;
        }
        LineWeights weights = LineWeights.of(LineQuadrature.over(
                new OutwardLine(line, start, side), 0.0, length, Stretch.NONE, refinement));
        return LogIntegral.fromBelow(weights.logR(), weights.length()).edge()[weights.cells()];
    }
}
