package org.thalweg.reduction;

/**
 * A valley at one point of its floor, in one repeat.
 *
 * @param theta the point
 * @param floor the loss there, L0
 * @param slope the slope of the loss along the way
 * @param residual the norm of the gradient that is left at right angles to the way and to the sharp directions, over
 *     that along the way: 0 where the floor is one line
 * @param curvatures of the sharp directions, the largest first
 * @param bends d ln lambda_k / dx of each
 * @param along S_xx, the variance of the samples' gradients along the way, at right angles to the sharp directions
 * @param across S_kk, in each sharp direction
 * @param coupling the largest correlation between the gradient along the way and one across
 * @param fickle of each sharp direction the variance of a sample's curvature, in units of lambda_k^2
 * @param unrest the variance across at points of SGD itself, summed over the sharp directions, over that on the floor
 * @param moved how far the mean point of the window was from the floor, across
 */
record FloorPoint(double[] theta, double floor, double slope, double residual, double[] curvatures, double[] bends,
        double along, double[] across, double coupling, double[] fickle, double unrest,
        double moved) {
    /**
     * The drift that the noise across makes, -(1/2) sum_k Var(y_k) d lambda_k / dx, with the variances of SGD itself,
     * eta C_kk / (lambda_k (2 - eta lambda_k)) (docs/theory/finite-learning-rate.md); NaN where a step is unstable.
     *
     * @param batch the variance of a batch in units of that of a sample
     * @param count of the sharpest directions alone
     */
    double drift(double learningRate, double batch, int count) {
        double drift = 0.0;
        for (int k = 0; k < count; k++) {
            double room = 2.0 - learningRate * curvatures[k];
            drift -= room > 0.0 ? 0.5 * learningRate * batch * across[k] * bends[k] / room : Double.NaN;
        }
        return drift;
    }

    /**
     * The learning rate beyond which the mean square across grows, where the curvature varies from batch to batch: the
     * least of 2 / (lambda_k (1 + s_k^2)) (docs/theory/bounds.md).
     *
     * @param batch the variance of a batch in units of that of a sample
     */
    double bound(double batch) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < curvatures.length; k++) {
            least = Math.min(least, 2.0 / (curvatures[k] * (1.0 + batch * fickle[k])));
        }
        return least;
    }
}
