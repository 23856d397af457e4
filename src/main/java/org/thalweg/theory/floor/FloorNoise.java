package org.thalweg.theory.floor;

import org.thalweg.model.FloorDiffusion;

/** D_xx and D_yiyi along a valley floor; read once where they are constant. */
final class FloorNoise {
    private final FloorDiffusion floor;
    private final double[] constant;

    FloorNoise(FloorDiffusion floor) {
        this.floor = floor;
        this.constant = floor.constantNoise() ? diagonal(floor) : null;
    }

    private static double[] diagonal(FloorDiffusion floor) {
        double x = floor.domain().fold(0.0);
        double[] diagonal = new double[floor.shape().sharpDirections() + 1];
        diagonal[0] = floor.along(x);
        for (int i = 1; i < diagonal.length; i++) {
            diagonal[i] = floor.across(i - 1, x);
        }
        return diagonal;
    }

    /** D_xx(x). */
    double along(double x) {
        return constant != null ? constant[0] : floor.along(x);
    }

    /** D_yiyi(x). */
    double across(int i, double x) {
        return constant != null ? constant[i + 1] : floor.across(i, x);
    }
}
