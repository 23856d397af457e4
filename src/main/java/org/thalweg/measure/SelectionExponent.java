package org.thalweg.measure;

import java.util.Arrays;

/**
 * The exponent e in P(x) ~ F(x)^e: the slope of ln P on ln F by (weighted) least squares over a uniform grid in x.
 */
public final class SelectionExponent {
    private SelectionExponent() {}

    /**
     * The slope with equal weights, as for a computed density.
     *
     * @return NaN where ln F is constant
     */
    public static double unweighted(double[] flatness, double[] density) {
        double[] ones = new double[flatness.length];
        Arrays.fill(ones, 1.0);
        return weighted(flatness, density, ones);
    }

    /**
     * The slope with equal weights of logarithms as they are, which may be those of densities that a double cannot
     * hold.
     *
     * @return NaN where ln F is constant, or a logarithm is not a finite number
     */
    public static double ofLogarithms(double[] logFlatness, double[] logDensity) {
        double[] ones = new double[logFlatness.length];
        Arrays.fill(ones, 1.0);
        return slope(logFlatness, logDensity, ones);
    }

    /**
     * The weighted slope; cells of weight or density zero, such as empty cells of a histogram, are left out. A
     * comparison between two witnesses applies the same weights to both.
     *
     * @return NaN where ln F is constant over the cells that carry weight
     */
    public static double weighted(double[] flatness, double[] density, double[] weights) {
        double[] logF = new double[flatness.length];
        double[] logP = new double[flatness.length];
        double[] carried = new double[flatness.length];
        for (int i = 0; i < flatness.length; i++) {
            if (weights[i] > 0.0 && density[i] > 0.0) {
                logF[i] = Math.log(flatness[i]);
                logP[i] = Math.log(density[i]);
                carried[i] = weights[i];
            }
        }
        return slope(logF, logP, carried);
    }

    private static double slope(double[] logF, double[] logP, double[] weights) {
        double sum = 0.0;
        double meanF = 0.0;
        double meanP = 0.0;
        for (int i = 0; i < logF.length; i++) {
            sum += weights[i];
            meanF += weights[i] * logF[i];
            meanP += weights[i] * logP[i];
        }
        meanF /= sum;
        meanP /= sum;
        double covariance = 0.0;
        double variance = 0.0;
        for (int i = 0; i < logF.length; i++) {
            double f = logF[i] - meanF;
            covariance += weights[i] * f * (logP[i] - meanP);
            variance += weights[i] * f * f;
        }
        double slope = covariance / variance;
        return variance > 1e-12 * sum && Double.isFinite(slope) ? slope : Double.NaN;
    }
}
