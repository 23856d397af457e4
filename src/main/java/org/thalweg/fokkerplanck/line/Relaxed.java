package org.thalweg.fokkerplanck.line;

import java.util.function.DoubleUnaryOperator;
import org.thalweg.measure.Diagnostic;
import org.thalweg.refusal.Refusal;

/** Diagnostics as functions of x alone, the sharp directions being relaxed at each x. */
public final class Relaxed {
    private Relaxed() {}

    /**
     * True for the mean square across, whose mean at given x is known.
     *
     * @return false for functions of x
     * @throws Refusal for other functions of y, whose mean at given x is not
     */
    public static boolean isSquareAcross(Diagnostic diagnostic) {
        return switch (diagnostic.dependence()) {
            case ALONG -> false;
            case SQUARE_ACROSS -> true;
            case ANY -> throw new Refusal(diagnostic.quantity() + " depends on more than x: a density along the valley"
                    + " floor cannot average it; use the method finite-volume, or an ensemble");
        };
    }

    /** The mean of a diagnostic at given x. */
    public static DoubleUnaryOperator of(Diagnostic diagnostic, Line line, int dimension) {
        return isSquareAcross(diagnostic)
                ? line::squareAcross
                : at -> {
                    double[] theta = new double[dimension];
                    theta[0] = at;
                    return diagnostic.at(theta);
                };
    }
}
