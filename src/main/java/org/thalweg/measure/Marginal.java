package org.thalweg.measure;

/**
 * The density along the valley on uniform cells.
 *
 * @param x cell centres
 * @param flatness F at the centres; NaN where the surface has none
 * @param density probability per unit x; integrates to the mass found inside the range
 * @param standardError of {@code density}: sampling error, or numerical error estimate
 */
public record Marginal(double[] x, double[] flatness, double[] density, double[] standardError) {
    /** Cells of a histogram along the valley. */
    public static final int HISTOGRAM_BINS = 64;

    /** The number of cells. */
    public int size() {
        return x.length;
    }

    /**
     * The density with its errors added where {@code side} is positive, taken away where it is negative: what they
     * could do at worst to a functional that grows with {@code side}.
     *
     * @param side one number for each cell; not modified
     */
    public Marginal tilted(double[] side) {
        double[] tilted = new double[size()];
        for (int i = 0; i < tilted.length; i++) {
            tilted[i] = Math.max(0.0, density[i] + Math.signum(side[i]) * standardError[i]);
        }
        return new Marginal(x, flatness, tilted, standardError);
    }

    /** Weights for least squares on ln density: the inverse variance of ln density, zero in empty cells. */
    public double[] logWeights() {
        double[] weights = new double[x.length];
        for (int i = 0; i < weights.length; i++) {
            double relative = standardError[i] / density[i];
            weights[i] = density[i] > 0.0 && relative > 0.0 ? 1.0 / (relative * relative) : 0.0;
        }
        return weights;
    }
}
