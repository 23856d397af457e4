package org.thalweg.fokkerplanck.law;

import org.thalweg.measure.Measurement;

/**
 * An eigenvalue -rate +- i frequency of the Fokker-Planck operator: deviations from the stationary density that decay
 * as
 * exp(-rate t) and, out of equilibrium, may turn while they do.
 *
 * @param rate positive, per unit of time
 * @param frequency in radians per unit of time; 0 for a real eigenvalue, positive for a pair, which is named once
 */
public record RelaxationMode(Measurement rate, Measurement frequency) {
    /** What rounding makes of a real pair is smaller, as a part of the rate. */
    private static final double ROUNDING = 1e-7;

    /** True for a complex pair. */
    public boolean turns() {
        return frequency.value() > frequency.standardError() && frequency.value() > ROUNDING * rate.value();
    }

    /** In another unit of time. */
    public RelaxationMode times(double factor) {
        return new RelaxationMode(rate.times(factor), frequency.times(factor));
    }
}
