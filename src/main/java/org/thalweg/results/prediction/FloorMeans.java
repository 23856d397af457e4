package org.thalweg.results.prediction;

import java.util.List;
import org.thalweg.measure.Measurement;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;
import org.thalweg.theory.law.MarginalLaw;

/**
 * Means under a law along the valley, with their numerical errors.
 *
 * @param flatness the mean of F
 * @param squareAcross the mean of y^2, summed over the sharp directions
 */
record FloorMeans(Measurement flatness, Measurement squareAcross) {
    /**
     * The means under a law, the variance across being D F^2 / (1 - step / (2 F^2)).
     *
     * @param step learning rate or time step; 0 for the diffusion itself
     */
    static FloorMeans of(PlainSetting setting, MarginalLaw law, Interval range, double step) {
        FloorDiffusion floor = FloorDiffusion.of(setting);
        List<Measurement> means = law.means(range,
                List.of(floor.shape()::flatnessAt, x -> squareAcross(floor, floor.domain().fold(x), step)));
        return new FloorMeans(means.get(0), means.get(1));
    }

    private static double squareAcross(FloorDiffusion floor, double x, double step) {
        double sum = 0.0;
        for (int j = 0; j < floor.shape().sharpDirections(); j++) {
            double f = floor.shape().flatness().get(j).value(x);
            sum += floor.across(j, x) * f * f / (1.0 - 0.5 * step / (f * f));
        }
        return sum;
    }
}
