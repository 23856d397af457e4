package org.thalweg.reduction;

import java.util.List;
import org.thalweg.measure.Measurement;

/**
 * A measured valley at one place: means over repeats with their errors. Errors are those at the mean place: what
 * repeats differ by since they are at different places is taken out.
 *
 * @param x the coordinate along the valley
 * @param shortening of x, what straight pieces of a bent way leave out
 * @param time the mean learning time at which repeats passed
 * @param speed dx/dt of the repeats, from one place before to one after; undefined at the ends
 * @param flatness the geometric mean of those of the sharp directions
 * @param flatnesses F_k = lambda_k^(-1/2), of the sharpest direction first
 * @param floor L0
 * @param slope dL0/dx, by the gradient
 * @param drift that the noise across makes at the run's learning rate and batch size, see {@link FloorPoint#drift}
 * @param half the same of the sharper half of the sharp directions alone, rounded down
 * @param along S_xx of a single sample
 * @param across S_kk of a single sample
 * @param residual see {@link FloorPoint#residual}
 * @param coupling see {@link FloorPoint#coupling}
 * @param bound see {@link FloorPoint#bound}, at the run's batch size
 * @param unrest see {@link FloorPoint#unrest}
 */
public record ProfilePoint(Measurement x, double shortening, double time, Measurement speed, Measurement flatness,
        List<Measurement> flatnesses, Measurement floor, Measurement slope, Measurement drift, Measurement half,
        Measurement along,
        List<Measurement> across, Measurement residual, Measurement coupling,
        Measurement bound, Measurement unrest) {
    /** Immutable copies. */
    public ProfilePoint {
        flatnesses = List.copyOf(flatnesses);
        across = List.copyOf(across);
    }
}
