package org.thalweg.fokkerplanck.line;

import java.util.function.DoubleUnaryOperator;
import org.thalweg.model.space.Interval;

/** A line of formulas, with nothing across. */
final class FreeLine extends Line {
    private final DoubleUnaryOperator drift;
    private final DoubleUnaryOperator diffusion;
    private final double[] kinks;

    FreeLine(Interval interval, DoubleUnaryOperator drift, DoubleUnaryOperator diffusion, double... kinks) {
        super(interval);
        this.drift = drift;
        this.diffusion = diffusion;
        this.kinks = kinks;
    }

    @Override
    double[] kinks() {
        return kinks;
    }

    @Override
    public double drift(double x) {
        return drift.applyAsDouble(x);
    }

    @Override
    public double diffusion(double x) {
        return diffusion.applyAsDouble(x);
    }

    @Override
    public double squareAcross(double x) {
        return 0.0;
    }

    @Override
    public double squareAcross(int direction, double x) {
        return 0.0;
    }
}
