package org.thalweg.results;

import org.thalweg.measure.Marginal;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.Interval;
import org.thalweg.model.Setting;
import org.thalweg.theory.MarginalLaw;

/**
 * Means under a law along the valley.
 *
 * @param flatness the mean of F
 * @param squareAcross the mean of y^2, summed over the sharp directions
 */
record FloorMeans(double flatness, double squareAcross) {
    /** Cells of the sum: enough for the core of a law whose tails reach a hundred times as far. */
    private static final int CELLS = 1024;

    /**
     * The means under a law, the variance across being D F^2 / (1 - step / (2 F^2)).
     *
     * @param step learning rate or time step; 0 for the diffusion itself
     */
    static FloorMeans of(Setting setting, MarginalLaw law, Interval range, double step) {
        FloorDiffusion floor = FloorDiffusion.of(setting);
        Marginal p = law.on(range, CELLS);
        double mass = 0.0;
        double flatness = 0.0;
        double square = 0.0;
        for (int i = 0; i < p.size(); i++) {
            double variance = 0.0;
            for (int j = 0; j < floor.shape().sharpDirections(); j++) {
                double f = floor.shape().flatness().get(j).value(p.x()[i]);
                variance += floor.across(j, p.x()[i]) * f * f / (1.0 - 0.5 * step / (f * f));
            }
            mass += p.density()[i];
            flatness += p.density()[i] * p.flatness()[i];
            square += p.density()[i] * variance;
        }
        return new FloorMeans(flatness / mass, square / mass);
    }
}
