package org.thalweg.fokkerplanck.line;

import org.thalweg.fokkerplanck.law.Law;
import org.thalweg.measure.Diagnostic;
import org.thalweg.model.PlainSetting;

/** The law along a valley floor, with the sharp directions relaxed at each x. */
public final class FloorLaw implements Law {
    private final ValleyFloor floor;
    private final double focus;
    private final double[] theta;

    public FloorLaw(PlainSetting setting, ValleyFloor floor) {
        this.floor = floor;
        this.focus = setting.start()[0];
        this.theta = new double[setting.surface().dimension()];
    }

    @Override
    public double mean(Diagnostic diagnostic) {
        if (Relaxed.isSquareAcross(diagnostic)) {
            return floor.squareAcrossExists(focus) ? floor.meanSquareAcross() : Double.NaN;
        }
        return floor.meanExists(x -> at(diagnostic, x), focus) ? floor.mean(x -> at(diagnostic, x)) : Double.NaN;
    }

    private double at(Diagnostic diagnostic, double x) {
        theta[0] = x;
        return diagnostic.at(theta);
    }

    @Override
    public double marginal(double x) {
        return x < floor.range().from() || x > floor.range().to() ? 0.0 : Math.exp(floor.logDensity(x));
    }

    @Override
    public double logMarginal(double x) {
        return x < floor.range().from() || x > floor.range().to() ? Double.NEGATIVE_INFINITY : floor.logDensity(x);
    }

    @Override
    public double[] breakpoints() {
        return floor.breakpoints();
    }
}
