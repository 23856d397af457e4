package org.thalweg.spectra;

import org.hipparchus.stat.regression.SimpleRegression;

/**
 * The covariance C of the samples' gradients beside the Hessian H, in the directions of H's eigenvectors: C_ii ~
 * H_ii^gamma [ZYT26], and how far the two are from commuting.
 *
 * @param curvature H_ii, the largest first
 * @param noise C_ii in the same directions
 * @param trace of C
 * @param commutator |C H - H C| / (|C| |H|) in Frobenius' norm: 0 where they commute, at most the root of 2
 */
public record NoiseCurvature(double[] curvature, double[] noise, double trace, double commutator) {
    /** Eigenvalues that are a smaller share of the largest one are rounding of the products. */
    private static final double ROUNDING = 1e-12;

    /**
     * The law C_ii ~ H_ii^gamma, by least squares of ln C_ii on ln H_ii.
     *
     * @param standardError of the exponent, from the scatter about the line
     * @param correlation of the logarithms
     * @param directions that were taken
     */
    public record Exponent(double value, double standardError, double correlation, int directions) {}

    /**
     * Of two matrices.
     *
     * @param spectrum of the Hessian, with all eigenvectors
     */
    public static NoiseCurvature of(DenseMatrix hessian, Spectrum spectrum, DenseMatrix noise) {
        int n = hessian.dimension();
        double[] along = new double[n];
        DenseMatrix turned = new DenseMatrix(spectrum.vectors()).times(noise);
        for (int i = 0; i < n; i++) {
            double sum = 0.0;
            for (int j = 0; j < n; j++) {
                sum = Math.fma(turned.rows()[i][j], spectrum.vectors()[i][j], sum);
            }
            along[i] = sum;
        }
        double[][] product = noise.times(hessian).rows();
        double difference = 0.0;
        double sizeOfNoise = 0.0;
        double sizeOfHessian = 0.0;
        double trace = 0.0;
        for (int i = 0; i < n; i++) {
            trace += noise.rows()[i][i];
            for (int j = 0; j < n; j++) {
                double odd = product[i][j] - product[j][i];
                difference = Math.fma(odd, odd, difference);
                sizeOfNoise = Math.fma(noise.rows()[i][j], noise.rows()[i][j], sizeOfNoise);
                sizeOfHessian = Math.fma(hessian.rows()[i][j], hessian.rows()[i][j], sizeOfHessian);
            }
        }
        return new NoiseCurvature(spectrum.values(), along, trace,
                Math.sqrt(difference / (sizeOfNoise * sizeOfHessian)));
    }

    /** By the first so many directions, of those that are curved upwards and not by rounding. */
    public Exponent exponent(int most) {
        SimpleRegression fit = new SimpleRegression();
        for (int i = 0; i < Math.min(most, curvature.length); i++) {
            if (curvature[i] > ROUNDING * curvature[0] && noise[i] > 0.0) {
                fit.addData(Math.log(curvature[i]), Math.log(noise[i]));
            }
        }
        return new Exponent(fit.getSlope(), fit.getSlopeStdErr(), fit.getR(), (int) fit.getN());
    }
}
