package org.thalweg.fokkerplanck.line;

import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;

/** What a passage time lacks whose approach was cut before the tail of an infinite side ends. */
public final class CutTail {
    private CutTail() {}

    /**
     * The time with what the tail adds as an error: as the floor has it, doubled because that is an approximation. It
     * is the floor's time itself, not its share of a time that may be almost none of it.
     */
    public static PassageTime widened(PassageTime time, PlainSetting setting, Line line, Approach approach) {
        Approach farther = Approach.bounded(setting, line, LineRange.FARTHEST);
        if (farther.equals(approach)) {
            return time;
        }
        double start = setting.start()[0];
        LinePassage.LogMoments kept = LinePassage.logMoments(line, approach, start, 1.0, 1);
        LinePassage.LogMoments whole = LinePassage.logMoments(line, farther, start, 1.0, 1);
        return new PassageTime(widened(time.mean(), missing(kept.mean(), whole.mean())),
                widened(time.variance(), missing(kept.square(), whole.square())));
    }

    private static double missing(double logKept, double logWhole) {
        return Math.exp(logWhole) * -StrictMath.expm1(logKept - logWhole);
    }

    private static Measurement widened(Measurement measured, double cut) {
        return measured.defined()
                ? Measurement.computed(measured.value(), measured.standardError() + 2.0 * Math.abs(cut)) : measured;
    }
}
