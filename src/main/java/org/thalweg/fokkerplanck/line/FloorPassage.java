package org.thalweg.fokkerplanck.line;

import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.fokkerplanck.law.Richardson;
import org.thalweg.model.PlainSetting;

/** Mean first-passage times along the valley floor, by quadrature. */
public final class FloorPassage {
    private FloorPassage() {}

    /**
     * The first-passage time along the valley floor, for any number of sharp directions: exact for the
     * one-dimensional diffusion, asymptotic (fast relaxation across the valley) for the whole.
     */
    public static PassageTime of(PlainSetting setting) {
        Line line = Line.of(setting);
        Approach approach = Approach.bounded(setting, line, LineRange.FARTHEST);
        double width = setting.domain().along().bounded() ? Double.POSITIVE_INFINITY : line.unit();
        double start = setting.start()[0];
        LinePassage.LogMoments coarse = LinePassage.logMoments(line, approach, start, width, 1);
        LinePassage.LogMoments fine = LinePassage.logMoments(line, approach, start, width, 2);
        // e^700 is close to the largest double.
        if (!(fine.mean() < 700.0)) {
            throw new NumericsException("the mean first-passage time is e^" + fine.mean() + "; raise the temperature");
        }
        return PassageTime.ofMoments(
                Richardson.ofQuadratures(Math.exp(coarse.mean()), Math.exp(fine.mean())),
                Richardson.ofQuadratures(Math.exp(coarse.square()), Math.exp(fine.square())));
    }
}
